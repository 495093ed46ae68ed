#include "model/edit/StructureOperations.h"
#include "tests/edit/EditSupport.h"

#include <algorithm>
#include <numbers>

namespace fovea {
namespace {

using namespace testing;

/// A ball of 7 mm radius on a grid of unequal spacing, and where it lies.
const ImageGeometry grid{.size = {40, 36, 16}, .spacingMm = {0.8, 0.9, 2.0}};
const Vec3 middle = grid.centreMm();

bool inBall(Index3 at, double radius)
{
    return norm(centreOf(grid, at) - middle) <= radius;
}

LabelMapPtr ball(double radius = 7.0)
{
    return mapOf(grid, [&](Index3 at) -> std::uint16_t { return inBall(at, radius) ? 3 : 0; });
}

TEST(StructureOperations, GrowingReachesAsFarAsSaid)
{
    const LabelMapPtr map = ball();
    const LabelMapPtr grown = applied(*map, *growStructure(*map, liver(), 3.0, {}));
    std::vector<Vec3> centres;
    eachVoxel(grid, [&](Index3 at) {
        if (map->at(at) == 3)
            centres.push_back(centreOf(grid, at));
    });
    eachVoxel(grid, [&](Index3 at) {
        double nearest = 1e9;
        for (const Vec3& centre : centres)
            nearest = std::min(nearest, norm(centreOf(grid, at) - centre));
        if (std::abs(nearest - 3.0) > 1e-3) {
            EXPECT_EQ(grown->at(at), nearest < 3.0 ? 3 : 0);
        }
    });
}

TEST(StructureOperations, GrowingByOneSpacingTakesTheNeighbour)
{
    const LabelMapPtr map =
        mapOf(grid, [](Index3 at) -> std::uint16_t { return at == Index3{20, 18, 8} ? 3 : 0; });
    const LabelMapPtr grown = applied(*map, *growStructure(*map, liver(), 0.9, {}));
    EXPECT_EQ(grown->structure(3)->voxelCount, 5u); // Along i and j, not along k (2 mm).
}

TEST(StructureOperations, ShrinkingIsGrowingOfTheRest)
{
    const LabelMapPtr map = ball();
    const LabelMapPtr shrunk = applied(*map, *shrinkStructure(*map, liver(), 2.5, {}));
    const LabelMapPtr rest =
        mapOf(grid, [&](Index3 at) -> std::uint16_t { return inBall(at, 7.0) ? 0 : 3; });
    const LabelMapPtr grown = applied(*rest, *growStructure(*rest, liver(), 2.5, {}));
    eachVoxel(grid, [&](Index3 at) { EXPECT_NE(shrunk->at(at), grown->at(at)); });
    EXPECT_GT(shrunk->structure(3)->voxelCount, 100u);
}

TEST(StructureOperations, WhatTheVolumeCutsOffDoesNotShrinkThere)
{
    const LabelMapPtr map =
        mapOf(grid, [](Index3 at) -> std::uint16_t { return at[0] < 20 ? 3 : 0; });
    const LabelMapPtr shrunk = applied(*map, *shrinkStructure(*map, liver(), 1.0, {}));
    EXPECT_EQ(shrunk->at({0, 0, 0}), 3);
    EXPECT_EQ(shrunk->structure(3)->high, (Index3{18, 35, 15}));
}

TEST(StructureOperations, ShrunkAwayIsGone)
{
    const LabelMapPtr map = ball(3.0);
    EXPECT_TRUE(applied(*map, *shrinkStructure(*map, liver(), 8.0, {}))->structures().empty());
}

TEST(StructureOperations, OthersKeepTheirVoxelsUnlessAllowed)
{
    const LabelMapPtr map = mapOf(grid, [](Index3 at) -> std::uint16_t {
        return inBall(at, 7.0) ? 3 : at[0] > 20 ? 5 : 0;
    });
    const LabelMapPtr kept = applied(*map, *growStructure(*map, liver(), 3.0, {}));
    EXPECT_EQ(kept->structure(5)->voxelCount, map->structure(5)->voxelCount);
    const LabelMapPtr taken = applied(*map, *growStructure(*map, liver(true), 3.0, {}));
    EXPECT_LT(taken->structure(5)->voxelCount, map->structure(5)->voxelCount);
}

TEST(StructureOperations, SmoothingTakesBumpsAndLeavesTheBall)
{
    const LabelMapPtr rough = mapOf(grid, [](Index3 at) -> std::uint16_t {
        const bool spike = at[1] == 18 && at[2] == 8 && at[0] > 20 && at[0] < 36;
        const bool hole = at == Index3{20, 18, 8};
        return (inBall(at, 7.0) || spike) && !hole ? 3 : 0;
    });
    const LabelMapPtr smooth = applied(*rough, *smoothStructure(*rough, liver(), 1.2, {}));
    EXPECT_EQ(smooth->at({20, 18, 8}), 3) << "the hole is closed";
    EXPECT_EQ(smooth->at({33, 18, 8}), 0) << "the spike is gone";
    // A Gaussian draws a surface of radius r in by sigma^2 / r.
    const double radius = 7.0 - 1.2 * 1.2 / 7.0;
    const double expected =
        4.0 / 3 * std::numbers::pi * std::pow(radius, 3) / grid.voxelVolumeMm3();
    EXPECT_NEAR(double(smooth->structure(3)->voxelCount), expected, 0.03 * expected);
}

TEST(StructureOperations, AFlatSurfaceStaysWhereItIs)
{
    const LabelMapPtr map =
        mapOf(grid, [](Index3 at) -> std::uint16_t { return at[0] < 17 ? 3 : 0; });
    EXPECT_TRUE(smoothStructure(*map, liver(), 3.0, {})->empty());
}

TEST(StructureOperations, TheLargestIslandStays)
{
    // A snake that only a path over all three axes holds together, and specks that touch it by an
    // edge or not at all.
    const LabelMapPtr map = mapOf(grid, [](Index3 at) -> std::uint16_t {
        const bool snake = (at[1] == 5 && at[2] == 3 && at[0] >= 2 && at[0] <= 30) ||
                           (at[0] == 30 && at[2] == 3 && at[1] >= 5 && at[1] <= 25) ||
                           (at[0] == 30 && at[1] == 25 && at[2] >= 3 && at[2] <= 12) ||
                           (at[2] == 12 && at[1] == 25 && at[0] >= 2 && at[0] <= 30);
        const bool byEdge = at == Index3{1, 6, 3} || at == Index3{31, 26, 12};
        const bool away = at[0] < 5 && at[1] > 30 && at[2] == 15;
        return snake || byEdge || away ? 3 : 0;
    });
    const LabelMapPtr kept = applied(*map, *keepLargestIsland(*map, liver(), {}));
    EXPECT_EQ(kept->structure(3)->voxelCount, 29u + 20u + 9u + 28u);
    EXPECT_EQ(kept->at({2, 5, 3}), 3);
    EXPECT_EQ(kept->at({2, 25, 12}), 3);
    EXPECT_EQ(kept->at({1, 6, 3}), 0);
    EXPECT_EQ(kept->at({0, 31, 15}), 0);
    EXPECT_TRUE(keepLargestIsland(*kept, liver(), {})->empty());
}

TEST(StructureOperations, SayWhyNot)
{
    const LabelMapPtr map = ball();
    const LabelMapPtr none = ball(-1);
    for (const auto& operation : {growStructure, shrinkStructure, smoothStructure}) {
        for (const double mm : {0.0, -2.0, 51.0, std::nan("")})
            EXPECT_EQ(operation(*map, liver(), mm, {}).error().code, ErrorCode::BadOption);
        EXPECT_TRUE(operation(*none, liver(), 2.0, {})->empty());
        std::stop_source stop;
        stop.request_stop();
        EXPECT_EQ(operation(*map, liver(), 2.0, Progress(stop.get_token())).error().code,
                  ErrorCode::Cancelled);
    }
    EXPECT_TRUE(keepLargestIsland(*none, liver(), {})->empty());
}

} // namespace
} // namespace fovea
