#include "app/text/names.h"
#include "app/text/structureName.h"
#include "storage/CatalogFile.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

QString nameOf(const std::string& structure)
{
    Structure named;
    named.name = structure;
    return structureName(named);
}

TEST(StructureName, isThatOfAPartOrOfTheWholeAnatomy)
{
    EXPECT_EQ(nameOf("lung_upper_lobe_left"), QStringLiteral("Left upper lobe"));
    EXPECT_EQ(nameOf("rib_left_7"), QStringLiteral("Left rib 7"));
    EXPECT_EQ(nameOf("vertebrae_T12"), QStringLiteral("Vertebra T12"));
    EXPECT_EQ(nameOf("body"), QStringLiteral("Body"));
    EXPECT_EQ(nameOf("aorta"), anatomyName("aorta"));
    EXPECT_EQ(nameOf("thyroid_gland"), anatomyName("thyroid"));
}

TEST(StructureName, OfAReaderStays)
{
    EXPECT_EQ(nameOf("Nodule 1"), QStringLiteral("Nodule 1"));
    EXPECT_EQ(nameOf("left_rib_7"), QStringLiteral("left rib 7"));
    Structure nodule;
    nodule.name = "nodule_in_the_lung";
    nodule.anatomyId = "lung";
    EXPECT_EQ(structureName(nodule), QStringLiteral("nodule in the lung"));
}

TEST(StructureName, KnowsEveryStructureOfTheCatalog)
{
    const auto catalog = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                         "resources/catalog/anatomies.json");
    ASSERT_TRUE(catalog);
    int structures = 0;
    for (const Anatomy& anatomy : catalog->anatomies()) {
        for (const std::string& structure : anatomy.structures) {
            ++structures;
            EXPECT_TRUE(nameOf(structure).front().isUpper()) << structure;
        }
    }
    EXPECT_GT(structures, 100);
}

} // namespace
} // namespace fovea
