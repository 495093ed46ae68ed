#include "model/evaluate/TokenPlaces.h"
#include "tests/evaluate/SmallChest.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

TEST(TokenPlaces, ATokenLiesWhereMostOfItsVoxelsDo)
{
    const LabelledStudy study = testing::smallChest();
    const TokenPlaces places(*study.labels, testing::smallLung());
    EXPECT_EQ(places.tokens(), (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(places.structure(0), testing::LowerRight);
    EXPECT_EQ(places.side(0), Side::Right);
    EXPECT_EQ(places.structure(1), testing::UpperLeft);
    EXPECT_EQ(places.side(1), Side::Left) << "though its centre is right of the middle";
    EXPECT_EQ(places.structure(2), testing::LowerLeft);
    EXPECT_EQ(places.structure(3), testing::LowerLeft);
    EXPECT_EQ(places.side(3), Side::Left);
}

TEST(TokenPlaces, GridsMayRunInAnyDirection)
{
    RegionEmbedding region = testing::smallLung();
    region.tokenOriginMm = {30, 0, 0};
    region.tokenStepMm[2] = {-20, 0, 0};
    const LabelledStudy study = testing::smallChest();
    const TokenPlaces places(*study.labels, region);
    EXPECT_EQ(places.structure(3), testing::LowerRight);
    EXPECT_EQ(places.structure(0), testing::LowerLeft);
    EXPECT_EQ(places.structure(2), testing::UpperLeft);
}

TEST(TokenPlaces, WithoutSidedStructuresTheMiddleDecides)
{
    const LabelledStudy study = testing::smallChest();
    std::vector<Structure> whole{study.labels->structures().front()};
    whole[0].label = 1;
    whole[0].name = "lung";
    whole[0].side = Side::None;
    // The lung's box is x -35 … 35.
    const auto labels = LabelMap::create(study.labels->geometry(), {1, 1, 0, 0, 0, 0, 1, 1}, whole);
    const TokenPlaces places(*labels, testing::smallLung());
    EXPECT_EQ(places.side(0), Side::Right);
    EXPECT_EQ(places.side(1), Side::Right);
    EXPECT_EQ(places.side(2), Side::Left);
    EXPECT_EQ(places.side(3), Side::Left);
    EXPECT_EQ(places.structure(1), 0) << "no voxel of the lung";
}

TEST(TokenPlaces, ThePeakIsAmongTheRegionsTokens)
{
    const LabelledStudy study = testing::smallChest();
    const TokenPlaces places(*study.labels, testing::smallLung({0.0F, 0.2F, 0.5F, 0.3F}));
    EXPECT_EQ(places.tokens(), (std::vector<std::size_t>{1, 2, 3}));
    EXPECT_EQ(places.peak({9, 1, 2, 2}), 2U) << "the first of equals, and not outside";
    EXPECT_EQ(places.peak({0, -3, -2, -1}), 3U) << "though all speak against it";
    const TokenPlaces none(*study.labels, testing::smallLung({0, 0, 0, 0}));
    EXPECT_FALSE(none.peak({1, 1, 1, 1}));
}

} // namespace
} // namespace fovea
