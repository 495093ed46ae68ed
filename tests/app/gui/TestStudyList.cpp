#include "storage/StudyNotes.h"
#include "tests/app/gui/WindowFixture.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTranslator>
#include <QTreeWidget>

#include <cstring>

// Tags, notes and what nobody has read, in the list of studies: driven by its object names.

namespace fovea {
namespace {

class StudyListTest : public WindowFixture {
protected:
    StudyListTest()
    {
        auto database = StudyDatabase::open(archive.folder());
        for (const char* name : {"First^One", "Second^Two"}) {
            SeriesEntry entry;
            entry.study.studyInstanceUid = std::string("1.2.3.") + name[0];
            entry.study.patient.name = name;
            entry.study.patient.patientId = name;
            entry.study.date = name[0] == 'F' ? "20240131" : "20230131";
            entry.series.seriesInstanceUid = entry.study.studyInstanceUid + ".1";
            EXPECT_TRUE(database->addSeries(entry));
        }
        makeWindow();
        EXPECT_TRUE(listed({first, second}));
    }
    QTreeWidget& tree() { return *child<QTreeWidget>("studies"); }
    /// The rows are these, told by how they begin.
    bool listed(const QStringList& names)
    {
        return waitFor([&] {
            if (tree().topLevelItemCount() != names.size())
                return false;
            for (int n = 0; n < names.size(); ++n) {
                if (!tree().topLevelItem(n)->text(0).startsWith(names[n]))
                    return false;
            }
            return true;
        });
    }
    void choose(const char* combo, int index)
    {
        auto* box = child<QComboBox>(combo);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    void annotate(int row, const QString& tags, const QString& note)
    {
        tree().setCurrentItem(tree().topLevelItem(row));
        trigger("studyNote");
        ASSERT_TRUE(waitFor([this] { return window->findChild<QDialog*>(dialogName) != nullptr; }));
        auto* dialog = window->findChild<QDialog*>(dialogName);
        dialog->findChild<QLineEdit*>(QStringLiteral("studyTags"))->setText(tags);
        dialog->findChild<QPlainTextEdit*>(QStringLiteral("studyNoteText"))->setPlainText(note);
        dialog->accept();
        ASSERT_TRUE(waitFor([&] {
            return row < tree().topLevelItemCount() &&
                   tree().topLevelItem(row)->text(1).contains(tags.section(QLatin1Char(','), 0, 0));
        }));
    }
    const QString first = QStringLiteral("First");
    const QString second = QStringLiteral("Second");
    const QString dialogName = QStringLiteral("studyNoteDialog");
};

TEST_F(StudyListTest, TagsAndNotesAreShownFoundAndFilteredBy)
{
    annotate(1, QStringLiteral("teaching, trial"), QStringLiteral("Ask the surgeons"));
    const QTreeWidgetItem* row = tree().topLevelItem(1);
    EXPECT_TRUE(row->text(1).contains(QStringLiteral("#trial")));
    EXPECT_TRUE(row->text(1).contains(QStringLiteral("✎")));
    EXPECT_TRUE(row->toolTip(1).contains(QStringLiteral("Ask the surgeons")));

    auto* search = child<QLineEdit>("studySearch");
    search->setText(QStringLiteral("surgeons"));
    EXPECT_TRUE(listed({second}));
    search->setText(QStringLiteral("31.01.2024"));
    EXPECT_TRUE(listed({first}));
    search->clear();
    EXPECT_TRUE(listed({first, second}));

    auto* filter = child<QComboBox>("studyFilter");
    ASSERT_TRUE(waitFor([filter] { return filter->count() == 5; }));
    choose("studyFilter", filter->findText(QStringLiteral("Tag “trial” (1)")));
    EXPECT_TRUE(listed({second}));
    choose("studyFilter", 2); // With a note.
    EXPECT_TRUE(listed({second}));
    choose("studyFilter", 0);
    EXPECT_TRUE(listed({first, second}));

    // They belong to the archive, not to the window.
    restart();
    ASSERT_TRUE(listed({first, second}));
    EXPECT_TRUE(tree().topLevelItem(1)->text(1).contains(QStringLiteral("#teaching")));
}

/// As a language does that the window speaks.
class RundherdTranslator : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        return std::strcmp(context, "fovea::Finding") == 0 &&
                       std::strcmp(source, "Lung nodule") == 0
                   ? QStringLiteral("Rundherd")
                   : QString();
    }
};

TEST_F(StudyListTest, FindingsAreFoundByTheNamesThatTheWindowShows)
{
    auto database = StudyDatabase::open(archive.folder());
    ASSERT_TRUE(database);
    LabelMapRecord map;
    map.seriesId = database->seriesOf(1)->at(0).id;
    map.path = "/nowhere/labels";
    const auto stored = database->addLabelMap(map);
    ASSERT_TRUE(stored);
    StudyAnalysis analysis;
    analysis.modelFingerprint = "model";
    analysis.findings.resize(1);
    analysis.findings[0].anatomyId = "lung";
    analysis.findings[0].findingId = "lung_nodule";
    analysis.findings[0].displayName = "Lung nodule";
    analysis.findings[0].score = 0.9;
    analysis.findings[0].threshold = 0.5;
    ASSERT_TRUE(database->saveAnalysis(map.seriesId, stored->id, analysis));
    RundherdTranslator translator;
    QCoreApplication::installTranslator(&translator);
    auto* search = child<QLineEdit>("studySearch");
    search->setText(QStringLiteral("rundherd > 0,8"));
    EXPECT_TRUE(listed({first}));
    search->setText(QStringLiteral("rundherd < 0,8"));
    EXPECT_TRUE(listed({}));
    QCoreApplication::removeTranslator(&translator);
}

TEST_F(StudyListTest, ATagThatGoesTakesItsFilterAlong)
{
    annotate(0, QStringLiteral("once"), {});
    auto* filter = child<QComboBox>("studyFilter");
    ASSERT_TRUE(waitFor([filter] { return filter->count() == 4; }));
    choose("studyFilter", 3);
    ASSERT_TRUE(listed({first}));
    ASSERT_TRUE(StudyNotes(archive.folder()).write(1, {}).ok());
    Q_EMIT child<QComboBox>("studyOrder")->activated(0);
    EXPECT_TRUE(listed({first, second}));
    EXPECT_EQ(filter->currentIndex(), 0);
}

TEST_F(StudyListTest, StudiesAreBoldUntilTheyAreReadAndSortedAsOneLikes)
{
    EXPECT_TRUE(tree().topLevelItem(0)->font(0).bold());
    auto* filter = child<QComboBox>("studyFilter");
    EXPECT_EQ(filter->itemText(1), QStringLiteral("Unread (2)"));
    tree().setCurrentItem(tree().topLevelItem(0)->child(0)); // Of a series its study.
    EXPECT_EQ(child<QAction>("studyRead")->text(), QStringLiteral("Mark as read"));
    trigger("studyRead");
    EXPECT_TRUE(waitFor([this] { return !tree().topLevelItem(0)->font(0).bold(); }));
    EXPECT_EQ(child<QAction>("studyRead")->text(), QStringLiteral("Mark as unread"));
    choose("studyFilter", 1);
    EXPECT_TRUE(listed({second}));
    choose("studyFilter", 0);
    ASSERT_TRUE(listed({first, second}));
    choose("studyOrder", 1); // Last arrived.
    EXPECT_TRUE(listed({second, first}));
    choose("studyOrder", 2); // By name.
    EXPECT_TRUE(listed({first, second}));
}

TEST_F(StudyListTest, OpeningASeriesMakesItsStudyRead)
{
    openPhantom();
    ASSERT_TRUE(waitFor([this] {
        const auto unread = StudyNotes(archive.folder()).of(3);
        return unread.ok() && unread->isRead;
    }));
    EXPECT_TRUE(waitFor([this] {
        return child<QComboBox>("studyFilter")->itemText(1) == QStringLiteral("Unread (2)");
    }));
}

} // namespace
} // namespace fovea
