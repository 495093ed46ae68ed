#include "tests/viewer/support/markerVolume.h"
#include "viewer/volume/SurfaceSet.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

/// Two blocks: label 1 of `reach` voxels around one place, label 2 of 4 around another.
LabelMapPtr blocks(int reach)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    std::vector<std::uint16_t> labels(geometry.voxelCount());
    const auto fill = [&](Index3 at, int by, std::uint16_t label) {
        for (int k = at[2] - by; k <= at[2] + by; ++k) {
            for (int j = at[1] - by; j <= at[1] + by; ++j) {
                for (int i = at[0] - by; i <= at[0] + by; ++i)
                    labels[geometry.offset({i, j, k})] = label;
            }
        }
    };
    if (reach > 0)
        fill({10, 12, 10}, reach, 1);
    fill({28, 34, 24}, 4, 2);
    return LabelMap::create(geometry, std::move(labels), {});
}

TEST(SurfacesAfterEdit, OnlyThoseOfChangedStructuresAreNew)
{
    const auto whole = buildSurfaces(blocks(4), {}, {});
    const LabelMapPtr edited = blocks(7);
    const auto rebuilt = buildSurfaces(edited, {}, {}, std::set<std::uint16_t>{1});
    ASSERT_TRUE(whole && rebuilt);
    EXPECT_EQ((*rebuilt)->surfaceCount(), 1U);
    const SurfaceSetPtr merged = withRebuilt(*whole, *rebuilt, {1});
    EXPECT_EQ(merged->labels(), edited);
    EXPECT_EQ(merged->surfaceCount(), 2U);
    EXPECT_EQ(merged->enclosedMl(1), (*rebuilt)->enclosedMl(1));
    EXPECT_GT(merged->enclosedMl(1), 2 * (*whole)->enclosedMl(1));
    EXPECT_EQ(merged->enclosedMl(2), (*whole)->enclosedMl(2));
    const auto anew = buildSurfaces(edited, {}, {});
    EXPECT_EQ(merged->triangleCount(), (*anew)->triangleCount());
}

TEST(SurfacesAfterEdit, AStructureThatIsGoneHasNone)
{
    const auto whole = buildSurfaces(blocks(4), {}, {});
    const auto rebuilt = buildSurfaces(blocks(0), {}, {}, std::set<std::uint16_t>{1});
    ASSERT_TRUE(whole && rebuilt);
    const SurfaceSetPtr merged = withRebuilt(*whole, *rebuilt, {1});
    EXPECT_EQ(merged->surfaceCount(), 1U);
    EXPECT_EQ(merged->enclosedMl(1), 0);
}

} // namespace
} // namespace fovea
