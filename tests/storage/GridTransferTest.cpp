#include "storage/GridTransfer.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

using namespace fovea;

namespace {

ImageGeometry grid(Index3 size)
{
    ImageGeometry geometry;
    geometry.size = size;
    geometry.spacingMm = {0.7, 0.8, 2.5};
    geometry.originMm = {-100.123, 40.5, -300.25};
    return geometry;
}

std::vector<std::uint16_t> numbered(const ImageGeometry& geometry)
{
    std::vector<std::uint16_t> labels(geometry.voxelCount());
    std::iota(labels.begin(), labels.end(), std::uint16_t{1});
    return labels;
}

/// The same voxels seen with axis `a` of the original as axis order[a] and reversed where asked.
ImageGeometry rearranged(const ImageGeometry& from, std::array<std::size_t, 3> order,
                         std::array<bool, 3> reversed)
{
    ImageGeometry to;
    Vec3 corner{0, 0, 0};
    for (std::size_t a = 0; a < 3; ++a) {
        to.size[order[a]] = from.size[a];
        to.spacingMm[order[a]] = from.spacingMm[a];
        to.axes[order[a]] = reversed[a] ? from.axes[a] * -1.0 : from.axes[a];
        corner[a] = reversed[a] ? from.size[a] - 1 : 0;
    }
    to.originMm = from.indexToPatient(corner);
    return to;
}

} // namespace

TEST(GridTransfer, ReordersFlippedAndSwappedAxesExactly)
{
    const ImageGeometry source = grid({4, 5, 6});
    const auto labels = numbered(source);
    const std::array<std::size_t, 3> orders[] = {{0, 1, 2}, {1, 0, 2}, {2, 0, 1}, {2, 1, 0}};
    for (const auto& order : orders) {
        for (int flips = 0; flips < 8; ++flips) {
            const ImageGeometry target =
                rearranged(source, order, {(flips & 1) != 0, (flips & 2) != 0, (flips & 4) != 0});
            std::vector<std::uint16_t> out(target.voxelCount(), 0);
            const TransferOutcome outcome = transferLabels(source, labels, target, out);
            EXPECT_TRUE(outcome.exact);
            EXPECT_EQ(outcome.written, labels.size());
            for (int k = 0; k < 6; ++k) {
                for (int j = 0; j < 5; ++j) {
                    for (int i = 0; i < 4; ++i) {
                        const Vec3 at = target.patientToIndex(
                            source.indexToPatient({double(i), double(j), double(k)}));
                        const Index3 index{int(std::lround(at[0])), int(std::lround(at[1])),
                                           int(std::lround(at[2]))};
                        ASSERT_EQ(out[target.offset(index)], labels[source.offset({i, j, k})]);
                    }
                }
            }
        }
    }
}

TEST(GridTransfer, CopiesAPartOfTheGridExactly)
{
    const ImageGeometry target = grid({8, 8, 8});
    ImageGeometry source = target;
    source.size = {3, 4, 2};
    source.originMm = target.indexToPatient({6, 2, -1}); // Sticks out at two sides.
    const auto labels = numbered(source);
    std::vector<std::uint16_t> out(target.voxelCount(), 0);
    const TransferOutcome outcome = transferLabels(source, labels, target, out);
    EXPECT_TRUE(outcome.exact);
    EXPECT_EQ(outcome.covered, 2u * 4u * 1u);
    EXPECT_EQ(out[target.offset({7, 3, 0})], labels[source.offset({1, 1, 1})]);
}

TEST(GridTransfer, ResamplesOtherGridsToTheNearestVoxel)
{
    ImageGeometry source = grid({4, 4, 4});
    ImageGeometry target = source;
    target.size = {8, 4, 4};
    target.spacingMm[0] = source.spacingMm[0] / 2;
    target.originMm = source.originMm + Vec3{-source.spacingMm[0] / 4, 0, 0};
    EXPECT_FALSE(axisMapBetween(source, target).has_value());
    const auto labels = numbered(source);
    std::vector<std::uint16_t> out(target.voxelCount(), 0);
    const TransferOutcome outcome = transferLabels(source, labels, target, out);
    EXPECT_FALSE(outcome.exact);
    EXPECT_EQ(outcome.covered, target.voxelCount());
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(out[target.offset({i, 2, 3})], labels[source.offset({i / 2, 2, 3})]);
}

TEST(GridTransfer, TellsNearlyTheSameGridFromAnother)
{
    const ImageGeometry target = grid({64, 64, 64});
    ImageGeometry near = target;
    near.originMm[2] += 0.04 * 2.5;
    EXPECT_TRUE(axisMapBetween(near, target).has_value());
    near.originMm[2] += 0.02 * 2.5;
    EXPECT_FALSE(axisMapBetween(near, target).has_value());
    ImageGeometry stretched = target;
    stretched.spacingMm[0] *= 1.01; // 0.63 voxel at the far end.
    EXPECT_FALSE(axisMapBetween(stretched, target).has_value());
}

TEST(GridTransfer, LetsTheNewLabelWinAndCountsIt)
{
    const ImageGeometry geometry = grid({2, 1, 1});
    std::vector<std::uint16_t> out{7, 0};
    const std::vector<std::uint16_t> first{3, 0};
    const TransferOutcome outcome = transferLabels(geometry, first, geometry, out);
    EXPECT_EQ(outcome.overlaps, 1u);
    EXPECT_EQ(out, (std::vector<std::uint16_t>{3, 0}));
}
