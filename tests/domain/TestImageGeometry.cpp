#include "model/domain/ImageGeometry.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <string>

namespace fovea {
namespace {

/// Rotates an axis-aligned set by a (about z) and then b (about x); `mirror` turns k around.
std::array<Vec3, 3> obliqueAxes(double a, double b, bool mirror)
{
    std::array<Vec3, 3> axes;
    const std::array<Vec3, 3> unit{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};
    for (int n = 0; n < 3; ++n) {
        const Vec3& u = unit[n];
        const Vec3 z{std::cos(a) * u[0] - std::sin(a) * u[1],
                     std::sin(a) * u[0] + std::cos(a) * u[1], u[2]};
        axes[n] = {z[0], std::cos(b) * z[1] - std::sin(b) * z[2],
                   std::sin(b) * z[1] + std::cos(b) * z[2]};
    }
    if (mirror)
        axes[2] = axes[2] * -1.0;
    return axes;
}

void expectNear(const Vec3& found, const Vec3& expected, double tolerance)
{
    for (int a = 0; a < 3; ++a)
        EXPECT_NEAR(found[a], expected[a], tolerance) << "axis " << a;
}

struct NamedAxes {
    std::string name;
    std::array<Vec3, 3> axes;
};

class AnyOrientation : public testing::TestWithParam<NamedAxes> {
protected:
    ImageGeometry m_geometry{
        .size = {7, 5, 11},
        .spacingMm = {0.7, 0.9, 2.5},
        .originMm = {-120.5, 33.25, -480.0},
        .axes = GetParam().axes,
    };
};

TEST_P(AnyOrientation, PatientAndIndexAreInverse)
{
    for (const Vec3 index : {Vec3{0, 0, 0}, Vec3{6, 4, 10}, Vec3{2.5, -3.25, 17.125}}) {
        expectNear(m_geometry.patientToIndex(m_geometry.indexToPatient(index)), index, 1e-9);
    }
    const Vec3 patient{12.0, -7.5, 300.0};
    expectNear(m_geometry.indexToPatient(m_geometry.patientToIndex(patient)), patient, 1e-9);
}

TEST_P(AnyOrientation, OneStepAlongAnAxisIsItsSpacing)
{
    for (int a = 0; a < 3; ++a) {
        Vec3 index{3, 2, 5};
        const Vec3 from = m_geometry.indexToPatient(index);
        index[a] += 1;
        const Vec3 step = m_geometry.indexToPatient(index) - from;
        EXPECT_NEAR(norm(step), m_geometry.spacingMm[a], 1e-9);
        expectNear(step * (1.0 / m_geometry.spacingMm[a]), m_geometry.axes[a], 1e-9);
    }
}

TEST_P(AnyOrientation, CentreIsHalfWayBetweenOppositeCorners)
{
    const Vec3 first = m_geometry.indexToPatient({0, 0, 0});
    const Vec3 last = m_geometry.indexToPatient({6, 4, 10});
    expectNear(m_geometry.centreMm(), (first + last) * 0.5, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(
    Geometry, AnyOrientation,
    testing::Values(NamedAxes{"Identity", obliqueAxes(0, 0, false)},
                    NamedAxes{"HeadLast", obliqueAxes(0, 0, true)},
                    NamedAxes{"Prone", obliqueAxes(std::numbers::pi, 0, false)},
                    NamedAxes{"Coronal", obliqueAxes(0, std::numbers::pi / 2, false)},
                    NamedAxes{"Oblique", obliqueAxes(0.4, -0.3, false)},
                    NamedAxes{"ObliqueLeftHanded", obliqueAxes(-1.1, 0.6, true)}),
    [](const auto& info) { return info.param.name; });

TEST(ImageGeometry, KnownPositionOfAFlippedSeries)
{
    // A supine series stacked from head to feet: k falls in z.
    const ImageGeometry g{.size = {512, 512, 300},
                          .spacingMm = {0.5, 0.5, 1.0},
                          .originMm = {-128, -128, 0},
                          .axes = {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, -1}}};
    expectNear(g.indexToPatient({256, 128, 10}), {0, -64, -10}, 1e-12);
    expectNear(g.patientToIndex({0, -64, -10}), {256, 128, 10}, 1e-12);
    EXPECT_LT(dot(cross(g.axes[0], g.axes[1]), g.axes[2]), 0) << "left-handed";
}

TEST(ImageGeometry, OffsetRunsFastestAlongI)
{
    const ImageGeometry g{.size = {4, 3, 2}};
    EXPECT_EQ(g.voxelCount(), 24u);
    EXPECT_EQ(g.offset({0, 0, 0}), 0u);
    EXPECT_EQ(g.offset({1, 0, 0}), 1u);
    EXPECT_EQ(g.offset({0, 1, 0}), 4u);
    EXPECT_EQ(g.offset({0, 0, 1}), 12u);
    EXPECT_EQ(g.offset({3, 2, 1}), 23u);
}

TEST(ImageGeometry, CountsBeyond32Bits)
{
    const ImageGeometry g{.size = {2048, 2048, 2048}};
    EXPECT_EQ(g.voxelCount(), 8589934592ull);
    EXPECT_EQ(g.offset({2047, 2047, 2047}), 8589934591ull);
}

TEST(ImageGeometry, ContainsOnlyItsVoxels)
{
    const ImageGeometry g{.size = {4, 3, 2}};
    EXPECT_TRUE(g.contains({0, 0, 0}));
    EXPECT_TRUE(g.contains({3, 2, 1}));
    EXPECT_FALSE(g.contains({4, 2, 1}));
    EXPECT_FALSE(g.contains({3, 3, 1}));
    EXPECT_FALSE(g.contains({3, 2, 2}));
    EXPECT_FALSE(g.contains({-1, 0, 0}));
    EXPECT_FALSE(ImageGeometry{}.contains({0, 0, 0}));
}

TEST(ImageGeometry, SameGridForgivesRoundingOnly)
{
    const ImageGeometry g{.size = {100, 100, 100}, .spacingMm = {0.7, 0.7, 1.0}};
    EXPECT_TRUE(g.sameGrid(g));

    ImageGeometry rounded = g;
    rounded.originMm[1] += 0.009;
    EXPECT_TRUE(g.sameGrid(rounded));
    rounded.originMm[1] += 0.002;
    EXPECT_FALSE(g.sameGrid(rounded));

    // Too small to see at the origin, 0.5 mm at the far corner.
    ImageGeometry spread = g;
    spread.spacingMm[2] = 1.005;
    EXPECT_FALSE(g.sameGrid(spread));
    EXPECT_TRUE(g.sameGrid(spread, 0.6));

    ImageGeometry turned = g;
    turned.axes = obliqueAxes(0.001, 0, false);
    EXPECT_FALSE(g.sameGrid(turned));

    ImageGeometry smaller = g;
    smaller.size[0] = 99;
    EXPECT_FALSE(g.sameGrid(smaller, 1000));
}

TEST(ImageGeometry, VoxelVolume)
{
    const ImageGeometry g{.size = {2, 2, 2}, .spacingMm = {0.5, 0.8, 2.5}};
    EXPECT_NEAR(g.voxelVolumeMm3(), 1.0, 1e-12);
}

TEST(Vec3, CrossIsRightHanded)
{
    EXPECT_EQ(cross({1, 0, 0}, {0, 1, 0}), (Vec3{0, 0, 1}));
    EXPECT_EQ(cross({0, 1, 0}, {1, 0, 0}), (Vec3{0, 0, -1}));
    EXPECT_DOUBLE_EQ(norm({2, 3, 6}), 7.0);
    EXPECT_DOUBLE_EQ(dot({1, 2, 3}, {4, -5, 6}), 12.0);
}

} // namespace
} // namespace fovea
