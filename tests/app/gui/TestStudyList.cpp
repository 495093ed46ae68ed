#include "app/studies/StudyPanel.h"
#include "storage/StudyNotes.h"
#include "tests/app/gui/WindowFixture.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTranslator>
#include <QTreeWidget>

#include <sqlite3.h>

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

TEST_F(StudyListTest, WhatHasNoRoomInTheListIsFoundAllTheSame)
{
    {
        auto database = StudyDatabase::open(archive.folder());
        for (int n = 0; n < 505; ++n) {
            SeriesEntry entry;
            entry.study.studyInstanceUid = "1.2.4." + std::to_string(n);
            entry.study.patient.patientId = "many" + std::to_string(n);
            entry.study.date = "20220131";
            entry.series.seriesInstanceUid = entry.study.studyInstanceUid + ".1";
            ASSERT_TRUE(database->addSeries(entry));
        }
    }
    auto& panel = *window->findChild<StudyPanel*>();
    panel.refresh();
    ASSERT_TRUE(waitFor([&] { return panel.listedCount() == 507; }));
    EXPECT_EQ(tree().topLevelItemCount(), 500);
    const auto found = [&] {
        auto database = StudyDatabase::open(archive.folder());
        return panel.findListed()(*database, Progress());
    };
    ASSERT_TRUE(found().ok());
    EXPECT_EQ(found()->size(), 507u);
    EXPECT_EQ(found()->front(), 1) << "in the list's order";
    child<QLineEdit>("studySearch")->setText(QStringLiteral("many"));
    ASSERT_TRUE(waitFor([&] { return panel.listedCount() == 505; }));
    EXPECT_EQ(found()->size(), 505u);
}

TEST_F(StudyListTest, SeveralStudiesCanBeSelectedAndMarked)
{
    auto& panel = *window->findChild<StudyPanel*>();
    tree().setCurrentItem(tree().topLevelItem(0));
    EXPECT_TRUE(child<QAction>("studyNote")->isEnabled());
    tree().topLevelItem(1)->child(0)->setSelected(true); // Of a series its study.
    EXPECT_EQ(panel.selectedStudies(), (std::vector<std::int64_t>{1, 2}));
    EXPECT_FALSE(child<QAction>("studyNote")->isEnabled()) << "a note is of one study";
    trigger("studyRead");
    ASSERT_TRUE(waitFor([this] {
        return child<QComboBox>("studyFilter")->itemText(1) == QStringLiteral("Unread");
    }));
    EXPECT_EQ(panel.selectedStudies().size(), 2u) << "reading the list again keeps them";
    EXPECT_EQ(child<QAction>("studyRead")->text(), QStringLiteral("Mark as unread"));
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

/// Another program that writes to the archive and does not end.
class LockedArchive {
public:
    explicit LockedArchive(const std::filesystem::path& folder)
    {
        EXPECT_EQ(sqlite3_open((folder / "fovea.db").c_str(), &m_connection), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(m_connection, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr),
                  SQLITE_OK);
    }
    ~LockedArchive() { sqlite3_close(m_connection); }
    LockedArchive(const LockedArchive&) = delete;
    LockedArchive& operator=(const LockedArchive&) = delete;

private:
    sqlite3* m_connection = nullptr;
};

TEST_F(StudyListTest, NotesOutlastAnArchiveThatIsBusyForLong)
{
    auto* report = child<QLabel>("archiveReport");
    const auto openNote = [this] {
        trigger("studyNote");
        EXPECT_TRUE(waitFor([this] { return window->findChild<QDialog*>(dialogName) != nullptr; }));
        return window->findChild<QDialog*>(dialogName);
    };
    tree().setCurrentItem(tree().topLevelItem(0));
    {
        const LockedArchive locked(archive.folder());
        QDialog* dialog = openNote();
        dialog->findChild<QLineEdit*>(QStringLiteral("studyTags"))->setText(QStringLiteral("kept"));
        dialog->accept();
        trigger("studyRead");
        // Longer than a write waits.
        ASSERT_TRUE(waitFor([report] { return !report->isHidden(); }));
        EXPECT_TRUE(report->text().contains(QStringLiteral("Tags and notes")));
        EXPECT_TRUE(report->text().contains(QStringLiteral("writing to the archive")));
        EXPECT_TRUE(dialogs.errors.isEmpty()) << "nothing is lost as yet";
        // Whoever looks again sees what was typed, not what the archive still has.
        ASSERT_TRUE(waitFor([this] { return window->findChild<QDialog*>(dialogName) == nullptr; }));
        dialog = openNote();
        EXPECT_EQ(dialog->findChild<QLineEdit*>(QStringLiteral("studyTags"))->text(),
                  QStringLiteral("kept"));
        dialog->reject();
        // And is asked before it is lost.
        EXPECT_FALSE(window->close());
        EXPECT_TRUE(dialogs.questions.last().contains(QStringLiteral("Tags and notes")));
    }
    ASSERT_TRUE(waitFor([report] { return report->isHidden(); }));
    const StudyNote note = *StudyNotes(archive.folder()).of(1);
    EXPECT_EQ(note.tags, std::vector<std::string>{"kept"});
    EXPECT_TRUE(note.isRead);
    EXPECT_TRUE(waitFor(
        [this] { return tree().topLevelItem(0)->text(1).contains(QStringLiteral("#kept")); }));
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
