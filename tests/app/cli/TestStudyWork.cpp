#include "app/work/studyWork.h"
#include "storage/CatalogFile.h"
#include "storage/DicomWriter.h"
#include "storage/Importer.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>

// Images, segmentation and measures of a real CT, on the way that window and command line take.

using namespace fovea;
namespace fs = std::filesystem;

TEST(StudyWork, realAortaHasItsKnownDensity)
{
    const fs::path data = fs::path(FOVEA_SHARED_DIR) / "data/totalsegmentator";
    if (!fs::exists(data))
        GTEST_SKIP() << "sample data not there";
    const auto catalog =
        readCatalogFile(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/anatomies.json");
    ASSERT_TRUE(catalog);
    std::string name = (fs::temp_directory_path() / "fovea-work-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    {
        auto database = StudyDatabase::open(name);
        ASSERT_TRUE(database);
        const auto scan = scanFolder(data / "example_ct_dicom", {});
        ASSERT_TRUE(scan);
        const auto imported = importScan(*database, *scan, ImportMode::Reference, {});
        ASSERT_TRUE(imported);
        ASSERT_EQ(imported->seriesIds.size(), 1u);
        const auto series = loadSeries(*database, imported->seriesIds.front(), {});
        ASSERT_TRUE(series) << series.error().detail;
        EXPECT_FALSE(*newestLabelMap(*database, series->series.id));

        const auto labels = attachAndLoadLabelMap(*database, *series,
                                                  data / "example_seg_dicom.nii.gz", *catalog, {});
        ASSERT_TRUE(labels) << labels.error().detail;
        const auto& structures = labels->labels->structures();
        const auto aorta = std::ranges::find(structures, "aorta", &Structure::name);
        ASSERT_NE(aorta, structures.end());
        EXPECT_EQ(aorta->label, 52);
        EXPECT_EQ(aorta->anatomyId, "aorta");
        const auto& measure = labels->measures[std::size_t(aorta - structures.begin())];
        EXPECT_NEAR(measure.meanHu, 177.3, 0.05);

        // Stored: the same comes back from the archive.
        const auto newest = newestLabelMap(*database, series->series.id);
        ASSERT_TRUE(newest);
        ASSERT_TRUE(*newest);
        EXPECT_EQ((*newest)->id, labels->record.id);
        const auto again = loadLabelMap(*series, **newest, *catalog, {});
        ASSERT_TRUE(again) << again.error().detail;
        EXPECT_TRUE(std::ranges::equal(again->labels->labels(), labels->labels->labels()));
    }
    fs::remove_all(name);
}

TEST(StudyWork, ThePreviewIsTheMiddleSliceInItsPlace)
{
    std::string name = (fs::temp_directory_path() / "fovea-work-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    ImageGeometry geometry;
    geometry.size = {6, 5, 7};
    geometry.spacingMm = {0.7, 0.8, 2.5};
    geometry.originMm = {-11, 12, -130};
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    for (std::size_t n = 0; n < voxels.size(); ++n)
        voxels[n] = static_cast<std::int16_t>(n);
    ASSERT_TRUE(writeCtSeries(*Volume::create(geometry, std::move(voxels)), fs::path(name) / "ct",
                              {}, CtSeriesOptions{}));
    {
        auto database = StudyDatabase::open(fs::path(name) / "archive");
        ASSERT_TRUE(database);
        const auto scan = scanFolder(fs::path(name) / "ct", {});
        ASSERT_TRUE(scan);
        const auto imported = importScan(*database, *scan, ImportMode::Reference, {});
        ASSERT_TRUE(imported);
        const auto whole = loadSeries(*database, imported->seriesIds.front(), {});
        ASSERT_TRUE(whole);
        const auto preview = loadPreview(*database, imported->seriesIds.front(), {});
        ASSERT_TRUE(preview);
        ASSERT_NE(*preview, nullptr);
        const ImageGeometry& grid = (*preview)->geometry();
        EXPECT_EQ(grid.size, (Index3{6, 5, 1}));
        const Vec3 corner = whole->volume->geometry().indexToPatient({0, 0, 3});
        for (int axis = 0; axis < 3; ++axis)
            EXPECT_NEAR(grid.originMm[axis], corner[axis], 1e-6);
        EXPECT_TRUE(
            std::ranges::equal((*preview)->voxels(), whole->volume->voxels().subspan(3 * 30, 30)));
    }
    fs::remove_all(name);
}

TEST(StudyWork, TwoFilesHaveNoPreview)
{
    std::string name = (fs::temp_directory_path() / "fovea-work-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    ImageGeometry geometry;
    geometry.size = {4, 4, 2};
    ASSERT_TRUE(writeCtSeries(*Volume::create(geometry, std::vector<std::int16_t>(32)),
                              fs::path(name) / "ct", {}, CtSeriesOptions{}));
    {
        auto database = StudyDatabase::open(fs::path(name) / "archive");
        ASSERT_TRUE(database);
        const auto imported = importScan(*database, *scanFolder(fs::path(name) / "ct", {}),
                                         ImportMode::Reference, {});
        ASSERT_TRUE(imported);
        const auto preview = loadPreview(*database, imported->seriesIds.front(), {});
        ASSERT_TRUE(preview);
        EXPECT_EQ(*preview, nullptr);
    }
    fs::remove_all(name);
}
