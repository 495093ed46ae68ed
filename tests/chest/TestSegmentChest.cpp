#include "model/chest/segmentChest.h"
#include "model/phantom/Phantom.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

// On phantoms that nothing was fitted to.

namespace fovea {
namespace {

constexpr std::uint64_t firstSeed = 7300001;

Phantom phantom(std::uint64_t seed)
{
    return *makePhantom(seed, {{112, 112, 88}, {3.2, 3.2, 3.75}}, {});
}

std::uint16_t value(ChestLabel label)
{
    return static_cast<std::uint16_t>(label);
}

/// Dice of a segmented label with what truth says of the lungs of one side.
double lungDice(const LabelMap& made, ChestLabel label, const LabelMap& truth, Side side)
{
    std::size_t both = 0;
    std::size_t sum = 0;
    std::vector<std::uint8_t> wanted(std::size_t{1} + truth.maxLabel());
    for (const Structure& structure : truth.structures())
        wanted[structure.label] = structure.anatomyId == "lung" && structure.side == side;
    for (std::size_t n = 0; n < made.labels().size(); ++n) {
        const bool a = made.labels()[n] == value(label);
        const bool b = wanted[truth.labels()[n]] != 0;
        both += a && b ? 1 : 0;
        sum += (a ? 1 : 0) + (b ? 1 : 0);
    }
    return 2.0 * static_cast<double>(both) / static_cast<double>(std::max<std::size_t>(sum, 1));
}

/// The same scan stored with other axes: index axis a of the result is axis order[a], reversed
/// where asked. Patient positions stay.
struct Turned {
    Index3 order;
    std::array<bool, 3> reversed;

    ImageGeometry geometry(const ImageGeometry& from) const
    {
        ImageGeometry to = from;
        for (std::size_t a = 0; a < 3; ++a) {
            const auto source = static_cast<std::size_t>(order[a]);
            to.size[a] = from.size[source];
            to.spacingMm[a] = from.spacingMm[source];
            to.axes[a] = from.axes[source];
        }
        Vec3 first{};
        for (std::size_t a = 0; a < 3; ++a) {
            if (reversed[a])
                first[static_cast<std::size_t>(order[a])] = to.size[a] - 1;
        }
        to.originMm = from.indexToPatient(first);
        for (std::size_t a = 0; a < 3; ++a) {
            if (reversed[a])
                to.axes[a] = to.axes[a] * -1.0;
        }
        return to;
    }

    template <typename T>
    std::vector<T> voxels(std::span<const T> from, const ImageGeometry& g) const
    {
        std::vector<T> to;
        to.reserve(from.size());
        const ImageGeometry turned = geometry(g);
        Index3 at{};
        for (at[2] = 0; at[2] < turned.size[2]; ++at[2]) {
            for (at[1] = 0; at[1] < turned.size[1]; ++at[1]) {
                for (at[0] = 0; at[0] < turned.size[0]; ++at[0]) {
                    Index3 source{};
                    for (std::size_t a = 0; a < 3; ++a)
                        source[static_cast<std::size_t>(order[a])] =
                            reversed[a] ? turned.size[a] - 1 - at[a] : at[a];
                    to.push_back(from[g.offset(source)]);
                }
            }
        }
        return to;
    }
};

VolumePtr cropped(const Volume& volume, Index3 low, Index3 size)
{
    ImageGeometry geometry = volume.geometry();
    geometry.size = size;
    geometry.originMm =
        volume.geometry().indexToPatient({double(low[0]), double(low[1]), double(low[2])});
    std::vector<std::int16_t> voxels;
    for (int k = 0; k < size[2]; ++k) {
        for (int j = 0; j < size[1]; ++j) {
            for (int i = 0; i < size[0]; ++i)
                voxels.push_back(volume.at({low[0] + i, low[1] + j, low[2] + k}));
        }
    }
    return Volume::create(geometry, std::move(voxels));
}

TEST(SegmentChest, FindsTheLungsOfUnseenPhantoms)
{
    for (std::uint64_t seed = firstSeed; seed < firstSeed + 8; ++seed) {
        const Phantom truth = phantom(seed);
        const auto made = segmentChest(*truth.volume, {});
        ASSERT_TRUE(made) << seed;
        EXPECT_GE(lungDice(**made, ChestLabel::LungRight, *truth.labels, Side::Right), 0.95)
            << seed;
        EXPECT_GE(lungDice(**made, ChestLabel::LungLeft, *truth.labels, Side::Left), 0.95) << seed;
        ASSERT_TRUE((*made)->structure(value(ChestLabel::Trachea))) << seed;
        const Structure& left = *(*made)->structure(value(ChestLabel::LungLeft));
        EXPECT_EQ(left.name, "lung_left");
        EXPECT_EQ(left.anatomyId, "lung");
        EXPECT_EQ(left.side, Side::Left);
    }
}

TEST(SegmentChest, TheTracheaIsWhereItIs)
{
    const Phantom truth = phantom(firstSeed);
    const auto made = segmentChest(*truth.volume, {});
    ASSERT_TRUE(made);
    std::size_t inside = 0;
    std::size_t all = 0;
    for (const Structure& structure : truth.labels->structures()) {
        if (structure.name != "trachea")
            continue;
        for (std::size_t n = 0; n < truth.labels->labels().size(); ++n) {
            if (truth.labels->labels()[n] == structure.label && truth.volume->voxels()[n] < -800) {
                ++all;
                inside += (*made)->labels()[n] == value(ChestLabel::Trachea) ? 1 : 0;
            }
        }
    }
    ASSERT_GT(all, 20u);
    EXPECT_GT(static_cast<double>(inside), 0.8 * static_cast<double>(all));
}

TEST(SegmentChest, HowTheScanIsStoredDoesNotMatter)
{
    const Phantom truth = phantom(firstSeed);
    const auto made = segmentChest(*truth.volume, {});
    ASSERT_TRUE(made);
    const ImageGeometry& geometry = truth.volume->geometry();
    for (const Turned& turned :
         {Turned{{0, 1, 2}, {false, false, true}}, Turned{{0, 1, 2}, {true, true, false}},
          Turned{{1, 2, 0}, {false, true, false}}, Turned{{2, 0, 1}, {true, false, true}}})
    {
        const ImageGeometry other = turned.geometry(geometry);
        const auto again = segmentChest(
            *Volume::create(other, turned.voxels(truth.volume->voxels(), geometry)), {});
        ASSERT_TRUE(again);
        EXPECT_TRUE(
            std::ranges::equal((*again)->labels(), turned.voxels((*made)->labels(), geometry)))
            << turned.order[0] << turned.order[1] << turned.order[2];
    }
}

TEST(SegmentChest, AFieldOfViewThatCutsTheLungsStillShowsThem)
{
    const Phantom truth = phantom(firstSeed + 1);
    const auto whole = segmentChest(*truth.volume, {});
    ASSERT_TRUE(whole);
    const Structure& right = *(*whole)->structure(value(ChestLabel::LungRight));
    const Structure& left = *(*whole)->structure(value(ChestLabel::LungLeft));
    Index3 low{};
    Index3 size{};
    for (std::size_t a = 0; a < 3; ++a) {
        const int first = std::min(right.low[a], left.low[a]);
        const int last = std::max(right.high[a], left.high[a]);
        const int off = (last - first) / 8;
        low[a] = first + off;
        size[a] = last - first + 1 - 2 * off;
    }
    const VolumePtr part = cropped(*truth.volume, low, size);
    const auto made = segmentChest(*part, {});
    ASSERT_TRUE(made);
    for (const ChestLabel label : {ChestLabel::LungRight, ChestLabel::LungLeft}) {
        std::size_t both = 0;
        std::size_t sum = 0;
        for (std::size_t n = 0; n < part->voxels().size(); ++n) {
            const Vec3 at = truth.volume->geometry().patientToIndex(part->geometry().originMm);
            const auto nx = static_cast<std::size_t>(size[0]);
            const auto ny = static_cast<std::size_t>(size[1]);
            const Index3 index{int(std::lround(at[0])) + int(n % nx),
                               int(std::lround(at[1])) + int(n / nx % ny),
                               int(std::lround(at[2])) + int(n / (nx * ny))};
            const bool a = (*made)->labels()[n] == value(label);
            const bool b = (*whole)->at(index) == value(label);
            both += a && b ? 1 : 0;
            sum += (a ? 1 : 0) + (b ? 1 : 0);
        }
        EXPECT_GT(2.0 * double(both) / double(sum), 0.93) << value(label);
    }
}

TEST(SegmentChest, WhatHasNoLungsIsRefused)
{
    // A body of water with gas in it, as in a bowel.
    ImageGeometry geometry;
    geometry.size = {80, 60, 60};
    geometry.spacingMm = {4, 4, 4};
    std::vector<std::int16_t> voxels(geometry.voxelCount(), -1000);
    for (int k = 0; k < 60; ++k) {
        for (int j = 10; j < 50; ++j) {
            for (int i = 10; i < 70; ++i) {
                const bool gas = (i / 12) % 2 == 1 && j > 15 && j < 30 && k > 5 && k < 55;
                voxels[geometry.offset({i, j, k})] = gas ? -1000 : 40;
            }
        }
    }
    const auto abdomen = segmentChest(*Volume::create(geometry, voxels), {});
    ASSERT_FALSE(abdomen);
    EXPECT_EQ(abdomen.error().code, ErrorCode::NoRegion);
    ASSERT_EQ(abdomen.error().arguments.size(), 1u);
    EXPECT_EQ(abdomen.error().arguments[0], "lung");
    const auto air = segmentChest(
        *Volume::create(geometry, std::vector<std::int16_t>(geometry.voxelCount(), -1000)), {});
    ASSERT_FALSE(air);
    EXPECT_EQ(air.error().code, ErrorCode::NoRegion);
    ImageGeometry single;
    single.size = {1, 1, 1};
    EXPECT_FALSE(segmentChest(*Volume::create(single, {40}), {}));
}

TEST(SegmentChest, IsCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const auto made = segmentChest(*phantom(firstSeed).volume, Progress(stop.get_token()));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace fovea
