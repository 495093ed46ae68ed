#include "storage/SliceArrangement.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace fovea;

namespace {

/// HU that change evenly through the patient, so that linear interpolation is exact.
double huAt(const Vec3& patientMm)
{
    return 3 * patientMm[0] - 2 * patientMm[1] + 4 * patientMm[2];
}

constexpr double tilt = 15.0 * 3.14159265358979 / 180;

/// Slices of 12 x 16 pixels whose normal is tilted about x and which are pushed along z.
ScannedSeries tilted(const std::vector<double>& alongZ, double thicknessMm)
{
    ScannedSeries series;
    series.columns = 12;
    series.rows = 16;
    series.pixelSpacingMm = {0.5, 0.8};
    series.rowDirection = {1, 0, 0};
    series.columnDirection = {0, std::cos(tilt), -std::sin(tilt)};
    series.sliceThicknessMm = thicknessMm;
    for (const double z : alongZ) {
        ScannedInstance instance;
        ScannedFrame frame;
        frame.positionMm = Vec3{-5, 7, 20 + z};
        frame.sliceThicknessMm = thicknessMm;
        instance.frames.push_back(frame);
        series.instances.push_back(instance);
    }
    return series;
}

/// The slices of a series in the order of its arrangement, filled by huAt().
std::vector<std::int16_t> pixelsOf(const ScannedSeries& series, const SliceArrangement& stack)
{
    const auto rows = static_cast<std::size_t>(series.rows);
    const auto columns = static_cast<std::size_t>(series.columns);
    std::vector<std::int16_t> pixels(series.instances.size() * rows * columns);
    for (std::size_t n = 0; n < series.instances.size(); ++n) {
        const auto slice = static_cast<std::size_t>(stack.slices[n][0]);
        for (std::size_t j = 0; j < rows; ++j) {
            for (std::size_t i = 0; i < columns; ++i) {
                const Vec3 place =
                    series.instances[n].frames[0].positionMm +
                    series.rowDirection * (series.pixelSpacingMm[1] * static_cast<double>(i)) +
                    series.columnDirection * (series.pixelSpacingMm[0] * static_cast<double>(j));
                pixels[(slice * rows + j) * columns + i] =
                    static_cast<std::int16_t>(std::lround(huAt(place)));
            }
        }
    }
    return pixels;
}

struct Checked {
    int inside = 0;
    double largestError = 0;
};

/// Resamples and compares every voxel that is not outside with what is at its place in the patient.
Checked check(const ScannedSeries& series, const SliceArrangement& stack)
{
    std::vector<std::int16_t> grid(stack.geometry.voxelCount());
    EXPECT_TRUE(resample(*stack.resampling, pixelsOf(series, stack), grid, Progress()).ok());
    Checked checked;
    for (int k = 0; k < stack.geometry.size[2]; ++k) {
        for (int j = 0; j < stack.geometry.size[1]; ++j) {
            for (int i = 0; i < stack.geometry.size[0]; ++i) {
                const int hu = grid[stack.geometry.offset({i, j, k})];
                if (hu == -1024)
                    continue;
                ++checked.inside;
                const Vec3 place = stack.geometry.indexToPatient({double(i), double(j), double(k)});
                checked.largestError = std::max(checked.largestError, std::abs(hu - huAt(place)));
            }
        }
    }
    return checked;
}

} // namespace

TEST(SliceResampling, StraightensASeriesOfATiltedGantry)
{
    const ScannedSeries series = tilted({6, 0, 9, 3}, 3);
    const auto stack = stackSlices(series);
    ASSERT_TRUE(stack.ok());
    ASSERT_TRUE(stack->resampling.has_value());
    const ImageGeometry& geometry = stack->geometry;
    // Slices are pushed by 9 mm * sin(15°) along their columns: 4.66 pixels of 0.5 mm.
    EXPECT_EQ(geometry.size, (Index3{12, 16 + 5, 4}));
    EXPECT_NEAR(geometry.spacingMm[2], 3 * std::cos(tilt), 1e-9);
    EXPECT_NEAR(dot(geometry.axes[2], geometry.axes[1]), 0, 1e-12);
    const auto note =
        std::ranges::find(stack->notes, SeriesNote::Kind::TiltCorrected, &SeriesNote::kind);
    ASSERT_NE(note, stack->notes.end());
    EXPECT_NEAR(note->value, 15.0, 1e-6);

    const Checked checked = check(series, *stack);
    EXPECT_LE(checked.largestError, 1.01) << "rounded twice";
    // All of the lowest slice, and of each other one all but a row at its edge.
    EXPECT_EQ(checked.inside, 12 * 16 + 3 * 12 * 15);
}

TEST(SliceResampling, TakesUnevenSlicesThatLeaveNothingUnseen)
{
    const ScannedSeries series = tilted({0, 3, 6, 7, 12, 17}, 5);
    const auto stack = stackSlices(series);
    ASSERT_TRUE(stack.ok());
    EXPECT_NEAR(stack->geometry.spacingMm[2], 17.0 / 6 * std::cos(tilt), 1e-9);
    EXPECT_TRUE(std::ranges::any_of(stack->notes, [](const SeriesNote& note) {
        return note.kind == SeriesNote::Kind::UnevenResampled;
    }));
    const Checked checked = check(series, *stack);
    EXPECT_GT(checked.inside, 6 * 12 * 12);
    // A plane a tenth of a gap from a slice takes that slice: 0.5 mm, of 4 HU each and the shift.
    EXPECT_LE(checked.largestError, 4 * 0.1 * 5 + 1);

    EXPECT_EQ(stackSlices(tilted({0, 3, 6, 7, 12, 17}, 2)).error().code, ErrorCode::UnevenSpacing)
        << "gaps of 5 mm between slices of 2 mm";
}

TEST(SliceResampling, FillsNoGap)
{
    std::vector<double> places;
    for (int n = 0; n < 24; ++n) {
        if (n != 10)
            places.push_back(3.0 * n);
    }
    const ScannedSeries series = tilted(places, 3);
    const auto stack = stackSlices(series);
    ASSERT_TRUE(stack.ok());
    EXPECT_EQ(stack->geometry.size[2], 24);
    EXPECT_TRUE(std::ranges::any_of(stack->notes, [](const SeriesNote& note) {
        return note.kind == SeriesNote::Kind::MissingSlices && note.count == 1;
    }));
    std::vector<std::int16_t> grid(stack->geometry.voxelCount());
    ASSERT_TRUE(resample(*stack->resampling, pixelsOf(series, *stack), grid, Progress()).ok());
    const std::size_t plane = grid.size() / 24;
    for (std::size_t k = 0; k < 24; ++k) {
        const auto voxels = std::span(grid).subspan(k * plane, plane);
        const bool empty = std::ranges::all_of(voxels, [](auto hu) { return hu == -1024; });
        EXPECT_EQ(empty, k == 10) << k;
    }
    EXPECT_LE(check(series, *stack).largestError, 1.01);
}

TEST(SliceResampling, StopsWhenAsked)
{
    const ScannedSeries series = tilted({0, 3, 6}, 3);
    const auto stack = stackSlices(series);
    ASSERT_TRUE(stack.ok());
    std::stop_source stop;
    stop.request_stop();
    std::vector<std::int16_t> grid(stack->geometry.voxelCount());
    EXPECT_EQ(
        resample(*stack->resampling, pixelsOf(series, *stack), grid, Progress(stop.get_token(), {}))
            .error()
            .code,
        ErrorCode::Cancelled);
}
