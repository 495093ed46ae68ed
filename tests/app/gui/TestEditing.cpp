#include "app/text/structureName.h"
#include "tests/app/gui/WindowFixture.h"
#include "viewer/slice/SliceWidget.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>

// Correcting a segmentation in the real window, with a model library that needs no LibTorch.

namespace fovea {
namespace {

class Editing : public WindowFixture {
protected:
    Editing()
        : WindowFixture({{96, 84, 48}, {3.8, 3.8, 6.6}}, FOVEA_FAKE_MODEL_LIBRARY)
    {
        const std::filesystem::path package =
            folder.filePath(QStringLiteral("model")).toStdString();
        std::filesystem::create_directories(package);
        for (const char* file : {"vocab.txt", "answers"})
            std::ofstream(package / file) << '\n';
        model.load(package);
        start();
    }
    /// The program again over the same archive, whatever became of the one before.
    void start()
    {
        makeWindow();
        window->resize(1400, 900);
        window->show();
    }
    const LabelMap& map() { return *window->viewState().labels.get(); }

    void click(const char* button) { child<QAbstractButton>(button)->click(); }

    void openPhantom()
    {
        window->importFolder(phantomFolder());
        waitForAnalysis();
        lung = *map().structure(map().labelsOf("lung").front());
        chooseStructure(lung);
        child<QDoubleSpinBox>("brushRadius")->setValue(12.0);
    }
    void chooseStructure(const Structure& structure)
    {
        auto* combo = child<QComboBox>("editStructure");
        const int index = combo->findText(structureName(structure));
        ASSERT_GE(index, 0) << structure.name;
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }

    /// A voxel of background that the middle axial slice shows.
    Index3 background()
    {
        const int k = map().geometry().size[2] / 2;
        for (int i = 4; i < map().geometry().size[0] - 4; ++i) {
            const Index3 at{i, map().geometry().size[1] / 2, k};
            if (map().at(at) == 0 && map().at({i + 3, at[1], k}) == 0)
                return {i + 1, at[1], k};
        }
        ADD_FAILURE() << "no background";
        return {};
    }
    void mouse(QEvent::Type type, Index3 index)
    {
        auto* view = child<SliceWidget>("axialView");
        const Vec3 at =
            map().geometry().indexToPatient({double(index[0]), double(index[1]), double(index[2])});
        const QPointF point = view->toWidget(at);
        QMouseEvent event(type, point, view->mapToGlobal(point), Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                          Qt::NoModifier);
        QApplication::sendEvent(view, &event);
    }
    /// Paints one dab and waits until the map has it.
    void paintAt(Index3 index)
    {
        const Vec3 at =
            map().geometry().indexToPatient({double(index[0]), double(index[1]), double(index[2])});
        window->viewState().cursorMm.set(at);
        if (!child<QPushButton>("paintTool")->isChecked())
            click("paintTool");
        const LabelMapPtr before = window->viewState().labels.get();
        mouse(QEvent::MouseButtonPress, index);
        mouse(QEvent::MouseButtonRelease, index);
        ASSERT_TRUE(waitFor([&] {
            return window->viewState().labels.get() != before &&
                   !window->viewState().labelPreview.get();
        })) << child<QLabel>("editStatus")->text().toStdString();
    }
    std::size_t labelMapCount()
    {
        const auto database = StudyDatabase::open(archive.folder());
        return database->labelMapsOf(window->session().series()->series.id)->size();
    }
    void save()
    {
        const std::size_t before = labelMapCount();
        click("saveCorrected");
        ASSERT_TRUE(waitFor([&] { return labelMapCount() > before; }))
            << child<QLabel>("editStatus")->text().toStdString();
    }
    double score(const std::string& anatomyId)
    {
        const auto& findings = window->session().analysis()->findings;
        const auto found = std::ranges::find(findings, anatomyId, &Finding::anatomyId);
        return found == findings.end() ? -1 : found->score;
    }

    Structure lung;
};

TEST_F(Editing, AStrokeIsShownAtOnceThenInTheMapAndUndone)
{
    openPhantom();
    const LabelMapPtr original = window->viewState().labels.get();
    const Index3 at = background();
    window->viewState().cursorMm.set(
        original->geometry().indexToPatient({double(at[0]), double(at[1]), double(at[2])}));
    click("paintTool");
    mouse(QEvent::MouseButtonPress, at);
    const LabelPreviewPtr preview = window->viewState().labelPreview.get();
    ASSERT_NE(preview, nullptr);
    EXPECT_EQ(preview->block.at(at), lung.label);
    EXPECT_EQ(window->viewState().labels.get(), original);
    mouse(QEvent::MouseButtonRelease, at);
    ASSERT_TRUE(waitFor([&] { return map().at(at) == lung.label; }));
    EXPECT_EQ(original->at(at), 0);
    ASSERT_TRUE(waitFor([&] { return !window->viewState().labelPreview.get(); }));
    EXPECT_GT(map().structure(lung.label)->voxelCount, lung.voxelCount);
    EXPECT_EQ(window->session().labelMap()->measures.size(), map().structures().size());
    EXPECT_TRUE(child<QPushButton>("saveCorrected")->isEnabled());
    // The findings are of the segmentation as it was, and say so.
    auto* corrected = child<QLabel>("findingsCorrected");
    EXPECT_FALSE(corrected->isHidden());

    click("editUndo");
    EXPECT_TRUE(corrected->isHidden());
    ASSERT_TRUE(waitFor([&] { return map().at(at) == 0; }));
    EXPECT_TRUE(std::ranges::equal(map().labels(), original->labels()));
    ASSERT_TRUE(waitFor([&] { return !window->viewState().labelPreview.get(); }));
    EXPECT_FALSE(child<QPushButton>("saveCorrected")->isEnabled());
    click("editRedo");
    ASSERT_TRUE(waitFor([&] { return map().at(at) == lung.label; }));

    // Without a tool the mouse is the view's again.
    ASSERT_TRUE(waitFor([&] { return !window->viewState().labelPreview.get(); }));
    click("paintTool");
    mouse(QEvent::MouseButtonPress, {20, 20, at[2]});
    mouse(QEvent::MouseButtonRelease, {20, 20, at[2]});
    EXPECT_FALSE(window->viewState().labelPreview.get());
}

TEST_F(Editing, StrokesThatFollowFastAllArriveAndAreUndoneOneByOne)
{
    openPhantom();
    const LabelMapPtr original = window->viewState().labels.get();
    const Index3 first = background();
    const Index3 second{first[0], first[1] + 3, first[2]}; // They overlap.
    window->viewState().cursorMm.set(original->geometry().indexToPatient(
        {double(first[0]), double(first[1]), double(first[2])}));
    click("paintTool");
    for (const Index3& at : {first, second}) { // Nothing is waited for.
        mouse(QEvent::MouseButtonPress, at);
        mouse(QEvent::MouseButtonRelease, at);
    }
    ASSERT_TRUE(waitFor(
        [&] { return map().at(second) == lung.label && !window->viewState().labelPreview.get(); }));
    EXPECT_EQ(map().at(first), lung.label);
    const LabelMapPtr both = window->viewState().labels.get();
    click("editUndo");
    click("editUndo");
    ASSERT_TRUE(
        waitFor([&] { return map().at(first) == 0 && !window->viewState().labelPreview.get(); }));
    EXPECT_TRUE(std::ranges::equal(map().labels(), original->labels()));
    click("editRedo");
    click("editRedo");
    ASSERT_TRUE(waitFor(
        [&] { return map().at(second) == lung.label && !window->viewState().labelPreview.get(); }));
    EXPECT_TRUE(std::ranges::equal(map().labels(), both->labels()));
}

TEST_F(Editing, ANewStructureIsPaintedUnderItsName)
{
    openPhantom();
    child<QLineEdit>("newStructureName")->setText(QStringLiteral(" Nodule 1 "));
    click("addStructure");
    EXPECT_EQ(child<QComboBox>("editStructure")->currentText(), QStringLiteral("Nodule 1"));
    paintAt(background());
    const auto& structures = map().structures();
    const auto nodule = std::ranges::find(structures, "Nodule 1", &Structure::name);
    ASSERT_NE(nodule, structures.end());
    EXPECT_GT(nodule->label, lung.label);
    EXPECT_EQ(map().structure(lung.label)->voxelCount, lung.voxelCount);
}

TEST_F(Editing, ASeriesWithoutSegmentationCanGetOne)
{
    QSignalSpy missing(&window->session(), &StudySession::labelsMissing);
    window->importFolder(phantomFolder() / "phantom-7" / "ct");
    ASSERT_TRUE(waitFor([&] { return missing.count() > 0; }))
        << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    EXPECT_FALSE(child<QPushButton>("paintTool")->isEnabled());
    child<QLineEdit>("newStructureName")->setText(QStringLiteral("heart"));
    click("addStructure");
    ASSERT_TRUE(waitFor([&] { return child<QPushButton>("paintTool")->isEnabled(); }));
    const Index3 at{40, 40, 20};
    paintAt(at);
    ASSERT_EQ(map().structures().size(), 1U);
    EXPECT_EQ(map().structures()[0].anatomyId, "heart");
    save();
    // What the model says of it is asked for as of any segmentation.
    waitForAnalysis();
    EXPECT_EQ(score("heart"), 0.25);
    EXPECT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.join(QLatin1Char('\n')).toStdString();
}

TEST_F(Editing, AnOperationRunsOnTheWholeStructure)
{
    openPhantom();
    const LabelMapPtr original = window->viewState().labels.get();
    child<QDoubleSpinBox>("operationSize")->setValue(8.0);
    click("shrinkStructure");
    ASSERT_TRUE(waitFor([&] {
        const Structure* now = map().structure(lung.label);
        return now && now->voxelCount < lung.voxelCount;
    })) << child<QLabel>("editStatus")->text().toStdString();
    click("editUndo");
    ASSERT_TRUE(
        waitFor([&] { return map().structure(lung.label)->voxelCount == lung.voxelCount; }));
    EXPECT_TRUE(std::ranges::equal(map().labels(), original->labels()));
    // Nothing to do is told.
    click("fillBetween");
    ASSERT_TRUE(waitFor([&] { return child<QPushButton>("fillBetween")->isEnabled(); }));
    EXPECT_FALSE(child<QLabel>("editStatus")->text().isEmpty());
    EXPECT_FALSE(child<QPushButton>("saveCorrected")->isEnabled());
}

TEST_F(Editing, SavedCorrectionsAreScoredWhereTheyChanged)
{
    openPhantom();
    ASSERT_EQ(score("lung"), 0.25);
    ASSERT_EQ(score("heart"), 0.25);
    const LabelMapPtr original = window->viewState().labels.get();
    const auto recordBefore = window->session().labelMap()->record;
    paintAt(background());
    const LabelMapPtr corrected = window->viewState().labels.get();
    save();
    ASSERT_TRUE(waitFor([&] { return window->session().analysis() && score("lung") == 0.75; }));
    EXPECT_EQ(score("heart"), 0.25) << "it did not change";
    EXPECT_FALSE(child<QPushButton>("saveCorrected")->isEnabled());
    const qint64 recordId = window->session().labelMap()->record.id;
    EXPECT_NE(recordId, recordBefore.id);

    // Both are in the archive with their own results.
    const qint64 seriesId = window->session().series()->series.id;
    const std::string model = window->session().analysis()->modelFingerprint;
    ASSERT_TRUE(waitFor([&] {
        const auto database = StudyDatabase::open(archive.folder());
        return database->analysis(seriesId, recordId, model)->has_value();
    }));
    const auto database = StudyDatabase::open(archive.folder());
    const auto before = database->analysis(seriesId, recordBefore.id, model);
    ASSERT_TRUE(before && *before);
    for (const Finding& finding : (*before)->findings)
        EXPECT_EQ(finding.score, 0.25);

    // The corrected one comes back when the series is opened, and nothing is asked.
    window->openSeries(seriesId);
    waitForAnalysis();
    EXPECT_TRUE(dialogs.questions.isEmpty());
    EXPECT_EQ(score("lung"), 0.75);
    const auto voxelsOf = [](const LabelMap& labels) {
        std::size_t count = 0;
        for (const std::uint16_t label : labels.labelsOf("lung"))
            count += labels.structure(label)->voxelCount;
        return count;
    };
    EXPECT_EQ(voxelsOf(map()), voxelsOf(*corrected));
    EXPECT_NE(voxelsOf(map()), voxelsOf(*original));
}

TEST_F(Editing, LeavingUnsavedCorrectionsIsAsked)
{
    openPhantom();
    const qint64 seriesId = window->session().series()->series.id;
    paintAt(background());
    const LabelMapPtr edited = window->viewState().labels.get();
    EXPECT_FALSE(window->close());
    EXPECT_EQ(dialogs.questions.size(), 1);
    window->openSeries(seriesId);
    EXPECT_EQ(dialogs.questions.size(), 2);
    EXPECT_EQ(window->viewState().labels.get(), edited);

    dialogs.nextAnswer = true; // Discard.
    EXPECT_TRUE(window->close());
    EXPECT_EQ(labelMapCount(), 1U);
    start();
    window->openSeries(seriesId);
    waitForAnalysis();
    EXPECT_EQ(dialogs.questions.size(), 3) << "what was discarded is offered again";
}

TEST_F(Editing, ACrashLosesNothing)
{
    openPhantom();
    const qint64 seriesId = window->session().series()->series.id;
    const Index3 at = background();
    paintAt(at);
    const LabelMapPtr edited = window->viewState().labels.get();
    window.reset(); // Nobody was asked.
    start();
    dialogs.nextAnswer = true; // Restore.
    window->openSeries(seriesId);
    ASSERT_TRUE(
        waitFor([&] { return window->viewState().labels.get() && map().at(at) == lung.label; }));
    EXPECT_EQ(dialogs.questions.size(), 1);
    EXPECT_TRUE(std::ranges::equal(map().labels(), edited->labels()));
    EXPECT_TRUE(child<QPushButton>("saveCorrected")->isEnabled());
    ASSERT_TRUE(waitFor([&] { return !window->viewState().labelPreview.get(); }));
    // And again, since they are still not stored; stored they are safe.
    start();
    dialogs.nextAnswer = true;
    window->openSeries(seriesId);
    ASSERT_TRUE(waitFor([&] {
        return window->viewState().labels.get() && map().at(at) == lung.label &&
               !window->viewState().labelPreview.get();
    }));
    waitForAnalysis();
    save();
    ASSERT_TRUE(waitFor([&] { return window->session().analysis().has_value(); }));
    start();
    window->openSeries(seriesId);
    waitForAnalysis();
    EXPECT_EQ(dialogs.questions.size(), 2);
}

} // namespace
} // namespace fovea
