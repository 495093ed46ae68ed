#include "tests/viewer/support/markerVolume.h"
#include "viewer/slice/SlicePlane.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

TEST(SlicePlane, radiologicalConvention)
{
    const SliceAxes axial = sliceAxes(SliceOrientation::Axial);
    EXPECT_EQ(orientationLetters(axial.right), "L");
    EXPECT_EQ(orientationLetters(axial.right * -1), "R") << "patient's right on the image's left";
    EXPECT_EQ(orientationLetters(axial.down), "P");
    EXPECT_EQ(orientationLetters(axial.next), "I");
    const SliceAxes coronal = sliceAxes(SliceOrientation::Coronal);
    EXPECT_EQ(orientationLetters(coronal.right), "L");
    EXPECT_EQ(orientationLetters(coronal.down), "I");
    EXPECT_EQ(orientationLetters(coronal.next), "P");
    const SliceAxes sagittal = sliceAxes(SliceOrientation::Sagittal);
    EXPECT_EQ(orientationLetters(sagittal.right), "P");
    EXPECT_EQ(orientationLetters(sagittal.down), "I");
    EXPECT_EQ(orientationLetters(sagittal.next), "L");
}

TEST(SlicePlane, lettersOfObliqueDirections)
{
    EXPECT_EQ(orientationLetters({0.6, 0.8, 0}), "PL");
    EXPECT_EQ(orientationLetters({-0.9, 0.05, -0.43}), "RI")
        << "three degrees are not worth a letter";
    const double third = 1 / std::sqrt(3.0);
    EXPECT_EQ(orientationLetters({third, -third, third}), "LAS");
}

TEST(SlicePlane, stepIsTheSpacingAlongTheNormal)
{
    const auto cases = test::gridCases();
    const Vec3 z{0, 0, 1};
    EXPECT_DOUBLE_EQ(sliceStepMm(cases[0].geometry, z), 2.0);
    EXPECT_DOUBLE_EQ(sliceStepMm(cases[3].geometry, z), 1.25) << "sagittal stack: j runs down";
    EXPECT_DOUBLE_EQ(sliceStepMm(cases[4].geometry, z), 2.0);
    const auto [low, high] = extentMm(cases[2].geometry, z);
    EXPECT_DOUBLE_EQ(low, -140 - 70);
    EXPECT_DOUBLE_EQ(high, -140);
}

} // namespace
} // namespace fovea
