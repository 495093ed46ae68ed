#include "model/edit/BrushStroke.h"
#include "tests/edit/EditSupport.h"

#include <algorithm>

namespace fovea {
namespace {

using namespace testing;
using Action = BrushSettings::Action;
using Shape = BrushSettings::Shape;

const Vec3 towardsFeet{0, 0, -1};

VolumePtr rampVolume(const ImageGeometry& geometry)
{
    std::vector<std::int16_t> hu;
    eachVoxel(geometry, [&](Index3 at) { hu.push_back(std::int16_t(at[0] * 10 - 100)); });
    return Volume::create(geometry, std::move(hu));
}

BrushSettings brush(double radiusMm, Shape shape = Shape::Sphere, Action action = Action::Paint)
{
    BrushSettings settings;
    settings.action = action;
    settings.shape = shape;
    settings.target = liver();
    settings.radiusMm = radiusMm;
    return settings;
}

LabelMapPtr empty()
{
    return mapOf(obliqueGrid(), [](Index3) { return std::uint16_t{0}; });
}

/// One stroke through the positions, applied.
LabelMapPtr stroked(const LabelMapPtr& map, const BrushSettings& settings,
                    std::initializer_list<Vec3> positions, const Vec3& normal = towardsFeet)
{
    auto stroke = BrushStroke::begin(map, rampVolume(map->geometry()), settings, normal);
    EXPECT_TRUE(stroke);
    for (const Vec3& at : positions)
        stroke->moveTo(at);
    return applied(*map, stroke->patch());
}

TEST(BrushStroke, ASphereIsOneInThePatient)
{
    const ImageGeometry grid = obliqueGrid();
    const Vec3 centre = grid.indexToPatient({14.3, 12.6, 8.2});
    const LabelMapPtr map = stroked(empty(), brush(5.0), {centre});
    int inside = 0;
    eachVoxel(grid, [&](Index3 at) {
        const bool near = norm(centreOf(grid, at) - centre) <= 5.0;
        EXPECT_EQ(map->at(at), near ? 3 : 0);
        inside += near ? 1 : 0;
    });
    EXPECT_GT(inside, 200);
}

TEST(BrushStroke, ADiscIsTheSliceThatIsShown)
{
    const ImageGeometry grid = obliqueGrid();
    for (const double depth : {7.5, 8.0, 8.49}) { // Half-way goes up, as the slice renderer does.
        const Vec3 centre = grid.indexToPatient({14, 12, depth});
        const LabelMapPtr map = stroked(empty(), brush(4.0, Shape::Disc), {centre});
        eachVoxel(grid, [&](Index3 at) {
            const Vec3 there = grid.indexToPatient({double(at[0]), double(at[1]), depth});
            EXPECT_EQ(map->at(at), at[2] == 8 && norm(there - centre) <= 4.0 ? 3 : 0);
        });
    }
}

TEST(BrushStroke, AnObliqueDiscIsALayerWithoutHoles)
{
    const ImageGeometry grid = obliqueGrid();
    const Vec3 normal = Vec3{std::sqrt(0.5), 0, std::sqrt(0.5)};
    const Vec3 centre = grid.indexToPatient({14, 12, 8});
    const LabelMapPtr map = stroked(empty(), brush(4.0, Shape::Disc), {centre}, normal);
    // Whatever point well inside the disc is looked at, its voxel is painted.
    const Vec3 right{0, 1, 0};
    const Vec3 down{std::sqrt(0.5), 0, -std::sqrt(0.5)};
    for (double x = -2; x <= 2; x += 0.25) {
        for (double y = -1.5; y <= 1.5; y += 0.25) {
            const Vec3 at = grid.patientToIndex(centre + right * x + down * y);
            EXPECT_EQ(map->at({int(std::lround(at[0])), int(std::lround(at[1])),
                               int(std::lround(at[2]))}),
                      3);
        }
    }
    EXPECT_LT(map->structure(3)->voxelCount,
              stroked(empty(), brush(4.0), {centre})->structure(3)->voxelCount);
}

TEST(BrushStroke, TheSmallestBrushTakesTheVoxelUnderIt)
{
    const LabelMapPtr map =
        stroked(empty(), brush(0.01), {obliqueGrid().indexToPatient({5.4, 6.4, 7.4})});
    EXPECT_EQ(map->structure(3)->voxelCount, 1u);
    EXPECT_EQ(map->at({5, 6, 7}), 3);
}

TEST(BrushStroke, AFastMoveLeavesNoGaps)
{
    const ImageGeometry grid = obliqueGrid();
    const Vec3 from = centreOf(grid, {3, 3, 8});
    const Vec3 to = centreOf(grid, {26, 22, 8});
    const LabelMapPtr map = stroked(empty(), brush(2.0, Shape::Disc), {from, to});
    for (double t = 0; t <= 1; t += 0.01) {
        const Vec3 at = grid.patientToIndex(from + (to - from) * t);
        EXPECT_EQ(map->at({int(std::lround(at[0])), int(std::lround(at[1])), 8}), 3) << t;
    }
}

TEST(BrushStroke, OthersGiveWayOnlyWhereAllowed)
{
    const LabelMapPtr map =
        mapOf(obliqueGrid(), [](Index3 at) -> std::uint16_t { return at[0] < 14 ? 5 : 0; });
    const Vec3 centre = centreOf(map->geometry(), {14, 12, 8});
    const LabelMapPtr kept = stroked(map, brush(5.0), {centre});
    EXPECT_EQ(kept->structure(5)->voxelCount, map->structure(5)->voxelCount);
    EXPECT_EQ(kept->structure(3)->low[0], 14);
    BrushSettings strong = brush(5.0);
    strong.target.overwriteOthers = true;
    EXPECT_LT(stroked(map, strong, {centre})->structure(3)->low[0], 14);
}

TEST(BrushStroke, ErasesItsStructureOrAll)
{
    const LabelMapPtr map =
        mapOf(obliqueGrid(), [](Index3 at) -> std::uint16_t { return at[0] < 14 ? 5 : 3; });
    const Vec3 centre = centreOf(map->geometry(), {14, 12, 8});
    const LabelMapPtr own = stroked(map, brush(5.0, Shape::Sphere, Action::Erase), {centre});
    EXPECT_EQ(own->at({14, 12, 8}), 0);
    EXPECT_EQ(own->at({13, 12, 8}), 5);
    const LabelMapPtr all = stroked(map, brush(5.0, Shape::Sphere, Action::EraseAll), {centre});
    EXPECT_EQ(all->at({14, 12, 8}), 0);
    EXPECT_EQ(all->at({13, 12, 8}), 0);
}

TEST(BrushStroke, AThresholdKeepsToItsRange)
{
    BrushSettings settings = brush(6.0);
    settings.range = {20, 60}; // Columns 12 to 16 of the ramp.
    const LabelMapPtr map = stroked(empty(), settings, {centreOf(obliqueGrid(), {14, 12, 8})});
    EXPECT_EQ(map->structure(3)->low[0], 12);
    EXPECT_EQ(map->structure(3)->high[0], 16);
}

TEST(BrushStroke, AtTheBorderAndBeyondNothingBreaks)
{
    const ImageGeometry grid = obliqueGrid();
    const LabelMapPtr map =
        stroked(empty(), brush(3.0),
                {centreOf(grid, {0, 0, 0}), centreOf(grid, {-500, -500, 0}), Vec3{1e300, 0, 0}});
    EXPECT_EQ(map->at({0, 0, 0}), 3);
    EXPECT_TRUE(stroked(empty(), brush(3.0), {Vec3{1e4, 1e4, 1e4}})->structures().empty());
}

TEST(BrushStroke, WhatIsPendingIsNotItsOwn)
{
    const ImageGeometry grid = obliqueGrid();
    const LabelMapPtr map = empty();
    const VolumePtr volume = rampVolume(grid);
    auto first = BrushStroke::begin(map, volume, brush(3.0), towardsFeet);
    first->moveTo(centreOf(grid, {8, 12, 8}));
    const auto pending = std::make_shared<const LabelBlock>(first->block());
    auto second = BrushStroke::begin(map, volume, brush(3.0), towardsFeet, pending);
    second->moveTo(centreOf(grid, {11, 12, 8}));
    second->moveTo(centreOf(grid, {26, 12, 16})); // Its block grows.
    EXPECT_EQ(second->block().at({8, 12, 8}), 3) << "still shown";

    const LabelMapPtr once = applied(*map, first->patch());
    const LabelMapPtr both = applied(*once, second->patch());
    EXPECT_TRUE(sameLabels(*applied(*both, reversed(second->patch())), *once));
    EXPECT_EQ(readBlock(*both, second->block().box), second->block());
}

TEST(BrushStroke, SaysWhenNothingChanged)
{
    const Vec3 at = centreOf(obliqueGrid(), {14, 12, 8});
    auto stroke = BrushStroke::begin(empty(), rampVolume(obliqueGrid()), brush(3.0), towardsFeet);
    EXPECT_TRUE(stroke->moveTo(at));
    EXPECT_FALSE(stroke->moveTo(at));
}

TEST(BrushStroke, RefusesWhatMakesNoSense)
{
    const VolumePtr volume = rampVolume(obliqueGrid());
    const auto codeOf = [&](const BrushSettings& settings, const VolumePtr& on) {
        const auto stroke = BrushStroke::begin(empty(), on, settings, towardsFeet);
        return stroke ? std::optional<ErrorCode>() : stroke.error().code;
    };
    for (const double radius : {0.0, -1.0, 101.0, std::nan("")})
        EXPECT_EQ(codeOf(brush(radius), volume), ErrorCode::BadOption) << radius;
    BrushSettings inverted = brush(3);
    inverted.range = {10, 9};
    EXPECT_EQ(codeOf(inverted, volume), ErrorCode::BadOption);
    BrushSettings nameless = brush(3);
    nameless.target.structure.label = 0;
    EXPECT_EQ(codeOf(nameless, volume), ErrorCode::BadOption);
    EXPECT_EQ(codeOf(brush(3), rampVolume({.size = {2, 2, 2}})), ErrorCode::GridMismatch);
    EXPECT_EQ(codeOf(brush(3), nullptr), ErrorCode::GridMismatch);
}

} // namespace
} // namespace fovea
