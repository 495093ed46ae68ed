#include "model/domain/Anatomy.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

const CodedConcept lungCode{"SCT", "39607008", "Lung"};

CatalogStructure structure(std::string name, std::string anatomyId, Side side = Side::None)
{
    CatalogStructure made;
    made.name = std::move(name);
    made.anatomyId = std::move(anatomyId);
    made.side = side;
    return made;
}

AnatomyCatalog exampleCatalog()
{
    CatalogStructure left = structure("lung_left", "lung", Side::Left);
    left.aliases = {"Left Lung"};
    left.totalSegmentatorId = 101;
    left.code = lungCode;
    CatalogStructure right = structure("lung_right", "lung", Side::Right);
    right.totalSegmentatorId = 102;
    right.code = lungCode;
    CatalogStructure heart = structure("heart", "heart");
    heart.aliases = {"cor"};
    return AnatomyCatalog(
        {Anatomy{"lung", "Lung", {255, 0, 0}, {"lung_left", "lung_right"}, lungCode},
         Anatomy{"heart", "Heart", {0, 255, 0}, {"heart"}, {}}},
        {left, right, heart});
}

std::string nameOf(const CatalogStructure* structure)
{
    return structure ? structure->name : "nothing";
}

TEST(AnatomyCatalog, FindsAnAnatomyById)
{
    const AnatomyCatalog catalog = exampleCatalog();
    ASSERT_NE(catalog.anatomy("heart"), nullptr);
    EXPECT_EQ(catalog.anatomy("heart")->displayName, "Heart");
    EXPECT_EQ(catalog.anatomy("Heart"), nullptr) << "ids are exact";
    EXPECT_EQ(catalog.anatomy(""), nullptr);
}

TEST(AnatomyCatalog, FindsAStructureByNameHoweverWritten)
{
    const AnatomyCatalog catalog = exampleCatalog();
    EXPECT_EQ(nameOf(catalog.structureNamed("lung_left")), "lung_left");
    EXPECT_EQ(nameOf(catalog.structureNamed("Lung Left")), "lung_left");
    EXPECT_EQ(nameOf(catalog.structureNamed("LUNG-LEFT")), "lung_left");
    EXPECT_EQ(nameOf(catalog.structureNamed("left_lung")), "lung_left") << "an alias";
    EXPECT_EQ(nameOf(catalog.structureNamed("COR")), "heart");
    EXPECT_EQ(nameOf(catalog.structureNamed("lung")), "nothing") << "no prefix matches";
    EXPECT_EQ(nameOf(catalog.structureNamed("lungleft")), "nothing");
    EXPECT_EQ(nameOf(catalog.structureNamed("")), "nothing");
}

TEST(AnatomyCatalog, FindsAStructureByTotalSegmentatorLabel)
{
    const AnatomyCatalog catalog = exampleCatalog();
    EXPECT_EQ(nameOf(catalog.structureForTotalSegmentator(102)), "lung_right");
    EXPECT_EQ(nameOf(catalog.structureForTotalSegmentator(0)), "nothing")
        << "a structure without a label is not label 0";
}

TEST(AnatomyCatalog, FindsAStructureByCodeAndSide)
{
    const AnatomyCatalog catalog = exampleCatalog();
    EXPECT_EQ(nameOf(catalog.structureCoded(lungCode, Side::Left)), "lung_left");
    EXPECT_EQ(nameOf(catalog.structureCoded(lungCode, Side::Right)), "lung_right");
    EXPECT_EQ(nameOf(catalog.structureCoded(lungCode, Side::None)), "nothing");
    EXPECT_EQ(nameOf(catalog.structureCoded({"SCT", "39607008", "pulmo"}, Side::Left)), "lung_left")
        << "the meaning is for people only";
    EXPECT_EQ(nameOf(catalog.structureCoded({"SRT", "39607008", "Lung"}, Side::Left)), "nothing");
}

TEST(AnatomyCatalog, AnEmptyCodeMatchesNothing)
{
    // The heart has no code: it must not be found by another structure's missing code.
    EXPECT_EQ(nameOf(exampleCatalog().structureCoded({}, Side::None)), "nothing");
}

} // namespace
} // namespace fovea
