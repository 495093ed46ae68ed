#include "app/compare/anatomyOffset.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

struct Box {
    std::uint16_t label;
    const char* name;
    Index3 low;
    Index3 high; ///< Inclusive.
    Side side = Side::None;
};

ImageGeometry geometryAt(const Vec3& originMm, Index3 size = {30, 30, 30},
                         const Vec3& spacingMm = {2, 2, 3})
{
    ImageGeometry geometry;
    geometry.size = size;
    geometry.spacingMm = spacingMm;
    geometry.originMm = originMm;
    return geometry;
}

LabelMapPtr boxes(const ImageGeometry& geometry, const std::vector<Box>& all)
{
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
    std::vector<Structure> structures;
    for (const Box& box : all) {
        for (int k = box.low[2]; k <= box.high[2]; ++k) {
            for (int j = box.low[1]; j <= box.high[1]; ++j) {
                for (int i = box.low[0]; i <= box.high[0]; ++i)
                    labels[geometry.offset({i, j, k})] = box.label;
            }
        }
        Structure structure;
        structure.label = box.label;
        structure.name = box.name;
        structure.side = box.side;
        structures.push_back(structure);
    }
    return LabelMap::create(geometry, std::move(labels), structures);
}

const std::vector<Box> three{{1, "heart", {4, 4, 4}, {7, 7, 7}},
                             {2, "liver", {10, 10, 10}, {15, 15, 15}},
                             {3, "spleen", {20, 4, 10}, {23, 7, 13}}};

TEST(AnatomyOffset, IsWhereTheSameStructuresLie)
{
    const auto here = boxes(geometryAt({0, 0, 0}), three);
    const auto there = boxes(geometryAt({5, -3, 120}), three);
    const auto found = anatomyOffset(*here, *there);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->structures, 3);
    EXPECT_NEAR(found->mm[0], 5, 1e-9);
    EXPECT_NEAR(found->mm[1], -3, 1e-9);
    EXPECT_NEAR(found->mm[2], 120, 1e-9);
    EXPECT_NEAR(found->spreadMm, 0, 1e-9);
}

TEST(AnatomyOffset, DoesNotFollowTheOneThatMoved)
{
    auto moved = three;
    moved[0].low[2] += 9;
    moved[0].high[2] += 9; // 27 mm.
    const auto found =
        anatomyOffset(*boxes(geometryAt({0, 0, 0}), three), *boxes(geometryAt({0, 0, 10}), moved));
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->mm[2], 10, 1e-9);
    EXPECT_EQ(found->structures, 3);
}

TEST(AnatomyOffset, IsOfAnyGrid)
{
    // Twice the resolution: the same boxes in half the voxels of half the size.
    std::vector<Box> fine;
    for (const Box& box : three) {
        Box two = box;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            two.low[axis] = box.low[axis] * 2;
            two.high[axis] = box.high[axis] * 2 + 1;
        }
        fine.push_back(two);
    }
    // Centres of voxels: the fine grid begins a quarter of a coarse voxel before.
    const auto there = boxes(geometryAt({-0.5, -0.5, -0.75}, {60, 60, 60}, {1, 1, 1.5}), fine);
    const auto found = anatomyOffset(*boxes(geometryAt({0, 0, 0}), three), *there);
    ASSERT_TRUE(found);
    for (const double mm : found->mm)
        EXPECT_NEAR(mm, 0, 1e-9);
}

TEST(AnatomyOffset, LeavesOutWhatIsCutGrewOrIsOfTheOtherSide)
{
    const std::vector<Box> here{{1, "lung", {4, 4, 0}, {7, 7, 5}},
                                {2, "liver", {10, 10, 10}, {13, 13, 13}},
                                {3, "kidney", {20, 4, 10}, {23, 7, 13}, Side::Left}};
    const std::vector<Box> there{{1, "lung", {4, 4, 4}, {7, 7, 9}},
                                 {2, "liver", {10, 10, 10}, {18, 13, 13}},
                                 {3, "kidney", {20, 4, 10}, {23, 7, 13}, Side::Right}};
    const auto a = boxes(geometryAt({0, 0, 0}), here);
    EXPECT_FALSE(anatomyOffset(*a, *boxes(geometryAt({0, 0, 0}), there)));
    EXPECT_FALSE(anatomyOffset(*a, *boxes(geometryAt({0, 0, 0}), {})));
    auto alike = there;
    alike[2].side = Side::Left;
    const auto found = anatomyOffset(*a, *boxes(geometryAt({0, 0, 4}), alike));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->structures, 1);
    EXPECT_NEAR(found->mm[2], 4, 1e-9);
}

TEST(AnatomyOffset, StopsWhenItIsTold)
{
    std::stop_source stop;
    stop.request_stop();
    const auto map = boxes(geometryAt({0, 0, 0}), three);
    EXPECT_FALSE(anatomyOffset(*map, *map, Progress(stop.get_token())));
}

} // namespace
} // namespace fovea
