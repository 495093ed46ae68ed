// What can segment on a computer, and what of it is run.

#include "app/segment/SegmenterChoice.h"
#include "storage/CatalogFile.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

const fs::path tiny = fs::path(FOVEA_SHARED_DIR) / "golden/nnunet/Dataset901_Tiny";

TEST(SegmenterChoices, AreWhatIsImportedAndWhatIsAllowed)
{
    const test::TemporaryFolder models;
    for (const char* name : {"Dataset901_Tiny", "Dataset291_TotalSegmentator_part1_organs",
                             "Dataset293_TotalSegmentator_part3_cardiac", "half.new-1"})
        fs::create_directories(models.path() / "segmentation" / name);
    fs::create_directories(models.path() / "segmentation" /
                           "Dataset298_TotalSegmentator_total_6mm");
    std::vector<std::string> ids;
    for (const SegmenterChoice& choice :
         segmenterChoices(models.path(), ExternalUse::Fast, {"heart"}))
        ids.push_back(choice.id);
    EXPECT_EQ(ids, (std::vector<std::string>{
                       "chest", "network:Dataset291_TotalSegmentator_part1_organs",
                       "network:Dataset293_TotalSegmentator_part3_cardiac",
                       "network:Dataset298_TotalSegmentator_total_6mm", "network:Dataset901_Tiny",
                       "total", "total-analyzed", "external-fast"}));
    const auto choices = segmenterChoices(models.path(), ExternalUse::No, {"heart"});
    const SegmenterChoice& analyzed = choices.back();
    EXPECT_EQ(analyzed.folders.size(), 2U) << "the parts";
    EXPECT_EQ(analyzed.coarse.filename(), "Dataset298_TotalSegmentator_total_6mm");
    EXPECT_EQ(segmenterChoices(models.path(), ExternalUse::No, {}).back().id, "total")
        << "without a model to ask";
    EXPECT_EQ(segmenterChoices(models.path() / "none", ExternalUse::No, {"heart"}).size(), 1u);
}

/// A network of the reference's figures under a data set's name.
fs::path networkCalled(const test::TemporaryFolder& folder, const std::string& name)
{
    fs::copy(tiny, folder.path() / name, fs::copy_options::recursive);
    return folder.path() / name;
}

VolumePtr volume()
{
    ImageGeometry geometry;
    geometry.size = {40, 36, 30};
    geometry.spacingMm = {2, 2, 2};
    std::vector<std::int16_t> voxels;
    for (int n = 0; n < 40 * 36 * 30; ++n)
        voxels.push_back(static_cast<std::int16_t>(n * 7 % 900 - 500));
    return Volume::create(geometry, std::move(voxels));
}

class AnalyzedAlone : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!fs::exists(tiny))
            GTEST_SKIP() << "skipped: ../shared is not there";
        auto read =
            readCatalogFile(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/anatomies.json");
        ASSERT_TRUE(read);
        m_catalog = *std::move(read);
    }

    Result<Segmenter> segmenter(const SegmenterChoice& choice) const
    {
        return makeSegmenter(choice, FOVEA_MODEL_LIBRARY, m_catalog, Progress{});
    }

    AnatomyCatalog m_catalog;
};

TEST_F(AnalyzedAlone, OtherStructuresAreLeftOutAndOtherNetworksNotRun)
{
    const test::TemporaryFolder folder;
    const fs::path network = networkCalled(folder, "Dataset291_TotalSegmentator_part1_organs");
    // A part that knows nothing of what is analyzed, and could not be run: it has no checkpoint.
    const fs::path other = networkCalled(folder, "Dataset292_TotalSegmentator_part2_vertebrae");
    for (const auto& entry : fs::recursive_directory_iterator(other)) {
        if (entry.path().filename() == "dataset.json") {
            std::ofstream(entry.path(), std::ios::trunc)
                << R"({"channel_names": {"0": "CT"}, "labels": {"background": 0, "sacrum": 1}})";
        }
    }
    SegmenterChoice all{SegmenterChoice::Kind::Network, "total", {network}, {}, {}};
    SegmenterChoice some{
        SegmenterChoice::Kind::Network, "total-analyzed", {network, other}, {"kidneys"}, {}};
    const auto whole = segmenter(all);
    const auto part = segmenter(some);
    ASSERT_TRUE(whole) << whole.error().detail;
    ASSERT_TRUE(part) << part.error().detail;
    EXPECT_NE(whole->fingerprint, part->fingerprint) << "never taken for the whole";
    const auto made = part->segment(*volume(), Progress{});
    ASSERT_TRUE(made) << made.error().detail;
    for (const Structure& structure : made->labels->structures())
        EXPECT_TRUE(structure.name.starts_with("kidney_")) << structure.name;

    some.coarse = network;
    const auto cropped = segmenter(some);
    ASSERT_TRUE(cropped);
    EXPECT_NE(cropped->fingerprint, part->fingerprint);
    EXPECT_TRUE(cropped->segment(*volume(), Progress{}));

    some.anatomies = {"heart"};
    EXPECT_EQ(segmenter(some).error().code, ErrorCode::NoStructures);
}

} // namespace
} // namespace fovea
