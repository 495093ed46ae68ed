#include "model/edit/StructureOperations.h"
#include "tests/edit/EditSupport.h"

#include <algorithm>

namespace fovea {
namespace {

using namespace testing;

const ImageGeometry grid{.size = {41, 41, 13}, .spacingMm = {1, 1, 3}};

/// Discs around the middle, of a radius per slice; 0: none.
LabelMapPtr discs(const std::function<double(int)>& radius)
{
    return mapOf(grid, [&](Index3 at) -> std::uint16_t {
        return std::hypot(at[0] - 20, at[1] - 20) < radius(at[2]) ? 3 : 0;
    });
}

std::size_t voxelsOfSlice(const LabelMap& map, int k)
{
    const LabelBlock slice = readBlock(map, {{0, 0, k}, {40, 40, k}});
    return std::size_t(std::ranges::count(slice.labels, 3));
}

TEST(FillBetweenSlices, AConeOutOfItsEnds)
{
    const LabelMapPtr ends = discs([](int k) { return k == 2 ? 4.0 : k == 10 ? 16.0 : 0.0; });
    const auto patch = fillBetweenSlices(*ends, liver(), 2, {});
    ASSERT_TRUE(patch);
    const LabelMapPtr filled = applied(*ends, *patch);
    for (int k = 0; k < 13; ++k) {
        const double radius = k < 2 || k > 10 ? 0 : 4 + 12 * (k - 2) / 8.0;
        EXPECT_NEAR(std::sqrt(double(voxelsOfSlice(*filled, k)) / 3.14159265), radius, 0.6) << k;
    }
    EXPECT_EQ(voxelsOfSlice(*filled, 2), voxelsOfSlice(*ends, 2));
    EXPECT_EQ(voxelsOfSlice(*filled, 10), voxelsOfSlice(*ends, 10));
}

TEST(FillBetweenSlices, GoesAlongTheAxisAskedFor)
{
    const LabelMapPtr ends = mapOf(grid, [](Index3 at) -> std::uint16_t {
        const bool painted = at[0] == 5 || at[0] == 9;
        return painted && at[1] > 10 && at[1] < 30 && at[2] > 2 && at[2] < 9 ? 3 : 0;
    });
    const LabelMapPtr filled = applied(*ends, *fillBetweenSlices(*ends, liver(), 0, {}));
    EXPECT_EQ(filled->structure(3)->voxelCount, 5u * 19u * 6u); // A box, whole.
    EXPECT_TRUE(fillBetweenSlices(*ends, liver(), 2, {})->empty());
}

TEST(FillBetweenSlices, OthersKeepTheirVoxels)
{
    const LabelMapPtr ends = mapOf(grid, [](Index3 at) -> std::uint16_t {
        if (at[2] == 5 && at[0] == 20)
            return 5;
        return (at[2] == 3 || at[2] == 7) && std::hypot(at[0] - 20, at[1] - 20) < 8 ? 3 : 0;
    });
    const LabelMapPtr kept = applied(*ends, *fillBetweenSlices(*ends, liver(), 2, {}));
    EXPECT_EQ(kept->at({20, 20, 5}), 5);
    EXPECT_EQ(kept->at({21, 20, 5}), 3);
    const LabelMapPtr taken = applied(*ends, *fillBetweenSlices(*ends, liver(true), 2, {}));
    EXPECT_EQ(taken->at({20, 20, 5}), 3);
}

TEST(FillBetweenSlices, WithoutAGapNothingIsFilled)
{
    for (const auto& radius : std::vector<std::function<double(int)>>{
             [](int) { return 0.0; }, [](int k) { return k == 3 ? 5.0 : 0.0; },
             [](int) { return 5.0; }})
    {
        const auto patch = fillBetweenSlices(*discs(radius), liver(), 2, {});
        ASSERT_TRUE(patch);
        EXPECT_TRUE(patch->empty());
    }
    const auto noAxis = fillBetweenSlices(*discs([](int) { return 5.0; }), liver(), 3, {});
    ASSERT_FALSE(noAxis);
    EXPECT_EQ(noAxis.error().code, ErrorCode::BadOption);
}

} // namespace
} // namespace fovea
