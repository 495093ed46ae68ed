#include "model/chest/segmentChest.h"
#include "storage/LabelMapReader.h"
#include "storage/VolumeFile.h"

#include <filesystem>
#include <gtest/gtest.h>

// Real scans, where there are some beside the project.

namespace fovea {
namespace {

namespace fs = std::filesystem;

fs::path dataFile(const char* name)
{
    return fs::path(FOVEA_SHARED_DIR) / "data" / name;
}

TEST(ChestFiles, LungsOfARealChestAgreeWithTheirLabel)
{
    const fs::path ct = dataFile("chest-ct-small/ct-64.nrrd");
    if (!fs::exists(ct))
        GTEST_SKIP() << "no sample data";
    const auto volume = readVolumeFile(ct, {});
    ASSERT_TRUE(volume);
    const auto whole = readLabelMap(dataFile("chest-ct-small/wholeLung-64.nrrd"),
                                    {volume->volume->geometry(), {}, {}}, AnatomyCatalog{}, {}, {});
    ASSERT_TRUE(whole);
    const auto made = segmentChest(*volume->volume, {});
    ASSERT_TRUE(made);
    std::size_t both = 0;
    std::size_t sum = 0;
    double leftX = 0.0;
    double rightX = 0.0;
    const auto lungRight = static_cast<std::uint16_t>(ChestLabel::LungRight);
    const auto lungLeft = static_cast<std::uint16_t>(ChestLabel::LungLeft);
    for (std::size_t n = 0; n < (*made)->labels().size(); ++n) {
        const std::uint16_t label = (*made)->labels()[n];
        const bool a = label == lungRight || label == lungLeft;
        const bool b = whole->labels->labels()[n] != 0;
        both += a && b ? 1 : 0;
        sum += (a ? 1 : 0) + (b ? 1 : 0);
        (label == lungLeft ? leftX : rightX) += a ? static_cast<double>(n % 64) : 0.0;
    }
    EXPECT_GE(2.0 * static_cast<double>(both) / static_cast<double>(sum), 0.95);
    // Columns run towards the patient's left.
    EXPECT_GT(leftX / static_cast<double>((*made)->structure(lungLeft)->voxelCount),
              rightX / static_cast<double>((*made)->structure(lungRight)->voxelCount) + 20);
}

TEST(ChestFiles, AnAbdomenIsRefused)
{
    const fs::path ct = dataFile("totalsegmentator/example_ct_sm.nii.gz");
    if (!fs::exists(ct))
        GTEST_SKIP() << "no sample data";
    const auto volume = readVolumeFile(ct, {});
    ASSERT_TRUE(volume);
    const auto made = segmentChest(*volume->volume, {});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::NoRegion);
}

} // namespace
} // namespace fovea
