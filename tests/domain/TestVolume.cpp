#include "model/domain/Volume.h"

#include <gtest/gtest.h>
#include <numeric>

namespace fovea {
namespace {

TEST(Volume, TakesItsBufferOverWithoutACopy)
{
    std::vector<std::int16_t> voxels(24);
    std::iota(voxels.begin(), voxels.end(), std::int16_t{-12});
    const std::int16_t* buffer = voxels.data();
    const VolumePtr volume = Volume::create(ImageGeometry{.size = {4, 3, 2}}, std::move(voxels));
    EXPECT_EQ(volume->voxels().data(), buffer);
    EXPECT_EQ(volume->voxels().size(), 24u);
    EXPECT_EQ(volume->at({0, 0, 0}), -12);
    EXPECT_EQ(volume->at({1, 2, 1}), -12 + 12 + 8 + 1);
}

TEST(Volume, KeepsASharedBufferAliveAsLongAsItself)
{
    auto owner = std::make_shared<std::vector<std::int16_t>>(8, std::int16_t{40});
    const std::weak_ptr<std::vector<std::int16_t>> watch = owner;
    VolumePtr volume = Volume::share(ImageGeometry{.size = {2, 2, 2}}, *owner, owner);
    owner.reset();
    ASSERT_FALSE(watch.expired());
    EXPECT_EQ(volume->at({1, 1, 1}), 40);
    volume.reset();
    EXPECT_TRUE(watch.expired());
}

} // namespace
} // namespace fovea
