#include "model/domain/LabelMap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// 4 x 3 x 2: label 7 in a box of two voxels, label 2 in one corner, label 9 unnamed.
LabelMapPtr exampleMap()
{
    const ImageGeometry geometry{.size = {4, 3, 2}};
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
    labels[geometry.offset({1, 2, 0})] = 7;
    labels[geometry.offset({2, 1, 1})] = 7;
    labels[geometry.offset({3, 2, 1})] = 2;
    labels[geometry.offset({0, 0, 0})] = 9;
    return LabelMap::create(
        geometry, std::move(labels),
        {Structure{.label = 7, .name = "lung_left", .anatomyId = "lung", .side = Side::Left},
         Structure{.label = 5, .name = "absent", .anatomyId = "heart"},
         Structure{.label = 2, .name = "aorta", .anatomyId = "aorta", .colour = {1, 2, 3}}});
}

TEST(LabelMap, CountsAndBoxes)
{
    const LabelMapPtr map = exampleMap();
    const Structure* lung = map->structure(7);
    ASSERT_NE(lung, nullptr);
    EXPECT_EQ(lung->voxelCount, 2u);
    EXPECT_EQ(lung->low, (Index3{1, 1, 0}));
    EXPECT_EQ(lung->high, (Index3{2, 2, 1}));
    EXPECT_EQ(lung->side, Side::Left);

    const Structure* aorta = map->structure(2);
    ASSERT_NE(aorta, nullptr);
    EXPECT_EQ(aorta->voxelCount, 1u);
    EXPECT_EQ(aorta->low, (Index3{3, 2, 1}));
    EXPECT_EQ(aorta->high, aorta->low);
    EXPECT_EQ(aorta->colour, (Rgb{1, 2, 3}));
}

TEST(LabelMap, DropsStructuresWithoutVoxels)
{
    EXPECT_EQ(exampleMap()->structure(5), nullptr);
    EXPECT_THAT(exampleMap()->labelsOf("heart"), IsEmpty());
}

TEST(LabelMap, NamesLabelsWithoutAnEntry)
{
    const LabelMapPtr map = exampleMap();
    const Structure* unnamed = map->structure(9);
    ASSERT_NE(unnamed, nullptr);
    EXPECT_EQ(unnamed->name, "label 9");
    EXPECT_EQ(unnamed->anatomyId, "");
    EXPECT_EQ(map->maxLabel(), 9);
}

TEST(LabelMap, BackgroundIsNoStructure)
{
    EXPECT_EQ(exampleMap()->structure(0), nullptr);
}

TEST(LabelMap, AnatomiesInOrderOfFirstLabel)
{
    EXPECT_THAT(exampleMap()->anatomyIds(), ElementsAre("aorta", "lung"));
}

TEST(LabelMap, ReadsAVoxelBack)
{
    const LabelMapPtr map = exampleMap();
    EXPECT_EQ(map->at({2, 1, 1}), 7);
    EXPECT_EQ(map->at({1, 1, 1}), 0);
}

TEST(LabelMap, SeveralStructuresOfOneAnatomy)
{
    const ImageGeometry geometry{.size = {3, 1, 1}};
    const LabelMapPtr map =
        LabelMap::create(geometry, {11, 10, 12},
                         {Structure{.label = 12, .name = "c", .anatomyId = "lung"},
                          Structure{.label = 10, .name = "a", .anatomyId = "lung"},
                          Structure{.label = 11, .name = "b", .anatomyId = "bone"}});
    EXPECT_THAT(map->labelsOf("lung"), ElementsAre(10, 12));
    EXPECT_THAT(map->anatomyIds(), ElementsAre("lung", "bone"));
}

TEST(LabelMap, AnEmptyMapHasNothing)
{
    const LabelMapPtr map =
        LabelMap::create(ImageGeometry{.size = {2, 2, 2}}, std::vector<std::uint16_t>(8, 0), {});
    EXPECT_THAT(map->structures(), IsEmpty());
    EXPECT_THAT(map->anatomyIds(), IsEmpty());
    EXPECT_EQ(map->maxLabel(), 0);
}

TEST(LabelMap, HighestLabelOfItsType)
{
    const LabelMapPtr map = LabelMap::create(ImageGeometry{.size = {2, 1, 1}}, {65535, 0}, {});
    ASSERT_NE(map->structure(65535), nullptr);
    EXPECT_EQ(map->structure(65535)->voxelCount, 1u);
}

} // namespace
} // namespace fovea
