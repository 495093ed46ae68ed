#include "app/findings/FindingsModel.h"
#include "app/text/names.h"
#include "tests/app/gui/WindowFixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QTreeWidget>

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace fovea {
namespace {

/// With the bundled model.
class MainWindowTest : public WindowFixture {
protected:
    MainWindowTest()
        : WindowFixture({{128, 112, 64}, {2.8, 2.8, 5.0}}, FOVEA_MODEL_LIBRARY)
    {
        model.load(std::filesystem::path(FOVEA_SOURCE_DIR) / "resources/model/demo");
    }
    void openPhantom()
    {
        dialogs.nextFolder = QString::fromStdString(phantomFolder().string());
        trigger("openFolder");
        waitForAnalysis();
    }
};

TEST_F(MainWindowTest, AFolderInAnswersOut)
{
    window->show();
    openPhantom();
    EXPECT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.join(QLatin1Char('\n')).toStdString();

    // Findings of the four anatomies, highest first.
    auto* findings = child<QTreeView>("findings");
    ASSERT_EQ(findings->model()->rowCount(), 4);
    EXPECT_GT(findings->model()->rowCount(findings->model()->index(0, 0)), 0);
    EXPECT_EQ(window->viewState().abnormality.get().size(), 4u);
    EXPECT_TRUE(child<QLabel>("modelWarning")->text().contains(QStringLiteral("patient")));

    // Anatomies with their structures.
    EXPECT_GE(child<QTreeWidget>("anatomies")->topLevelItemCount(), 4);

    // A click goes into the anatomy.
    const QModelIndex row = findings->model()->index(0, 0);
    Q_EMIT findings->clicked(row);
    const LabelMap& labels = *window->session().labelMap()->labels;
    const Vec3 index = labels.geometry().patientToIndex(window->viewState().cursorMm.get());
    const Structure* under = labels.structure(labels.at(
        {int(std::lround(index[0])), int(std::lround(index[1])), int(std::lround(index[2]))}));
    ASSERT_NE(under, nullptr);
    EXPECT_EQ(QString::fromStdString(under->anatomyId),
              row.data(FindingsModel::AnatomyIdRole).toString());

    // A question is answered by the region that it is about.
    child<QLineEdit>("question")->setText(QStringLiteral("pleural effusion"));
    child<QPushButton>("ask")->click();
    auto* matches = child<QTreeWidget>("matches");
    ASSERT_TRUE(waitFor([matches] { return matches->topLevelItemCount() > 0; }));
    EXPECT_EQ(matches->topLevelItemCount(), 1);
    EXPECT_EQ(matches->topLevelItem(0)->text(1), anatomyName("lung"));
}

TEST_F(MainWindowTest, AMiddleSliceIsShownWhileTheRestIsRead)
{
    std::vector<int> slices;
    const Connection watch = window->viewState().volume.observe([&](const VolumePtr& volume) {
        slices.push_back(volume ? volume->geometry().size[2] : 0);
    });
    openPhantom();
    const int whole = window->session().series()->volume->geometry().size[2];
    ASSERT_GT(whole, 2);
    ASSERT_GE(slices.size(), 2u);
    EXPECT_EQ(std::vector(slices.end() - 2, slices.end()), (std::vector{1, whole}));
}

TEST_F(MainWindowTest, OneQtInTheProcess)
{
    openPhantom(); // By now viewer, storage and the model's library are all loaded.
    std::ifstream maps("/proc/self/maps");
    const std::string loaded(std::istreambuf_iterator<char>(maps), {});
    EXPECT_NE(loaded.find("libQt6Core"), std::string::npos);
    EXPECT_NE(loaded.find("libtorch_cpu"), std::string::npos);
    EXPECT_EQ(loaded.find("libQt5"), std::string::npos);
}

TEST_F(MainWindowTest, AnAnalyzedStudyIsNotAnalyzedAgain)
{
    openPhantom();
    const StudyAnalysis first = *window->session().analysis();
    // The analysis is stored in the background.
    ASSERT_TRUE(waitFor([this] {
        const auto database = StudyDatabase::open(archive.folder());
        const auto stored = database->analysesOf(window->session().series()->series.id);
        return stored && !stored->empty();
    }));
    QSignalSpy started(&window->session(), &StudySession::analysisStarted);
    window->openSeries(window->session().series()->series.id);
    ASSERT_TRUE(waitFor([this] { return window->session().analysis().has_value(); }));
    EXPECT_EQ(started.count(), 0);
    ASSERT_EQ(window->session().analysis()->findings.size(), first.findings.size());
    for (std::size_t n = 0; n < first.findings.size(); ++n)
        EXPECT_NEAR(window->session().analysis()->findings[n].score, first.findings[n].score, 1e-6);
}

TEST_F(MainWindowTest, AnEmptyQuestionIsExplained)
{
    openPhantom();
    child<QLineEdit>("question")->clear();
    child<QPushButton>("ask")->click();
    EXPECT_EQ(child<QLabel>("askStatus")->text(), errorText(makeError(ErrorCode::EmptyText)));
}

TEST_F(MainWindowTest, AFolderWithoutCtIsExplained)
{
    QTemporaryDir empty;
    dialogs.nextFolder = empty.path();
    trigger("openFolder");
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
    EXPECT_EQ(dialogs.errors.first(),
              errorText(makeError(ErrorCode::NoCtFound, {empty.path().toStdString()})));
}

TEST_F(MainWindowTest, ASegmentationThatIsNoneLeavesTheStudyAsItWas)
{
    openPhantom();
    const LabelMapPtr before = window->viewState().labels.get();
    QFile junk(folder.filePath(QStringLiteral("junk.nrrd")));
    ASSERT_TRUE(junk.open(QIODevice::WriteOnly));
    junk.write("no label map");
    junk.close();
    dialogs.nextFile = junk.fileName();
    trigger("openSegmentation");
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
    EXPECT_EQ(window->viewState().labels.get(), before);
    const auto database = StudyDatabase::open(archive.folder());
    EXPECT_EQ(database->labelMapsOf(window->session().series()->series.id)->size(), 1u);
}

TEST_F(MainWindowTest, HidingAnAnatomyHidesItsLabels)
{
    openPhantom();
    auto* anatomies = child<QTreeWidget>("anatomies");
    QTreeWidgetItem* lung = anatomies->topLevelItem(0);
    ASSERT_EQ(lung->childCount(), 5); // Five lobes.
    lung->setCheckState(0, Qt::Unchecked);
    EXPECT_EQ(window->viewState().hiddenLabels.get().size(), 5u);
    lung->setCheckState(0, Qt::Checked);
    EXPECT_TRUE(window->viewState().hiddenLabels.get().empty());
}

TEST_F(MainWindowTest, AnotherModelAnalyzesTheOpenStudyAgain)
{
    const std::filesystem::path demo =
        std::filesystem::path(FOVEA_SOURCE_DIR) / "resources/model/demo";
    const std::filesystem::path models = folder.filePath(QStringLiteral("models")).toStdString();
    const std::filesystem::path other = models / "other";
    const std::filesystem::path broken = models / "without-weights";
    for (const auto& package : {other, broken}) {
        std::filesystem::create_directories(package);
        std::filesystem::copy(demo, package);
    }
    std::ofstream(other / "model.json", std::ios::app) << '\n'; // Another fingerprint.
    std::filesystem::remove(broken / "weights.safetensors");
    settings.setModelsFolder(models);
    openPhantom();
    const std::string before = window->session().analysis()->modelFingerprint;

    trigger("models");
    auto* list = child<QListWidget>("models");
    ASSERT_TRUE(waitFor([list] { return list->count() == 3; }));
    list->setCurrentRow(1);
    child<QPushButton>("useModel")->click();
    ASSERT_TRUE(waitFor([&] {
        const auto& analysis = window->session().analysis();
        return analysis && analysis->modelFingerprint != before;
    }));
    EXPECT_EQ(window->session().analysis()->modelFingerprint, model.info()->fingerprint);
    EXPECT_EQ(settings.modelPackage(), other);

    // A model that cannot be loaded is told, and leaves what the one in use said.
    list->setCurrentRow(2);
    child<QPushButton>("useModel")->click();
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
    EXPECT_EQ(dialogs.errors.size(), 1);
    EXPECT_EQ(model.package(), other);
    EXPECT_EQ(child<QTreeView>("findings")->model()->rowCount(), 4);
    EXPECT_TRUE(child<QPushButton>("ask")->isEnabled());
}

TEST_F(MainWindowTest, ARunningAnalysisGivesWayToAnotherModel)
{
    openPhantom();
    QSignalSpy failed(&window->session(), &StudySession::failed);
    QSignalSpy shown(&window->session(), &StudySession::analysisShown);
    trigger("analyzeAgain");
    model.load(folder.filePath(QStringLiteral("absent")).toStdString());
    ASSERT_TRUE(waitFor([&] { return shown.count() > 0; }));
    // Stopped, and after the model was not found, answered by the one that stayed in use.
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(failed.first().at(1).value<Error>().code, ErrorCode::Cancelled);
    EXPECT_EQ(dialogs.errors.size(), 1) << "only the model that was not found is told";
    EXPECT_EQ(window->session().analysis()->modelFingerprint, model.info()->fingerprint);
    EXPECT_FALSE(window->session().isAnalyzing());
    EXPECT_EQ(child<QTreeView>("findings")->model()->rowCount(), 4);
}

TEST_F(MainWindowTest, ClosingWhileLoadingIsClean)
{
    dialogs.nextFolder = QString::fromStdString(phantomFolder().string());
    trigger("openFolder");
    // The fixture's destructors run now, in the middle of the import.
}

TEST_F(MainWindowTest, WindowPresetKeysAndMenuShareOneState)
{
    auto* lung = child<QAction>("window_lung");
    ASSERT_EQ(lung->shortcut(), QKeySequence(QStringLiteral("1")));
    lung->trigger();
    EXPECT_EQ(window->viewState().window.get(), (WindowLevel{-600, 1500}));
}

} // namespace
} // namespace fovea
