#include "viewer/slice/ObliqueSampler.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace fovea {
namespace {

constexpr int width = 61; ///< No multiple of what is sampled at a time.

VolumePtr noise(Index3 size)
{
    ImageGeometry geometry;
    geometry.size = size;
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    std::mt19937 random(7);
    for (std::int16_t& voxel : voxels)
        voxel = static_cast<std::int16_t>(static_cast<int>(random() % 65536) - 32768);
    return Volume::create(geometry, std::move(voxels));
}

bool contains(const Index3& size, const Vec3& index)
{
    for (int a = 0; a < 3; ++a) {
        if (!(index[a] >= -0.5 && index[a] < size[a] - 0.5))
            return false;
    }
    return true;
}

/// From the definition, one voxel after the other.
double trilinear(const Volume& volume, const Vec3& index)
{
    const Index3& size = volume.geometry().size;
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        double weight = 1;
        Index3 at{};
        for (int a = 0; a < 3; ++a) {
            const double clamped = std::clamp(index[a], 0.0, size[a] - 1.0);
            const int low = static_cast<int>(clamped);
            const bool upper = corner >> a & 1;
            at[a] = std::min(low + (upper ? 1 : 0), size[a] - 1);
            weight *= upper ? clamped - low : 1 - (clamped - low);
        }
        sum += weight * volume.at(at);
    }
    return sum;
}

/// Lines in all directions, through the volume, along its border and past it.
std::vector<ObliqueSampler::Line> lines(const Index3& size)
{
    std::vector<ObliqueSampler::Line> all;
    std::mt19937 random(11);
    std::uniform_real_distribution<double> part(-0.4, 1.4);
    for (int n = 0; n < 300; ++n) {
        ObliqueSampler::Line line;
        for (int a = 0; a < 3; ++a) {
            const double from = part(random) * size[a];
            line.start[a] = from;
            line.step[a] = n % 7 == a ? 0.0 : (part(random) * size[a] - from) / width;
        }
        all.push_back(line);
    }
    all.push_back({{-0.5, -0.5, -0.5}, {0.01, 0, 0}});
    all.push_back({{size[0] - 0.5, 0, 0}, {-0.01, 0, 0}});
    all.push_back({{0, 0, 0}, {0, 0, 0}});
    return all;
}

constexpr std::array sizes{Index3{31, 23, 17}, Index3{1, 9, 9}, Index3{9, 1, 9}, Index3{9, 9, 1},
                           Index3{2, 2, 2}};

} // namespace

TEST(ObliqueSampler, insideAreTheColumnsInTheVolume)
{
    for (const Index3& size : sizes) {
        const VolumePtr volume = noise(size);
        const ObliqueSampler sampler(*volume, Interpolation::Linear);
        for (const ObliqueSampler::Line& line : lines(size)) {
            const auto columns = sampler.inside(line, width);
            for (int x = 0; x < width; ++x)
                ASSERT_EQ(x >= columns.from && x < columns.to, contains(size, line.at(x)));
        }
    }
}

TEST(ObliqueSampler, samplesAreTrilinearWithAndWithoutWideInstructions)
{
    using Instructions = ObliqueSampler::Instructions;
    for (const Index3& size : sizes) {
        const VolumePtr volume = noise(size);
        for (const auto instructions : {Instructions::Best, Instructions::Portable}) {
            const ObliqueSampler sampler(*volume, Interpolation::Linear, instructions);
            for (const ObliqueSampler::Line& line : lines(size)) {
                const auto columns = sampler.inside(line, width);
                std::vector<float> hu(width, -1e6F);
                sampler.sample(line, columns, hu.data());
                for (int x = 0; x < width; ++x) {
                    if (x < columns.from || x >= columns.to)
                        ASSERT_EQ(hu[static_cast<std::size_t>(x)], -1e6F) << x;
                    else // Neighbours differ by up to 65,535.
                        ASSERT_NEAR(hu[static_cast<std::size_t>(x)], trilinear(*volume, line.at(x)),
                                    2.0)
                            << x;
                }
            }
        }
    }
}

TEST(ObliqueSampler, nearestIsTheClosestVoxel)
{
    for (const Index3& size : sizes) {
        const VolumePtr volume = noise(size);
        const ObliqueSampler sampler(*volume, Interpolation::Nearest);
        for (const ObliqueSampler::Line& line : lines(size)) {
            const auto columns = sampler.inside(line, width);
            std::vector<float> hu(width);
            sampler.sample(line, columns, hu.data());
            for (int x = columns.from; x < columns.to; ++x) {
                Index3 at{};
                for (int a = 0; a < 3; ++a)
                    at[a] = std::clamp(static_cast<int>(std::floor(line.at(x)[a] + 0.5)), 0,
                                       size[a] - 1);
                ASSERT_EQ(hu[static_cast<std::size_t>(x)], volume->at(at)) << x;
            }
        }
    }
}

TEST(ObliqueSampler, theLastVoxelsInMemoryAreNotReadBeyond)
{
    // Under the address sanitizer a read behind the buffer ends the test.
    const Index3 size{5, 4, 3};
    const VolumePtr volume = noise(size);
    const ObliqueSampler sampler(*volume, Interpolation::Linear);
    const ObliqueSampler::Line line{{4.49, 3.49, 2.49}, {-1e-9, -1e-9, -1e-9}};
    const auto columns = sampler.inside(line, width);
    ASSERT_EQ(columns.to - columns.from, width);
    std::vector<float> hu(width);
    sampler.sample(line, columns, hu.data());
    for (const float value : hu)
        EXPECT_EQ(value, volume->at({4, 3, 2}));
}

} // namespace fovea
