#include "model/edit/DistanceField.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace fovea {
namespace {

TEST(DistanceField, IsTheNearestOfAllVoxels)
{
    const Index3 size{9, 7, 6};
    const Vec3 spacing{0.7, 1.3, 2.9};
    const ImageGeometry grid{.size = size, .spacingMm = spacing};
    std::mt19937 random(5);
    for (int round = 0; round < 5; ++round) {
        std::vector<std::uint8_t> inside(grid.voxelCount());
        for (std::uint8_t& voxel : inside)
            voxel = random() % 40 == 0 ? 1 : 0;
        inside[grid.offset({4, 3, 2})] = 1;
        const std::vector<float> found = squaredDistances(inside, size, spacing, {});
        for (int at = 0; at < int(inside.size()); ++at) {
            const auto indexOf = [&](int n) {
                return Vec3{double(n % 9), double(n / 9 % 7), double(n / 63)};
            };
            double nearest = 1e9;
            for (int n = 0; n < int(inside.size()); ++n) {
                const Vec3 d = grid.indexToPatient(indexOf(n)) - grid.indexToPatient(indexOf(at));
                if (inside[std::size_t(n)])
                    nearest = std::min(nearest, dot(d, d));
            }
            EXPECT_NEAR(found[std::size_t(at)], nearest, 1e-4 * (1 + nearest));
        }
    }
}

TEST(DistanceField, WithoutAVoxelNothingIsNear)
{
    const std::vector<float> found =
        squaredDistances(std::vector<std::uint8_t>(12), {3, 2, 2}, {1, 1, 1}, {});
    EXPECT_TRUE(std::ranges::all_of(found, [](float d) { return d >= noVoxelNear; }));
}

TEST(DistanceField, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(squaredDistances(std::vector<std::uint8_t>(12), {3, 2, 2}, {1, 1, 1},
                                 Progress(stop.get_token()))
                    .empty());
}

} // namespace
} // namespace fovea
