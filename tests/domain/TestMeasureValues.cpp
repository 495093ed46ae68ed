#include "model/domain/MeasureValues.h"

#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <numbers>

namespace fovea {
namespace {

constexpr double degree = std::numbers::pi / 180;

/// Every way a grid of a CT can lie: straight, mirrored, sagittal slices, left-handed.
std::vector<std::array<Vec3, 3>> orientations()
{
    return {{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}},
            {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}},
            {Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{-1, 0, 0}},
            {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, -1}}};
}

ImageGeometry grid(const std::array<Vec3, 3>& axes)
{
    ImageGeometry geometry{.size = {120, 100, 40}, .spacingMm = {0.7, 0.8, 2.0}, .axes = axes};
    // Its middle at the patient's origin, in whatever way it lies.
    geometry.originMm = geometry.centreMm() * -1;
    return geometry;
}

/// HU is a function of the position in the patient.
VolumePtr paint(const ImageGeometry& geometry, const std::function<double(const Vec3&)>& hu)
{
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    for (int k = 0; k < geometry.size[2]; ++k)
        for (int j = 0; j < geometry.size[1]; ++j)
            for (int i = 0; i < geometry.size[0]; ++i)
                voxels[geometry.offset({i, j, k})] = static_cast<std::int16_t>(
                    std::lround(hu(geometry.indexToPatient({double(i), double(j), double(k)}))));
    return Volume::create(geometry, std::move(voxels));
}

Measure measure(MeasureKind kind, std::vector<Vec3> points, const Vec3& normal = {0, 0, 1})
{
    Measure m;
    m.uid = "one";
    m.kind = kind;
    m.pointsMm = std::move(points);
    m.normal = normal;
    return m;
}

TEST(MeasureValues, LengthAndAngleAreThoseOfThePoints)
{
    const VolumePtr volume = paint(grid(orientations()[0]), [](const Vec3&) { return 0; });
    const auto length =
        measureValues(measure(MeasureKind::Length, {{1, 2, 3}, {4, 6, 3}}), *volume);
    EXPECT_DOUBLE_EQ(*length.lengthMm, 5);
    EXPECT_FALSE(length.angleDegrees || length.areaMm2 || length.pixels || length.hu);

    for (const double angle : {0.0, 1e-4, 30.0, 90.0, 137.0, 180.0}) {
        const Vec3 arm{7 * std::cos(angle * degree), 7 * std::sin(angle * degree), 0};
        const auto values = measureValues(
            measure(MeasureKind::Angle, {Vec3{2, 0, 0}, Vec3{0, 0, 0}, arm}), *volume);
        EXPECT_NEAR(*values.angleDegrees, angle, 1e-9);
    }
    EXPECT_FALSE(
        measureValues(measure(MeasureKind::Angle, {{0, 0, 0}, {0, 0, 0}, {1, 0, 0}}), *volume)
            .angleDegrees);
}

TEST(MeasureValues, AnEllipseOnARampHasItsAnalyticStatistics)
{
    // HU = 10 x: over a disc of radius r around x0 the mean is 10 x0 and the variance 100 r²/4.
    for (const auto& axes : orientations()) {
        const VolumePtr volume = paint(grid(axes), [](const Vec3& at) { return 10 * at[0]; });
        const auto values =
            measureValues(measure(MeasureKind::Ellipse,
                                  ellipsePoints({-15, -12, 1}, {25, 18, 1}, {1, 0, 0}, {0, 1, 0})),
                          *volume);
        const double a = 20;
        const double b = 15;
        EXPECT_NEAR(*values.areaMm2, std::numbers::pi * a * b, 1e-9);
        ASSERT_TRUE(values.pixels);
        EXPECT_NEAR(values.pixels->meanHu, 50, 1);
        EXPECT_NEAR(values.pixels->sdHu, 10 * a / 2, 2);
        // Within the widest voxel, 2 mm.
        EXPECT_NEAR(values.pixels->minHu, -150, 20 + 1e-6);
        EXPECT_NEAR(values.pixels->maxHu, 250, 20 + 1e-6);
    }
}

TEST(MeasureValues, APolygonCountsTheVoxelsWhoseCentresAreInside)
{
    const ImageGeometry geometry = grid(orientations()[0]);
    const VolumePtr volume = paint(geometry, [](const Vec3& at) { return at[2] > 0 ? 300 : -700; });
    // Half a voxel around the block of 5 by 4 voxels that begins at (20, 30, 25).
    const auto corner = [&](double i, double j) { return geometry.indexToPatient({i, j, 25}); };
    const auto values =
        measureValues(measure(MeasureKind::Polygon, {corner(19.5, 29.5), corner(24.5, 29.5),
                                                     corner(24.5, 33.5), corner(19.5, 33.5)}),
                      *volume);
    EXPECT_NEAR(*values.areaMm2, 5 * 0.7 * 4 * 0.8, 1e-9);
    ASSERT_TRUE(values.pixels);
    EXPECT_EQ(values.pixels->pixels, 20u);
    EXPECT_EQ(values.pixels->meanHu, 300);
    EXPECT_EQ(values.pixels->sdHu, 0);

    // An outline between two slices is that of the nearer one.
    const Measure below =
        movedBy(measure(MeasureKind::Polygon, {corner(19.5, 29.5), corner(24.5, 29.5),
                                               corner(24.5, 33.5), corner(19.5, 33.5)}),
                {0, 0, -10 * 2.0 - 0.9});
    EXPECT_EQ(measureValues(below, *volume).pixels->meanHu, -700);
}

TEST(MeasureValues, StatisticsAreThoseOfEachPixel)
{
    const ImageGeometry geometry{.size = {4, 1, 1}};
    const VolumePtr volume = Volume::create(geometry, {2, 4, 4, 10});
    const auto values =
        measureValues(measure(MeasureKind::Polygon,
                              {{-0.5, -0.5, 0}, {3.5, -0.5, 0}, {3.5, 0.5, 0}, {-0.5, 0.5, 0}}),
                      *volume);
    ASSERT_TRUE(values.pixels);
    EXPECT_EQ(values.pixels->pixels, 4u);
    EXPECT_DOUBLE_EQ(values.pixels->meanHu, 5);
    EXPECT_DOUBLE_EQ(values.pixels->sdHu, 3); // ((9 + 1 + 1 + 25) / 4)^(1/2)
    EXPECT_EQ(values.pixels->minHu, 2);
    EXPECT_EQ(values.pixels->maxHu, 10);
}

TEST(MeasureValues, AnObliqueEllipseSamplesItsPlane)
{
    // Turned by 30 degrees about x: along the tilted direction v the ramp in z rises by sin 30.
    const VolumePtr volume =
        paint(grid(orientations()[0]), [](const Vec3& at) { return 20 * at[2]; });
    const Vec3 v{0, std::cos(30 * degree), std::sin(30 * degree)};
    const Vec3 normal{0, -v[2], v[1]};
    const double radius = 20;
    const Vec3 centre{3, -2, 1};
    const auto values =
        measureValues(measure(MeasureKind::Ellipse,
                              {centre - Vec3{radius, 0, 0}, centre + Vec3{radius, 0, 0},
                               centre - v * radius, centre + v * radius},
                              normal),
                      *volume);
    ASSERT_TRUE(values.pixels);
    EXPECT_NEAR(values.pixels->meanHu, 20, 1);
    EXPECT_NEAR(values.pixels->sdHu, 20 * 0.5 * radius / 2, 2);
    EXPECT_NEAR(values.pixels->maxHu, 20 + 20 * 0.5 * radius, 6);
    // One sample every smallest spacing, 0.7 mm.
    EXPECT_NEAR(double(values.pixels->pixels), *values.areaMm2 / (0.7 * 0.7), 60);
}

TEST(MeasureValues, WhatIsOutsideTheVolumeIsNotCounted)
{
    const ImageGeometry geometry = grid(orientations()[0]);
    const VolumePtr volume = paint(geometry, [](const Vec3&) { return 40; });
    const auto half =
        measureValues(measure(MeasureKind::Ellipse,
                              ellipsePoints({32, -10, 1}, {52, 10, 1}, {1, 0, 0}, {0, 1, 0})),
                      *volume);
    ASSERT_TRUE(half.pixels);
    EXPECT_EQ(half.pixels->minHu, 40);
    EXPECT_NEAR(double(half.pixels->pixels) * 0.7 * 0.8, *half.areaMm2 / 2, 10);
    const auto outside = [&](const Vec3& centre, const Vec3& u, const Vec3& v) {
        return measureValues(measure(MeasureKind::Ellipse,
                                     {centre - u, centre + u, centre - v, centre + v}, cross(u, v)),
                             *volume);
    };
    EXPECT_FALSE(outside({500, 0, 0}, {1, 0, 0}, {0, 1, 0}).pixels);
    EXPECT_FALSE(outside({0, 0, 500}, {1, 0, 0}, {0, 1, 0}).pixels);
    EXPECT_FALSE(outside({0, 500, 0}, {0, 0.8, 0.6}, {1, 0, 0}).pixels) << "on an oblique plane";
}

TEST(MeasureValues, AnObliqueOutlineFarBeyondTheVolumeStillEnds)
{
    const VolumePtr volume = paint(grid(orientations()[0]), [](const Vec3&) { return 40; });
    const Vec3 u{0, 8e5 * 0.8, 8e5 * 0.6};
    const Vec3 v{8e5, 0, 0};
    const auto values = measureValues(
        measure(MeasureKind::Ellipse, {u * -1, u, v * -1, v}, {0, -0.6, 0.8}), *volume);
    ASSERT_TRUE(values.pixels);
    EXPECT_NEAR(values.pixels->meanHu, 40, 1e-9);
}

TEST(MeasureValues, APolygonThatCrossesItselfHasNoArea)
{
    const VolumePtr volume = paint(grid(orientations()[0]), [](const Vec3&) { return 40; });
    const auto bow = measureValues(
        measure(MeasureKind::Polygon, {{0, 0, 1}, {10, 10, 1}, {10, 0, 1}, {0, 10, 1}}), *volume);
    EXPECT_TRUE(bow.crossesItself);
    EXPECT_FALSE(bow.areaMm2 || bow.pixels);
    // Concave is not crossing: an L of 3 squares of 10 mm.
    const auto corner = measureValues(
        measure(MeasureKind::Polygon,
                {{0, 0, 1}, {20, 0, 1}, {20, 10, 1}, {10, 10, 1}, {10, 20, 1}, {0, 20, 1}}),
        *volume);
    EXPECT_FALSE(corner.crossesItself);
    EXPECT_NEAR(*corner.areaMm2, 300, 1e-9);
}

TEST(MeasureValues, AProbeReadsTheNearestVoxel)
{
    for (const auto& axes : orientations()) {
        const ImageGeometry geometry = grid(axes);
        const VolumePtr volume =
            paint(geometry, [](const Vec3& at) { return at[0] > 10 ? 100 : -100; });
        const auto probe = [&](const Vec3& at) {
            return measureValues(measure(MeasureKind::Probe, {at}), *volume).hu;
        };
        EXPECT_EQ(probe({15, 3, 2}), 100);
        EXPECT_EQ(probe({5, 3, 2}), -100);
        EXPECT_FALSE(probe({500, 0, 0}));
    }
}

TEST(MeasureValues, ABrokenMeasureHasNone)
{
    const VolumePtr volume = paint(grid(orientations()[0]), [](const Vec3&) { return 40; });
    EXPECT_FALSE(measureValues(measure(MeasureKind::Length, {{0, 0, 0}}), *volume).lengthMm);
    EXPECT_FALSE(measureValues(measure(MeasureKind::Polygon, {}), *volume).areaMm2);
}

} // namespace
} // namespace fovea
