#include "viewer/bench/ResliceSlices.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

// What the painter is measured against must do the same work: both pictures are the same.

namespace fovea {
namespace {

constexpr int side = 120;

constexpr Index3 size{51, 41, 31}; ///< Odd: a plane through the middle lies on a slice.

/// Position of a voxel in memory.
Index3 indexOf(std::size_t n)
{
    const auto offset = static_cast<int>(n);
    return {offset % size[0], offset / size[0] % size[1], offset / (size[0] * size[1])};
}

/// Waves in HU, so that every way of interpolating shows.
VolumePtr waves()
{
    ImageGeometry geometry;
    geometry.size = size;
    geometry.spacingMm = {0.8, 0.8, 1.5};
    geometry.originMm = {-12, 7, 30};
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        const Index3 at = indexOf(n);
        voxels[n] = static_cast<std::int16_t>(400 * std::sin(at[0] / 5.0) +
                                              300 * std::sin(at[1] / 4.0 + 1) +
                                              300 * std::sin(at[2] / 3.0 + 2));
    }
    return Volume::create(geometry, std::move(voxels));
}

LabelMapPtr blocks(const ImageGeometry& geometry)
{
    std::vector<std::uint16_t> labels(geometry.voxelCount());
    for (std::size_t n = 0; n < labels.size(); ++n)
        labels[n] = static_cast<std::uint16_t>(indexOf(n)[0] / 10 % 2 + indexOf(n)[2] / 10 % 2);
    return LabelMap::create(geometry, std::move(labels), {});
}

struct Difference {
    int worst = 0;
    double mean = 0; ///< Per pixel and channel.
};

Difference compare(const SliceRequest& request, ResliceSlices& peer)
{
    const auto count = static_cast<std::size_t>(request.width * request.height);
    std::vector<std::uint32_t> ours(count);
    std::vector<std::uint32_t> theirs(count);
    renderSlice(request, ours, request.width);
    peer.render(request, theirs, request.width);
    Difference difference;
    for (std::size_t n = 0; n < count; ++n) {
        for (const int shift : {0, 8, 16}) {
            const int d = std::abs(static_cast<int>(ours[n] >> shift & 0xffU) -
                                   static_cast<int>(theirs[n] >> shift & 0xffU));
            difference.worst = std::max(difference.worst, d);
            difference.mean += d / 3.0 / static_cast<double>(count);
        }
    }
    return difference;
}

SliceRequest requestOf(const Volume& volume, const LabelMap& labels, const LabelTable& table,
                       double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    SliceRequest request;
    request.volume = &volume;
    request.labels = &labels;
    request.labelTable = table;
    request.plane.right = {std::cos(angle), 0, std::sin(angle)};
    request.plane.down = {0, 1, 0};
    request.plane.mmPerPixel = 0.3;
    request.plane.originMm = volume.geometry().centreMm();
    request.plane.originMm = request.plane.pixelToPatient(-side / 2.0 + 0.3, -side / 2.0 + 0.2);
    request.window = {0, 2000};
    request.width = request.height = side;
    return request;
}

} // namespace

TEST(ResliceSlices, paintsWhatThePainterPaints)
{
    const VolumePtr volume = waves();
    const LabelMapPtr labels = blocks(volume->geometry());
    const LabelTable table{{}, {255, 0, 0, 90}, {0, 200, 0, 90}};
    ResliceSlices peer(volume, labels);
    for (const double degrees : {0.0, 25.0}) {
        for (const SlabMode mode : {SlabMode::Off, SlabMode::Maximum, SlabMode::Average}) {
            SliceRequest request = requestOf(*volume, *labels, table, degrees);
            request.slab = {mode, 9};
            const Difference difference = compare(request, peer);
            // Borders of labels and of the volume may fall to either side; thick slices along the
            // grid are projections of voxels here and of samples there.
            const bool projected = degrees == 0.0 && mode != SlabMode::Off;
            EXPECT_LT(difference.mean, projected ? 6.0 : 1.5)
                << degrees << " degrees, mode " << static_cast<int>(mode) << ", worst "
                << difference.worst;
        }
    }
}

TEST(ResliceSlices, volumeOutOfThePictureIsBlack)
{
    const VolumePtr volume = waves();
    const LabelMapPtr labels = blocks(volume->geometry());
    const LabelTable table{{}, {255, 0, 0, 255}, {0, 200, 0, 255}};
    ResliceSlices peer(volume, labels);
    SliceRequest request = requestOf(*volume, *labels, table, 0);
    request.plane.originMm = request.plane.originMm + Vec3{500, 0, 0};
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(side * side));
    peer.render(request, pixels, side);
    for (const std::uint32_t pixel : pixels)
        ASSERT_EQ(pixel, 0xff000000U);
}

} // namespace fovea
