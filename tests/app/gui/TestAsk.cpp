#include "app/MainWindow.h"
#include "app/text/errorText.h"
#include "app/text/names.h"
#include "app/work/phantomWork.h"
#include "storage/CatalogFile.h"
#include "tests/app/gui/FakeDialogs.h"
#include "tests/app/gui/TestSettings.h"
#include "tests/app/gui/waitFor.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <cmath>
#include <gtest/gtest.h>

// The question box over an archive of two studies, with the bundled demo model.

namespace fovea {
namespace {

const AnatomyCatalog& catalog()
{
    static const auto read = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                             "resources/catalog/anatomies.json");
    return read.value();
}

/// Small phantoms on disk, made once for all cases.
std::filesystem::path phantomFolder(int seed)
{
    static const QTemporaryDir folder;
    const std::filesystem::path root =
        std::filesystem::path(folder.path().toStdString()) / std::to_string(seed);
    if (!std::filesystem::exists(root)) {
        std::filesystem::create_directories(root);
        const PhantomGrid grid{{96, 84, 48}, {3.7, 3.7, 6.7}};
        const auto written =
            writePhantom(static_cast<std::uint64_t>(seed), grid, root, catalog(), Progress());
        EXPECT_TRUE(written) << errorText(written.error()).toStdString();
    }
    return root;
}

class AskTest : public ::testing::Test {
protected:
    AskTest() { model.load(std::filesystem::path(FOVEA_SOURCE_DIR) / "resources/model/demo"); }

    template <typename Widget> Widget* child(const char* name)
    {
        auto* found = window.findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    /// Imports a phantom and waits until the model has said what it says of it.
    qint64 open(int seed)
    {
        const qint64 before = openSeries();
        window.importFolder(phantomFolder(seed));
        EXPECT_TRUE(waitFor([&] {
            return openSeries() != before && window.session().analysis().has_value();
        })) << dialogs.errors.join(QLatin1Char('\n')).toStdString();
        return openSeries();
    }
    qint64 openSeries()
    {
        return window.session().series() ? window.session().series()->series.id : 0;
    }
    void ask(const QString& question)
    {
        child<QLineEdit>("question")->setText(question);
        child<QPushButton>("ask")->click();
        EXPECT_TRUE(waitFor([this] { return child<QPushButton>("ask")->isEnabled(); }));
    }
    void look(const QString& where)
    {
        auto* scope = child<QComboBox>("askScope");
        scope->setCurrentIndex(scope->findText(where));
    }
    int matches() { return child<QTreeWidget>("matches")->topLevelItemCount(); }
    QString status() { return child<QLabel>("askStatus")->text(); }
    std::string anatomyUnderCursor()
    {
        const LabelMap& labels = *window.session().labelMap()->labels;
        const Vec3 at = labels.geometry().patientToIndex(window.viewState().cursorMm.get());
        const Structure* under = labels.structure(
            labels.at({int(std::lround(at[0])), int(std::lround(at[1])), int(std::lround(at[2]))}));
        return under ? under->anatomyId : std::string();
    }

    QTemporaryDir folder;
    TestSettings settings{folder};
    FakeDialogs dialogs;
    TaskRunner tasks;
    Archive archive{tasks, folder.filePath(QStringLiteral("archive")).toStdString()};
    ModelService model{tasks, FOVEA_MODEL_LIBRARY};
    MainWindow window{{tasks, archive, model, catalog(), settings, dialogs}};
};

TEST_F(AskTest, FindsRegionsOfTheStudyAndOfAllStudies)
{
    window.show();
    const qint64 first = open(7);
    ask(QStringLiteral("Pleuraerguss"));
    ASSERT_EQ(matches(), 1) << status().toStdString();
    const qint64 second = open(8);
    look(QStringLiteral("This study"));
    ask(QStringLiteral("pleural effusion"));
    EXPECT_EQ(matches(), 1);
    look(QStringLiteral("This patient's studies"));
    ask(QStringLiteral("pleural effusion"));
    EXPECT_EQ(matches(), 1) << "phantoms are patients of their own";
    look(QStringLiteral("All studies"));
    ask(QStringLiteral("pleural effusion"));
    ASSERT_EQ(matches(), 2);

    // A click goes there, in the other study too.
    auto* list = child<QTreeWidget>("matches");
    for (const qint64 wanted : {first, second}) {
        QTreeWidgetItem* item = list->topLevelItem(0);
        if (item->data(0, Qt::UserRole + 2).toLongLong() != wanted)
            item = list->topLevelItem(1);
        ASSERT_EQ(item->data(0, Qt::UserRole + 2).toLongLong(), wanted);
        Q_EMIT list->itemClicked(item, 0);
        ASSERT_TRUE(waitFor(
            [&] { return openSeries() == wanted && window.session().labelMap().has_value(); }));
        EXPECT_EQ(anatomyUnderCursor(), "lung");
        EXPECT_EQ(matches(), 2) << "the answer stays while studies change";
    }
}

TEST_F(AskTest, ShowsWhatWasUnderstoodAndLetsItBeTakenAway)
{
    window.show();
    open(7);
    ask(QStringLiteral("wobbly large effusion on the left"));
    EXPECT_NE(child<QToolButton>("chip_large"), nullptr);
    EXPECT_NE(child<QToolButton>("chip_pleural_effusion"), nullptr);
    EXPECT_TRUE(child<QLabel>("unknownWords")->text().contains(QStringLiteral("wobbly")));
    EXPECT_TRUE(status().contains(QStringLiteral("large left pleural effusion")));
    child<QToolButton>("chip_left")->click();
    EXPECT_TRUE(waitFor([this] { return child<QPushButton>("ask")->isEnabled(); }));
    EXPECT_EQ(child<QLineEdit>("question")->text(), QStringLiteral("wobbly large effusion on the"));
    EXPECT_TRUE(status().contains(QStringLiteral("large pleural effusion")))
        << status().toStdString();
}

TEST_F(AskTest, SaysWhatItCannotAnswer)
{
    open(7);
    ask(QStringLiteral("wobbly gizmo"));
    EXPECT_EQ(matches(), 0);
    EXPECT_TRUE(status().contains(QStringLiteral("none of these words")));
    ask(QStringLiteral("links"));
    EXPECT_TRUE(status().contains(QStringLiteral("neither an anatomy nor a finding")));
    ask(QStringLiteral("prostate"));
    EXPECT_TRUE(status().contains(anatomyName("prostate")));
}

TEST_F(AskTest, FiltersStudies)
{
    open(7);
    look(QStringLiteral("All studies"));
    child<QLineEdit>("filterTo")->setText(QStringLiteral("1900-01-01"));
    ask(QStringLiteral("pleural effusion"));
    EXPECT_EQ(matches(), 0);
    child<QLineEdit>("filterTo")->setText(QStringLiteral("yesterday"));
    ask(QStringLiteral("pleural effusion"));
    EXPECT_TRUE(status().contains(QStringLiteral("YYYY-MM-DD"))) << status().toStdString();
    child<QPushButton>("clearFilters")->click();
    ask(QStringLiteral("pleural effusion"));
    EXPECT_EQ(matches(), 1);
}

TEST_F(AskTest, FindsMoreLikeAnAnatomy)
{
    window.show();
    open(7);
    const qint64 second = open(8);
    auto* findings = child<QTreeView>("findings");
    findings->setCurrentIndex(findings->model()->index(0, 0));
    child<QAction>("findingLike")->trigger();
    ASSERT_TRUE(waitFor([this] { return matches() > 0; })) << status().toStdString();
    ASSERT_EQ(matches(), 1) << "not itself";
    EXPECT_NE(
        child<QTreeWidget>("matches")->topLevelItem(0)->data(0, Qt::UserRole + 2).toLongLong(),
        second);
}

TEST_F(AskTest, TheArchiveCanBeAskedWithoutAStudy)
{
    ASSERT_TRUE(waitFor([this] { return model.info().has_value(); }));
    ask(QStringLiteral("pleural effusion"));
    EXPECT_TRUE(status().contains(QStringLiteral("no series yet"))) << status().toStdString();
}

} // namespace
} // namespace fovea
