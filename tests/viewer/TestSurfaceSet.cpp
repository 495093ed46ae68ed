#include "tests/viewer/support/markerVolume.h"
#include "viewer/volume/SurfaceSet.h"

#include <gtest/gtest.h>
#include <numbers>
#include <thread>

namespace fovea {
namespace {

/// A ball of `radiusMm` in the patient's space.
LabelMapPtr ball(const ImageGeometry& geometry, double radiusMm)
{
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
    for (int k = 0; k < geometry.size[2]; ++k)
        for (int j = 0; j < geometry.size[1]; ++j)
            for (int i = 0; i < geometry.size[0]; ++i)
                if (norm(geometry.indexToPatient({i * 1.0, j * 1.0, k * 1.0}) -
                         geometry.centreMm()) <= radiusMm)
                    labels[geometry.offset({i, j, k})] = 7;
    return LabelMap::create(geometry, std::move(labels), {});
}

TEST(SurfaceSet, enclosesTheVolumeOfABallHoweverTheGridLies)
{
    const double expectedMl = 4.0 / 3 * std::numbers::pi * 20 * 20 * 20 / 1000;
    for (const auto& [name, geometry] : test::gridCases()) {
        for (const double target : {0.5, 3.0}) {
            SurfaceOptions options;
            options.targetSpacingMm = target;
            const auto surfaces = buildSurfaces(ball(geometry, 20), options, {});
            ASSERT_TRUE(surfaces.ok()) << name;
            EXPECT_EQ((*surfaces)->surfaceCount(), 1U);
            EXPECT_GT((*surfaces)->triangleCount(), 500U);
            EXPECT_NEAR((*surfaces)->enclosedMl(7), expectedMl, 0.05 * expectedMl) << name;
            EXPECT_EQ((*surfaces)->enclosedMl(8), 0);
        }
    }
}

TEST(SurfaceSet, thinStructuresKeepTheirSurface)
{
    // One voxel thick: lost in cells four times as large.
    const ImageGeometry geometry = test::gridCases().front().geometry;
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
    for (int k = 2; k < 34; ++k)
        labels[geometry.offset({20, 24, k})] = 1;
    SurfaceOptions options;
    options.targetSpacingMm = 6;
    const auto surfaces =
        buildSurfaces(LabelMap::create(geometry, std::move(labels), {}), options, {});
    ASSERT_TRUE(surfaces.ok());
    EXPECT_EQ((*surfaces)->surfaceCount(), 1U);
}

TEST(SurfaceSet, closesAtTheVolumesEdge)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 1);
    const auto surfaces = buildSurfaces(LabelMap::create(geometry, std::move(labels), {}), {}, {});
    ASSERT_TRUE(surfaces.ok());
    const double ml = static_cast<double>(geometry.voxelCount()) * geometry.voxelVolumeMm3() / 1000;
    EXPECT_NEAR((*surfaces)->enclosedMl(1), ml, 0.05 * ml);
}

TEST(SurfaceSet, stopsWhenAskedAndTellsHowFar)
{
    const LabelMapPtr labels = ball(test::gridCases().front().geometry, 15);
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = buildSurfaces(labels, {}, Progress(stop.get_token()));
    ASSERT_FALSE(cancelled.ok());
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);

    double last = 0;
    ASSERT_TRUE(buildSurfaces(labels, {}, Progress({}, [&](double f) { last = f; })).ok());
    EXPECT_DOUBLE_EQ(last, 1);
}

TEST(SurfaceSet, isMadeOnAnotherThread)
{
    const LabelMapPtr labels = ball(test::gridCases().front().geometry, 15);
    SurfaceSetPtr made;
    std::jthread([&] {
        auto result = buildSurfaces(labels, {}, {});
        if (result.ok())
            made = *result;
    }).join();
    ASSERT_TRUE(made);
    EXPECT_EQ(made->labels(), labels);
}

} // namespace
} // namespace fovea
