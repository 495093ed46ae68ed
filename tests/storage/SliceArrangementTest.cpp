#include "storage/SliceArrangement.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace fovea;

namespace {

/// A series of one-frame instances at origin + along * height.
ScannedSeries seriesAt(const std::vector<double>& heights, const Vec3& row, const Vec3& column,
                       const Vec3& along)
{
    ScannedSeries series;
    series.rows = 20;
    series.columns = 30;
    series.pixelSpacingMm = {0.5, 0.8};
    series.rowDirection = row;
    series.columnDirection = column;
    series.sliceThicknessMm = 3.0;
    for (const double height : heights) {
        ScannedInstance instance;
        ScannedFrame frame;
        frame.positionMm = Vec3{10, -20, 30} + along * height;
        instance.frames.push_back(frame);
        series.instances.push_back(instance);
    }
    return series;
}

ScannedSeries axial(const std::vector<double>& heights)
{
    return seriesAt(heights, {1, 0, 0}, {0, 1, 0}, {0, 0, 1});
}

const SeriesNote* noteOf(const SliceArrangement& stack, SeriesNote::Kind kind)
{
    const auto note = std::ranges::find(stack.notes, kind, &SeriesNote::kind);
    return note == stack.notes.end() ? nullptr : &*note;
}

ErrorCode refusal(const ScannedSeries& series)
{
    const auto stack = stackSlices(series);
    EXPECT_FALSE(stack.ok());
    return stack ? ErrorCode::Internal : stack.error().code;
}

} // namespace

TEST(SliceArrangement, SortsSlicesAlongTheNormal)
{
    const auto stack = stackSlices(axial({4, 0, 6, 2}));
    ASSERT_TRUE(stack.ok());
    EXPECT_EQ(stack->slices, (std::vector<std::vector<int>>{{2}, {0}, {3}, {1}}));
    EXPECT_EQ(stack->geometry.size, (Index3{30, 20, 4}));
    EXPECT_EQ(stack->geometry.spacingMm, (Vec3{0.8, 0.5, 2}));
    EXPECT_EQ(stack->geometry.originMm, (Vec3{10, -20, 30}));
    EXPECT_TRUE(stack->notes.empty());
}

TEST(SliceArrangement, StacksFlippedAndObliqueSlicesAlongTheirOwnNormal)
{
    // Rows run to the patient's right: the normal points down, so slices ascend downwards.
    const auto flipped = stackSlices(seriesAt({0, 2, 4}, {-1, 0, 0}, {0, 1, 0}, {0, 0, 1}));
    ASSERT_TRUE(flipped.ok());
    EXPECT_EQ(flipped->slices, (std::vector<std::vector<int>>{{2}, {1}, {0}}));
    EXPECT_EQ(flipped->geometry.originMm, (Vec3{10, -20, 34}));
    EXPECT_EQ(flipped->geometry.axes[2], (Vec3{0, 0, -1}));

    const double c = std::cos(0.4);
    const double s = std::sin(0.4);
    const Vec3 normal{0, -s, c};
    const auto oblique = stackSlices(seriesAt({0, 1.5, 3}, {1, 0, 0}, {0, c, s}, normal));
    ASSERT_TRUE(oblique.ok());
    const Vec3 marker = Vec3{10, -20, 30} + Vec3{1, 0, 0} * (0.8 * 7) + Vec3{0, c, s} * (0.5 * 11) +
                        normal * (1.5 * 2);
    const Vec3 index = oblique->geometry.patientToIndex(marker);
    EXPECT_NEAR(index[0], 7, 1e-9);
    EXPECT_NEAR(index[1], 11, 1e-9);
    EXPECT_NEAR(index[2], 2, 1e-9);
}

TEST(SliceArrangement, KeepsTheFirstOfImagesAtOnePlace)
{
    const auto stack = stackSlices(axial({0, 1, 1.004, 2, 1}));
    ASSERT_TRUE(stack.ok());
    EXPECT_EQ(stack->slices,
              (std::vector<std::vector<int>>{
                  {0}, {1}, {SliceArrangement::leftOut}, {2}, {SliceArrangement::leftOut}}));
    ASSERT_NE(noteOf(*stack, SeriesNote::Kind::DuplicatePositions), nullptr);
    EXPECT_EQ(noteOf(*stack, SeriesNote::Kind::DuplicatePositions)->count, 2);
}

TEST(SliceArrangement, LeavesRoomForMissingSlices)
{
    std::vector<double> heights;
    for (int k = 0; k < 40; ++k) {
        if (k != 7 && k != 20)
            heights.push_back(1.25 * k);
    }
    const auto stack = stackSlices(axial(heights));
    ASSERT_TRUE(stack.ok());
    EXPECT_EQ(stack->missing, (std::vector<int>{7, 20}));
    EXPECT_EQ(stack->geometry.size[2], 40);
    EXPECT_NEAR(stack->geometry.spacingMm[2], 1.25, 1e-12);
    EXPECT_EQ(noteOf(*stack, SeriesNote::Kind::MissingSlices)->count, 2);
    EXPECT_EQ(refusal(axial({0, 1, 2, 30000000})), ErrorCode::UnevenSpacing);
}

TEST(SliceArrangement, RefusesUnevenSpacingAndNotesAlmostEven)
{
    EXPECT_EQ(refusal(axial({0, 1, 2, 3.4, 4.8, 6.2})), ErrorCode::UnevenSpacing);
    EXPECT_EQ(refusal(axial({0, 4.22, 8.44, 9.58, 16.96, 24.34})), ErrorCode::UnevenSpacing);
    const auto almost = stackSlices(axial({0, 1, 2.05, 3, 4}));
    ASSERT_TRUE(almost.ok());
    ASSERT_NE(noteOf(*almost, SeriesNote::Kind::UnevenSpacing), nullptr);
    EXPECT_NEAR(noteOf(*almost, SeriesNote::Kind::UnevenSpacing)->value, 0.05, 1e-9);
    EXPECT_TRUE(stackSlices(axial({0, 1.001, 1.999, 3})).value().notes.empty());
}

TEST(SliceArrangement, RefusesAbsurdlyShearedAndScatteredStacks)
{
    // No gantry tilts so far: the positions are wrong. (SliceResamplingTest has what one does.)
    const double tilt = 50.0 * 3.14159265358979 / 180;
    const Vec3 sheared{0, std::sin(tilt), std::cos(tilt)};
    const auto stack = stackSlices(seriesAt({0, 2, 4, 6}, {1, 0, 0}, {0, 1, 0}, sheared));
    ASSERT_FALSE(stack.ok());
    EXPECT_EQ(stack.error().code, ErrorCode::GantryTilt);
    EXPECT_NEAR(std::stod(stack.error().arguments.at(0)), 50.0, 0.01);

    ScannedSeries scattered = axial({0, 2, 4, 6});
    scattered.instances[2].frames[0].positionMm[0] += 5;
    EXPECT_EQ(refusal(scattered), ErrorCode::InconsistentSeries);
    EXPECT_EQ(refusal(axial({})), ErrorCode::EmptySeries);
}

TEST(SliceArrangement, TakesTheThicknessOfASingleSlice)
{
    const auto stack = stackSlices(axial({5}));
    ASSERT_TRUE(stack.ok());
    EXPECT_EQ(stack->geometry.spacingMm[2], 3.0);
    EXPECT_EQ(noteOf(*stack, SeriesNote::Kind::AssumedSpacing)->value, 3.0);
}
