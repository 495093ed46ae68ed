#include "viewer/measure/MeasurePlane.h"
#include "viewer/measure/MeasureState.h"
#include "viewer/volume/DraftBudget.h"
#include "viewer/volume/HuHistogram.h"
#include "viewer/volume/VolumeMeasureTool.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace fovea {
namespace {

TEST(VolumeMeasureTool, twoPicksMakeALengthThatGoesTheWayOfAll)
{
    MeasureState state;
    state.frameOfReferenceUid = "1.2.3";
    std::vector<MeasureChange> changes;
    state.setEditor([&](const MeasureChange& change) {
        changes.push_back(change);
        state.apply(change);
    });
    VolumeMeasureTool tool(state);
    EXPECT_FALSE(tool.takesPicks());
    tool.pick({1, 2, 3});
    EXPECT_TRUE(tool.points().empty()) << "without a tool a pick is no point";
    state.tool.set(MeasureKind::Length);
    ASSERT_TRUE(tool.takesPicks());
    tool.pick({0, 0, 0});
    tool.pick({0, 0, 0});
    EXPECT_EQ(tool.points().size(), 1U) << "the same place twice is a slip";
    EXPECT_TRUE(changes.empty());
    tool.pick({3, 4, 12});
    EXPECT_TRUE(tool.points().empty());
    ASSERT_EQ(changes.size(), 1U) << "one step for undo";
    ASSERT_EQ(state.measures.get().size(), 1U);
    const Measure& measure = state.measures.get().front();
    EXPECT_TRUE(isWhole(measure));
    EXPECT_EQ(measure.frameOfReferenceUid, "1.2.3");
    EXPECT_DOUBLE_EQ(norm(measure.pointsMm[1] - measure.pointsMm[0]), 13);
    EXPECT_NEAR(dot(measure.normal, measure.pointsMm[1] - measure.pointsMm[0]), 0, 1e-9)
        << "it lies in its plane";
    EXPECT_EQ(state.selected.get(), measure.uid);
}

TEST(VolumeMeasureTool, everyDirectionHasAPlane)
{
    MeasureState state;
    VolumeMeasureTool tool(state);
    state.tool.set(MeasureKind::Length);
    for (const Vec3& to : {Vec3{0, 0, 5}, Vec3{5, 0, 0}, Vec3{0, 5, 0}}) {
        tool.pick({0, 0, 0});
        tool.pick(to);
    }
    state.tool.set(MeasureKind::Angle);
    tool.pick({1, 0, 0});
    tool.pick({0, 0, 0});
    tool.pick({0, 0, 1});
    ASSERT_EQ(state.measures.get().size(), 4U);
    for (const Measure& measure : state.measures.get())
        EXPECT_TRUE(isWhole(measure));
    EXPECT_NEAR(std::abs(state.measures.get().back().normal[1]), 1, 1e-9);
}

TEST(VolumeMeasureTool, anotherToolDropsWhatWasBegun)
{
    MeasureState state;
    VolumeMeasureTool tool(state);
    int told = 0;
    QObject::connect(&tool, &VolumeMeasureTool::changed, [&] { ++told; });
    state.tool.set(MeasureKind::Length);
    tool.pick({0, 0, 0});
    state.tool.set(MeasureKind::Ellipse);
    EXPECT_FALSE(tool.takesPicks()) << "an ellipse needs a slice";
    EXPECT_TRUE(tool.points().empty());
    EXPECT_EQ(told, 3);
    EXPECT_TRUE(state.measures.get().empty());
}

TEST(MeasurePlane, aLengthThroughTheSliceIsMarkedWhereItCrosses)
{
    MeasurePlane plane;
    plane.pointMm = {0, 0, 10};
    Measure length;
    length.uid = "a";
    length.pointsMm = {{0, 0, 0}, {20, 40, 40}};
    const auto at = plane.crossing(length);
    ASSERT_TRUE(at);
    EXPECT_NEAR((*at)[0], 5, 1e-9);
    EXPECT_NEAR((*at)[1], 10, 1e-9);
    EXPECT_NEAR((*at)[2], 10, 1e-9);
    length.pointsMm = {{0, 0, 0}, {20, 40, 9}};
    EXPECT_FALSE(plane.crossing(length)) << "it ends before";
    length.pointsMm = {{0, 0, 10}, {20, 40, 10.2}};
    EXPECT_FALSE(plane.crossing(length)) << "the slice shows all of it";
}

TEST(DraftBudget, followsTheMachine)
{
    DraftBudget slow;
    for (int n = 0; n < 40; ++n) {
        // A machine that needs 400 ms for the picture with one ray per pixel.
        slow.noteFrame(400 / (slow.imageDistance() * slow.imageDistance()));
    }
    EXPECT_LT(400 / (slow.imageDistance() * slow.imageDistance()), 1000.0 / 20);
    EXPECT_LT(slow.imageDistance(), 5) << "no coarser than needed";
    DraftBudget fast;
    for (int n = 0; n < 40; ++n)
        fast.noteFrame(2);
    EXPECT_EQ(fast.imageDistance(), DraftBudget::finest);
    DraftBudget hopeless;
    for (int n = 0; n < 40; ++n)
        hopeless.noteFrame(5000);
    EXPECT_EQ(hopeless.imageDistance(), DraftBudget::coarsest);
}

TEST(HuHistogram, countsTheVoxelsByTheirValues)
{
    ImageGeometry geometry;
    geometry.size = {10, 10, 10};
    std::vector<std::int16_t> voxels(1000, -1000);
    std::fill_n(voxels.begin(), 250, std::int16_t(40));
    voxels[999] = 5000;
    const HuHistogram histogram = HuHistogram::of(*Volume::create(geometry, voxels));
    ASSERT_EQ(histogram.shares.size(), HuHistogram::binCount);
    EXPECT_NEAR(std::accumulate(histogram.shares.begin(), histogram.shares.end(), 0.0), 1, 1e-9);
    EXPECT_NEAR(histogram.shares[(40 + 1024) / 8], 0.25, 1e-9);
    EXPECT_NEAR(histogram.shares[(-1000 + 1024) / 8], 0.749, 1e-9);
    EXPECT_NEAR(histogram.shares.back(), 0.001, 1e-9) << "what lies beyond is in the last";
    const auto heights = histogram.heights();
    EXPECT_DOUBLE_EQ(*std::max_element(heights.begin(), heights.end()), 1);
    EXPECT_GT(heights.back(), 0.3) << "rare values show";
    EXPECT_EQ(heights[200], 0);
}

} // namespace
} // namespace fovea
