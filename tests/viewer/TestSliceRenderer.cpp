#include "tests/viewer/support/markerVolume.h"
#include "viewer/slice/SliceRenderer.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <memory>
#include <sys/mman.h>
#include <unistd.h>

namespace fovea {
namespace {

constexpr Index3 marker{29, 11, 25}; ///< Off the middle along every axis, each by another amount.
constexpr int side = 160;
constexpr double mmPerPixel = 0.75;
constexpr WindowLevel wide{0, 2000};

/// `side` pixels square, the patient position in the centre of pixel (70, 85).
SlicePlane planeThrough(const Vec3& positionMm, SliceOrientation orientation)
{
    const SliceAxes axes = sliceAxes(orientation);
    SlicePlane plane{positionMm, axes.right, axes.down, mmPerPixel};
    plane.originMm = plane.pixelToPatient(-70, -85);
    return plane;
}

std::vector<std::uint32_t> paint(SliceRequest request)
{
    request.width = request.width ? request.width : side;
    request.height = request.height ? request.height : side;
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(request.width * request.height),
                                      0x12345678U);
    renderSlice(request, pixels, request.width);
    return pixels;
}

int grey(std::uint32_t pixel)
{
    return static_cast<int>(pixel & 0xffU);
}

struct Blob {
    double x = 0;
    double y = 0;
    double weight = 0;
};

/// Centre of gravity of what is brighter than air.
Blob brightness(const std::vector<std::uint32_t>& pixels)
{
    Blob blob;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double w = grey(pixels[static_cast<std::size_t>(y * side + x)]);
            blob.x += w * x;
            blob.y += w * y;
            blob.weight += w;
        }
    }
    blob.x /= blob.weight;
    blob.y /= blob.weight;
    return blob;
}

constexpr SliceOrientation orientations[] = {SliceOrientation::Axial, SliceOrientation::Coronal,
                                             SliceOrientation::Sagittal};

TEST(SliceRenderer, markerLiesWhereThePatientHasIt)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const VolumePtr volume = test::markerVolume(geometry, marker, 0);
        const Vec3 at = geometry.indexToPatient({29, 11, 25});
        for (const SliceOrientation orientation : orientations) {
            for (const Interpolation interpolation :
                 {Interpolation::Linear, Interpolation::Nearest})
            {
                SliceRequest request;
                request.volume = volume.get();
                request.plane = planeThrough(at, orientation);
                request.window = wide;
                request.interpolation = interpolation;
                const auto pixels = paint(request);
                EXPECT_EQ(grey(pixels[85 * side + 70]), 255)
                    << name << ", plane " << static_cast<int>(orientation);
                const Blob blob = brightness(pixels);
                EXPECT_NEAR(blob.x, 70, 0.6) << name << ", plane " << static_cast<int>(orientation);
                EXPECT_NEAR(blob.y, 85, 0.6) << name << ", plane " << static_cast<int>(orientation);
            }
        }
    }
}

TEST(SliceRenderer, neighbourSliceDoesNotShowTheMarker)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const VolumePtr volume = test::markerVolume(geometry, marker, 0);
        for (const SliceOrientation orientation : orientations) {
            const Vec3 at = geometry.indexToPatient({29, 11, 25}) + sliceAxes(orientation).next * 5;
            SliceRequest request;
            request.volume = volume.get();
            request.plane = planeThrough(at, orientation);
            request.window = wide;
            EXPECT_EQ(grey(paint(request)[85 * side + 70]), 0) << name;
        }
    }
}

/// Hounsfield units that are linear in the patient's space: interpolation must reproduce them.
TEST(SliceRenderer, interpolatesLinearly)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const auto field = [](const Vec3& p) { return 4 * p[0] - 3 * p[1] + 2 * p[2]; };
        std::vector<std::int16_t> voxels(geometry.voxelCount());
        for (int k = 0; k < geometry.size[2]; ++k)
            for (int j = 0; j < geometry.size[1]; ++j)
                for (int i = 0; i < geometry.size[0]; ++i)
                    voxels[geometry.offset({i, j, k})] = static_cast<std::int16_t>(
                        std::lround(field(geometry.indexToPatient({i * 1.0, j * 1.0, k * 1.0}))));
        const VolumePtr volume = Volume::create(geometry, std::move(voxels));
        // A voxel's centre, so that planes along the grid need no interpolation across it.
        const Vec3 middle = geometry.indexToPatient({20, 24, 18});
        for (const SliceOrientation orientation : orientations) {
            SliceRequest request;
            request.volume = volume.get();
            request.plane = planeThrough(middle, orientation);
            request.window = {field(middle), 256};
            const auto pixels = paint(request);
            for (const auto& [x, y] : {std::pair{70, 85}, {77, 85}, {70, 91}, {61, 80}}) {
                const double hu = field(request.plane.pixelToPatient(x, y));
                EXPECT_NEAR(grey(pixels[static_cast<std::size_t>(y * side + x)]),
                            windowed(hu, request.window), 1.01)
                    << name << " " << x << " " << y;
            }
        }
    }
}

TEST(SliceRenderer, windowIsDicomsLinearFunction)
{
    // PS3.3 C.11.2.1.2, window centre 2048, width 4096: 0 → 0, 4095 → 255.
    EXPECT_EQ(windowed(0, {2048, 4096}), 0);
    EXPECT_EQ(windowed(4095, {2048, 4096}), 255);
    EXPECT_EQ(windowed(2047.5, {2048, 4096}), 128);
    EXPECT_EQ(windowed(-1000, {40, 400}), 0);
    EXPECT_EQ(windowed(3000, {40, 400}), 255);
    // Width 1: a step.
    EXPECT_EQ(windowed(39, {40, 1}), 0);
    EXPECT_EQ(windowed(40, {40, 1}), 255);
    EXPECT_EQ(windowed(40, {40, 0}), 255) << "not a division by zero";
}

TEST(SliceRenderer, blendsLabelsThroughTheTable)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const VolumePtr volume = test::markerVolume(geometry, marker, 3);
        const LabelMapPtr labels = test::markerLabels(geometry, marker, 3, 4, "lung");
        LabelTable table(5);
        table[4] = {255, 0, 100, 51};
        SliceRequest request;
        request.volume = volume.get();
        request.labels = labels.get();
        request.labelTable = table;
        request.plane =
            planeThrough(geometry.indexToPatient({29, 11, 25}), SliceOrientation::Axial);
        request.window = {1000.5, 2001}; // 1000 HU is mid-grey.
        auto pixels = paint(request);
        const std::uint32_t middle = pixels[85 * side + 70];
        const auto channel = [](std::uint32_t pixel, int shift) {
            return static_cast<int>(pixel >> shift & 0xffU);
        };
        EXPECT_NEAR(channel(middle, 16), 0.8 * 127.5 + 0.2 * 255, 1.5) << name;
        EXPECT_NEAR(channel(middle, 8), 0.8 * 127.5, 1.5) << name;
        EXPECT_NEAR(channel(middle, 0), 0.8 * 127.5 + 0.2 * 100, 1.5) << name;
        EXPECT_EQ(middle >> 24, 0xffU);

        table[4].alpha = 0;
        pixels = paint(request);
        EXPECT_EQ(channel(pixels[85 * side + 70], 16), channel(pixels[85 * side + 70], 8))
            << "hidden";
        // A label beyond the table is not painted, and nothing is read there.
        const LabelTable shortTable(2);
        request.labelTable = shortTable;
        EXPECT_EQ(paint(request), pixels);
    }
}

TEST(SliceRenderer, blendsEveryGrayExactly)
{
    // One voxel for each gray, under one label; a voxel is a pixel.
    ImageGeometry geometry;
    geometry.size = {256, 2, 2};
    std::vector<std::int16_t> voxels;
    for (int n = 0; n < 4; ++n) {
        for (std::int16_t hu = 0; hu < 256; ++hu)
            voxels.push_back(hu);
    }
    const VolumePtr volume = Volume::create(geometry, std::move(voxels));
    const LabelMapPtr labels =
        LabelMap::create(geometry, std::vector<std::uint16_t>(geometry.voxelCount(), 1), {});
    for (const int alpha : {1, 38, 89, 127, 128, 200, 254, 255}) {
        const Rgba colour{251, 120, 3, static_cast<std::uint8_t>(alpha)};
        const LabelTable table{{}, colour};
        SliceRequest request;
        request.volume = volume.get();
        request.labels = labels.get();
        request.labelTable = table;
        request.plane = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, 1};
        request.window = {128, 256};
        request.width = 256;
        request.height = 1;
        std::vector<std::uint32_t> pixels(256);
        renderSlice(request, pixels, 256);
        for (int n = 0; n < 256; ++n) {
            const int gray = windowed(n, request.window);
            const auto mixed = [&](int top) {
                return static_cast<std::uint32_t>(
                    std::lround((gray * (255 - alpha) + top * alpha) / 255.0));
            };
            EXPECT_EQ(pixels[static_cast<std::size_t>(n)],
                      0xff000000U | mixed(251) << 16 | mixed(120) << 8 | mixed(3))
                << "gray " << n << ", alpha " << alpha;
        }
    }
}

TEST(SliceRenderer, outlineLeavesTheInsideFree)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const VolumePtr volume = test::markerVolume(geometry, marker, 3);
    const LabelMapPtr labels = test::markerLabels(geometry, marker, 3, 1, "lung");
    LabelTable table(2);
    table[1] = {0, 255, 0, 40};
    SliceRequest request;
    request.volume = volume.get();
    request.labels = labels.get();
    request.labelTable = table;
    request.plane = planeThrough(geometry.indexToPatient({29, 11, 25}), SliceOrientation::Axial);
    request.window = wide;
    request.outlinePixels = 1;
    const auto pixels = paint(request);
    const auto green = [&](int x, int y) {
        return pixels[static_cast<std::size_t>(y * side + x)] == 0xff00ff00U;
    };
    EXPECT_FALSE(green(70, 85));
    int count = 0;
    int leftmost = side;
    for (int x = 0; x < side; ++x) {
        if (green(x, 85)) {
            ++count;
            leftmost = std::min(leftmost, x);
        }
    }
    EXPECT_EQ(count, 2) << "one pixel each side, opaque whatever the table's alpha";
    // Seven voxels of 1.5 mm, cut half-way between voxels.
    EXPECT_NEAR(leftmost, 70 - 3.5 * 1.5 / mmPerPixel, 1);
    // Cut by the picture's border, a label has no edge there.
    request.plane = planeThrough(geometry.indexToPatient({29, 11, 25}), SliceOrientation::Axial);
    request.plane.originMm = request.plane.pixelToPatient(70, 85);
    const auto cut = paint(request);
    EXPECT_NE(cut[0], 0xff00ff00U);
}

TEST(SliceRenderer, blackOutsideTheVolumeAndEveryPixelWritten)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        std::vector<std::int16_t> voxels(geometry.voxelCount(), 3000);
        const VolumePtr volume = Volume::create(geometry, std::move(voxels));
        for (const SliceOrientation orientation : orientations) {
            SliceRequest request;
            request.volume = volume.get();
            request.plane = planeThrough(geometry.centreMm(), orientation);
            request.plane.originMm = request.plane.pixelToPatient(-30, -20);
            request.window = wide;
            int bright = 0;
            for (const std::uint32_t pixel : paint(request)) {
                ASSERT_TRUE(pixel == 0xff000000U || pixel == 0xffffffffU) << name;
                bright += pixel == 0xffffffffU;
            }
            EXPECT_GT(bright, 100) << name;
            request.plane.originMm = request.plane.originMm + sliceAxes(orientation).next * 500;
            for (const std::uint32_t pixel : paint(request))
                ASSERT_EQ(pixel, 0xff000000U) << name;
        }
    }
}

/// Voxels and labels between two pages that may not be touched: a read outside ends the process.
class GuardedBuffer {
public:
    GuardedBuffer(std::size_t bytes, bool atEnd)
    {
        const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        const std::size_t inner = (bytes + page - 1) / page * page;
        m_size = inner + 2 * page;
        m_map = static_cast<char*>(
            mmap(nullptr, m_size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        mprotect(m_map + page, inner, PROT_READ | PROT_WRITE);
        m_data = m_map + page + (atEnd ? inner - bytes : 0);
    }
    ~GuardedBuffer() { munmap(m_map, m_size); }
    GuardedBuffer(const GuardedBuffer&) = delete;
    GuardedBuffer& operator=(const GuardedBuffer&) = delete;
    void* data() { return m_data; }

private:
    char* m_map = nullptr;
    std::size_t m_size = 0;
    char* m_data = nullptr;
};

TEST(SliceRenderer, neverReadsOutside)
{
    for (const auto& [name, base] : test::gridCases()) {
        for (const bool atEnd : {false, true}) {
            for (const Index3 size : {Index3{7, 5, 3}, Index3{1, 1, 1}, Index3{9, 1, 4}}) {
                ImageGeometry geometry = base;
                geometry.size = size;
                const std::size_t count = geometry.voxelCount();
                const auto buffer =
                    std::make_shared<GuardedBuffer>(count * sizeof(std::int16_t), atEnd);
                const VolumePtr volume = Volume::share(
                    geometry, {static_cast<std::int16_t*>(buffer->data()), count}, buffer);
                for (const SliceOrientation orientation : orientations) {
                    for (const double shift : {-3.0, -1.0, -0.5, 0.0, 0.3, 0.5, 1.0, 2.9}) {
                        for (const double scale : {0.01, 0.3, 7.0}) {
                            SliceRequest request;
                            request.volume = volume.get();
                            request.plane = planeThrough(geometry.centreMm(), orientation);
                            request.plane.mmPerPixel = scale;
                            request.plane.originMm = geometry.centreMm() +
                                                     sliceAxes(orientation).next * shift +
                                                     request.plane.right * (-32 * scale) +
                                                     request.plane.down * (-32 * scale);
                            request.width = 64;
                            request.height = 64;
                            for (const Slab slab :
                                 {Slab{}, Slab{SlabMode::Maximum, 1}, Slab{SlabMode::Average, 5}})
                            {
                                request.slab = slab;
                                const auto pixels = paint(request);
                                ASSERT_EQ(pixels.front() >> 24, 0xffU);
                            }
                        }
                    }
                }
            }
        }
    }
}

TEST(SliceRenderer, keepsToItsRowsOfAWiderBuffer)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const VolumePtr volume = test::markerVolume(geometry, marker, 1);
    SliceRequest request;
    request.volume = volume.get();
    request.plane = planeThrough(geometry.centreMm(), SliceOrientation::Coronal);
    request.width = 150;
    request.height = 140;
    constexpr int stride = 157;
    std::vector<std::uint32_t> pixels(stride * 140, 0x55U);
    renderSlice(request, pixels, stride);
    for (int y = 0; y < 140; ++y) {
        for (int x = 150; x < stride; ++x)
            ASSERT_EQ(pixels[static_cast<std::size_t>(y * stride + x)], 0x55U);
        ASSERT_NE(pixels[static_cast<std::size_t>(y * stride + 149)], 0x55U);
    }
}

} // namespace
} // namespace fovea
