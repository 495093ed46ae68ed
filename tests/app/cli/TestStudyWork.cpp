#include "app/work/studyWork.h"
#include "storage/CatalogFile.h"
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
