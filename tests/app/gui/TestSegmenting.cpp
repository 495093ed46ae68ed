#include "app/findings/FindingsModel.h"
#include "app/work/confidenceFile.h"
#include "storage/LabelMapFile.h"
#include "tests/app/gui/PatientStudies.h"
#include "tests/app/gui/WindowFixture.h"

#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

// Segmenting in the real window, with a model library that needs no LibTorch.

namespace fovea {
namespace {

class Segmenting : public WindowFixture {
protected:
    Segmenting()
        : WindowFixture({{96, 84, 60}, {3.8, 3.8, 5.5}}, FOVEA_FAKE_MODEL_LIBRARY)
    {
        const std::filesystem::path package =
            folder.filePath(QStringLiteral("model")).toStdString();
        std::filesystem::create_directories(package);
        for (const char* file : {"vocab.txt", "answers"})
            std::ofstream(package / file) << '\n';
        model.load(package);
    }
    /// The phantom's images alone.
    void openImages()
    {
        const std::filesystem::path images =
            folder.filePath(QStringLiteral("images")).toStdString();
        std::filesystem::create_directories(images);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(phantomFolder())) {
            const bool segmentation = entry.path().filename() == "seg.dcm";
            if (entry.is_regular_file() && entry.path().extension() == ".dcm" && !segmentation)
                std::filesystem::copy_file(entry.path(), images / entry.path().filename());
        }
        openWithoutLabels(images);
    }
    void openWithoutLabels(const std::filesystem::path& study)
    {
        bool missing = false;
        QObject::connect(
            &window->session(), &StudySession::labelsMissing, window.get(),
            [&missing] { missing = true; }, Qt::SingleShotConnection);
        window->importFolder(study);
        ASSERT_TRUE(waitFor([&missing] { return missing; }))
            << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    }
    /// A CT of a few windows of a tiny network: a bright box in 40 x 36 x 24 voxels of 1.5 mm.
    std::filesystem::path smallCt()
    {
        ImageGeometry geometry;
        geometry.size = {40, 36, 24};
        geometry.spacingMm = {1.5, 1.5, 1.5};
        std::vector<std::int16_t> voxels;
        for (int n = 0; n < 40 * 36 * 24; ++n) {
            const int i = n % 40;
            const int j = n / 40 % 36;
            const bool box = i > 10 && i < 30 && j > 8 && j < 20 && n / 1440 > 4;
            voxels.push_back(std::int16_t((box ? 60 : -900) + (i * 7 + j * 5) % 90));
        }
        const std::filesystem::path study = folder.filePath(QStringLiteral("small")).toStdString();
        std::filesystem::create_directories(study);
        PatientStudy patient;
        patient.patientName = "Phantom^Small";
        patient.patientId = "SMALL-1";
        patient.studyDate = "20240601";
        EXPECT_TRUE(
            writeCtSeries(*Volume::create(geometry, std::move(voxels)), study, patient, {}));
        return study;
    }
    std::vector<LabelMapRecord> stored()
    {
        const auto database = StudyDatabase::open(archive.folder());
        return *database->labelMapsOf(window->session().series()->series.id);
    }
    bool isIdle() { return child<QProgressBar>("busy")->isHidden(); }
};

TEST_F(Segmenting, ChestIsShownStoredAndAnalyzed)
{
    EXPECT_FALSE(child<QAction>("segmentChest")->isEnabled()) << "nothing is open";
    openImages();
    ASSERT_TRUE(child<QAction>("segmentChest")->isEnabled());
    trigger("segmentChest");
    EXPECT_FALSE(child<QAction>("segmentChest")->isEnabled()) << "one at a time";
    EXPECT_FALSE(isIdle());
    waitForAnalysis();
    const LabelMap& map = *window->viewState().labels.get();
    const auto named = [&](const std::string& name) {
        const auto found = std::ranges::find(map.structures(), name, &Structure::name);
        return found == map.structures().end() ? nullptr : &*found;
    };
    ASSERT_TRUE(named("lung_left"));
    ASSERT_TRUE(named("lung_right"));
    EXPECT_EQ(named("lung_left")->anatomyId, "lung");
    const ImageGeometry& geometry = map.geometry();
    const auto middleX = [&](const Structure& structure) {
        const auto mean = [&](std::size_t a) {
            return (structure.low[a] + structure.high[a]) / 2.0;
        };
        return geometry.indexToPatient({mean(0), mean(1), mean(2)})[0];
    };
    EXPECT_GT(middleX(*named("lung_left")), middleX(*named("lung_right")) + 50)
        << "LPS: +x is left";
    ASSERT_TRUE(named("body"));
    EXPECT_TRUE(window->viewState().hiddenLabels.get().contains(named("body")->label));
    EXPECT_TRUE(isIdle());
    EXPECT_TRUE(child<QAction>("segmentChest")->isEnabled());
    ASSERT_EQ(stored().size(), 1u);

    // It is not made twice.
    bool again = false;
    QObject::connect(&window->session(), &StudySession::labelsShown, window.get(),
                     [&again] { again = true; });
    trigger("segmentChest");
    ASSERT_TRUE(waitFor([&again] { return again; }));
    EXPECT_EQ(stored().size(), 1u);
    EXPECT_TRUE(dialogs.errors.isEmpty());
}

TEST_F(Segmenting, WhatSpeaksAgainstAStructureStandsBesideIt)
{
    window->importFolder(phantomFolder());
    waitForAnalysis();
    const auto* tree = child<QTreeWidget>("anatomies");
    const auto marks = [&] {
        QStringList all;
        for (QTreeWidgetItemIterator it(const_cast<QTreeWidget*>(tree)); *it; ++it) {
            const QString said = (*it)->data(3, Qt::AccessibleTextRole).toString();
            EXPECT_EQ((*it)->icon(3).isNull(), said.isEmpty()) << said.toStdString();
            EXPECT_TRUE((*it)->toolTip(0).startsWith((*it)->text(0))) << "whole, where it is cut";
            all << said;
        }
        return all.join(QLatin1Char('\n'));
    };
    const QLatin1String sides("Left and right");
    EXPECT_FALSE(marks().contains(sides)) << "a phantom is as it should be";
    EXPECT_TRUE(marks().contains(QLatin1String("border of the scan"))) << "it goes on beyond it";

    // The same with left and right mixed up, as a file of another program.
    const LabelMap& map = *window->viewState().labels.get();
    std::vector<Structure> swapped = map.structures();
    for (Structure& structure : swapped) {
        const QString name = QString::fromStdString(structure.name);
        QString other = name;
        if (name.contains(QLatin1String("left")))
            other.replace(QLatin1String("left"), QLatin1String("right"));
        else
            other.replace(QLatin1String("right"), QLatin1String("left"));
        structure.name = other.toStdString();
    }
    const std::filesystem::path file =
        folder.filePath(QStringLiteral("swapped.seg.nrrd")).toStdString();
    ASSERT_TRUE(writeLabelMapFile(
        file,
        *LabelMap::create(map.geometry(), {map.labels().begin(), map.labels().end()}, swapped)));
    window->openSegmentation(file);
    ASSERT_TRUE(waitFor([&] { return marks().contains(sides); }));
    waitForAnalysis();

    // Scores of what may be on the other side are marked, and say why.
    const QAbstractItemModel& findings = *child<QTreeView>("findings")->model();
    ASSERT_TRUE(waitFor([&] { return findings.rowCount() > 0; }));
    int marked = 0;
    for (int n = 0; n < findings.rowCount(); ++n) {
        const QModelIndex anatomy = findings.index(n, 0);
        const QModelIndex score = findings.index(0, FindingsModel::ProbabilityColumn, anatomy);
        if (!anatomy.data(Qt::ToolTipRole).toString().contains(sides))
            continue;
        ++marked;
        EXPECT_FALSE(anatomy.data(Qt::DecorationRole).value<QIcon>().isNull());
        EXPECT_TRUE(score.data(Qt::ToolTipRole).toString().contains(sides));
    }
    EXPECT_GT(marked, 0);
}

TEST_F(Segmenting, HowSureANetworkWasStaysWithItsSegmentation)
{
    openImages();
    trigger("segmentChest");
    waitForAnalysis();
    const auto item = [this] {
        auto* tree = child<QTreeWidget>("anatomies");
        for (QTreeWidgetItemIterator it(tree); *it; ++it) {
            if ((*it)->text(0).contains(QLatin1String("right"), Qt::CaseInsensitive) &&
                (*it)->text(0).contains(QLatin1String("lung"), Qt::CaseInsensitive))
                return *it;
        }
        return static_cast<QTreeWidgetItem*>(nullptr);
    };
    ASSERT_TRUE(item());
    EXPECT_FALSE(item()->toolTip(3).contains(QLatin1String("probability"))) << "no network";
    const LabelMapPtr labels = window->viewState().labels.get();
    const auto right = std::ranges::find(labels->structures(), "lung_right", &Structure::name);
    ASSERT_NE(right, labels->structures().end());
    ASSERT_TRUE(writeConfidence(stored()[0], {labels, {{right->label, 0.42, 0.3}}}));
    window->openSeries(window->session().series()->series.id);
    ASSERT_TRUE(
        waitFor([&] { return item() && item()->toolTip(3).contains(QLatin1String("0.42")); }));
    EXPECT_TRUE(item()->toolTip(3).contains(QLatin1String("unsure")));
    const QAbstractItemModel& findings = *child<QTreeView>("findings")->model();
    ASSERT_TRUE(waitFor([&] {
        for (int n = 0; n < findings.rowCount(); ++n) {
            if (findings.index(n, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QLatin1String("unsure")))
                return true;
        }
        return false;
    }));
    std::ofstream(confidenceFileOf(stored()[0])) << "{ not JSON";
    EXPECT_TRUE(readConfidence(stored()[0], *labels).empty());
}

TEST_F(Segmenting, WhatHasNoLungsIsRefused)
{
    const PatientStudies studies;
    openWithoutLabels(studies.write({.segmented = false}));
    trigger("segmentChest");
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); }));
    EXPECT_TRUE(dialogs.errors.first().contains(QLatin1String("no lungs")))
        << dialogs.errors.first().toStdString();
    EXPECT_TRUE(stored().empty());
    EXPECT_TRUE(isIdle());
    EXPECT_TRUE(child<QAction>("segmentChest")->isEnabled());
}

TEST_F(Segmenting, ItIsStopped)
{
    openImages();
    trigger("segmentChest");
    child<QPushButton>("cancelBusy")->click();
    ASSERT_TRUE(waitFor([this] { return child<QAction>("segmentChest")->isEnabled(); }));
    EXPECT_TRUE(stored().empty());
    EXPECT_TRUE(isIdle());
    EXPECT_TRUE(dialogs.errors.isEmpty());
}

TEST_F(Segmenting, ANetworkFolderIsAskedForAndRemembered)
{
    EXPECT_FALSE(child<QAction>("segmentNetworkAgain")->isVisible());
    const PatientStudies studies;
    openWithoutLabels(studies.write({.segmented = false}));
    const QString empty = folder.filePath(QStringLiteral("network"));
    std::filesystem::create_directories(empty.toStdString());
    dialogs.nextFolder = empty;
    trigger("segmentNetwork");
    ASSERT_TRUE(waitFor([this] { return !dialogs.errors.isEmpty(); })) << "there is no network";
    EXPECT_TRUE(child<QAction>("segmentNetworkAgain")->isVisible());
    EXPECT_TRUE(child<QAction>("segmentNetworkAgain")->text().contains(QLatin1String("network")));
    restart();
    EXPECT_TRUE(child<QAction>("segmentNetworkAgain")->isVisible());
}

TEST_F(Segmenting, ImportedNetworksAreOffered)
{
    const std::filesystem::path models = folder.filePath(QStringLiteral("models")).toStdString();
    settings.setModelsFolder(models);
    const auto menu = [this] {
        auto* found = child<QAction>("segmentChest")->associatedObjects().value(0);
        return qobject_cast<QMenu*>(found);
    };
    const auto action = [this](const char* name) {
        return window->findChild<QAction*>(QLatin1String(name));
    };
    for (const char* name : {"Dataset901_Tiny", "Dataset291_TotalSegmentator_part1_organs_1559subj",
                             "Dataset293_TotalSegmentator_part3_cardiac_1559subj"})
        std::filesystem::create_directories(models / "segmentation" / name);
    Q_EMIT menu()->aboutToShow();
    ASSERT_TRUE(action("segmentWith_Dataset901_Tiny"));
    EXPECT_FALSE(action("segmentWith_Dataset901_Tiny")->isEnabled()) << "nothing is open";
    ASSERT_TRUE(action("segmentWith_total"));
    EXPECT_TRUE(action("segmentWith_total")->text().contains(QLatin1Char('2')));
    std::filesystem::remove_all(models / "segmentation");
    Q_EMIT menu()->aboutToShow();
    EXPECT_FALSE(action("segmentWith_Dataset901_Tiny")->isVisible());
    EXPECT_FALSE(action("segmentWith_total")->isVisible());
}

TEST_F(Segmenting, ATinyNetworkSegments)
{
    const std::filesystem::path network =
        std::filesystem::path(FOVEA_SHARED_DIR) / "golden/nnunet/Dataset901_Tiny";
    if (!std::filesystem::exists(network))
        GTEST_SKIP() << "no shared sample data";
    openWithoutLabels(smallCt());
    const std::filesystem::path models = folder.filePath(QStringLiteral("models")).toStdString();
    std::filesystem::create_directories(models / "segmentation");
    std::filesystem::copy(network, models / "segmentation/Dataset901_Tiny",
                          std::filesystem::copy_options::recursive);
    settings.setModelsFolder(models);
    Q_EMIT qobject_cast<QMenu*>(child<QAction>("segmentChest")->associatedObjects().value(0))
        ->aboutToShow();
    trigger("segmentWith_Dataset901_Tiny");
    ASSERT_TRUE(waitFor(
        [this] { return window->session().labelMap().has_value() || !dialogs.errors.isEmpty(); }));
    EXPECT_TRUE(dialogs.errors.isEmpty()) << dialogs.errors.join(QLatin1Char('\n')).toStdString();
    ASSERT_EQ(stored().size(), 1u);
    EXPECT_TRUE(stored()[0].label.starts_with("Dataset901_Tiny [")) << stored()[0].label;
    EXPECT_FALSE(window->session().labelMap()->confidence.empty()) << "kept beside it";
}

} // namespace
} // namespace fovea
