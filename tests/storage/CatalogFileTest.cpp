#include "storage/CatalogFile.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <unistd.h>

using namespace fovea;

namespace {

AnatomyCatalog shippedCatalog()
{
    const auto catalog = readCatalogFile(FOVEA_SOURCE_DIR "/resources/catalog/anatomies.json");
    EXPECT_TRUE(catalog.ok()) << (catalog ? "" : catalog.error().arguments.at(1));
    return catalog ? *catalog : AnatomyCatalog();
}

std::string anatomyOf(const AnatomyCatalog& catalog, std::string_view name)
{
    const CatalogStructure* structure = catalog.structureNamed(name);
    return structure ? structure->anatomyId : "unknown";
}

Result<AnatomyCatalog> readText(const std::string& text)
{
    const auto path = std::filesystem::temp_directory_path() /
                      ("fovea-catalog-" + std::to_string(::getpid()) + ".json");
    std::ofstream(path) << text;
    auto result = readCatalogFile(path);
    std::filesystem::remove(path);
    return result;
}

} // namespace

TEST(CatalogFile, NamesEveryTotalSegmentatorLabelOnce)
{
    const AnatomyCatalog catalog = shippedCatalog();
    std::set<std::string> names;
    for (int label = 1; label <= 117; ++label) {
        const CatalogStructure* structure = catalog.structureForTotalSegmentator(label);
        ASSERT_NE(structure, nullptr) << label;
        names.insert(structure->name);
        EXPECT_FALSE(structure->anatomyId.empty()) << structure->name;
    }
    EXPECT_EQ(names.size(), 117u);
    EXPECT_EQ(catalog.structureForTotalSegmentator(118), nullptr);
    EXPECT_EQ(catalog.structureForTotalSegmentator(1)->name, "spleen");
    EXPECT_EQ(catalog.structureForTotalSegmentator(51)->name, "heart");
    EXPECT_EQ(catalog.structureForTotalSegmentator(52)->name, "aorta");
    EXPECT_EQ(catalog.structureForTotalSegmentator(117)->name, "costal_cartilages");
}

TEST(CatalogFile, MapsTheFourScoredAnatomies)
{
    const AnatomyCatalog catalog = shippedCatalog();
    std::map<std::string, std::set<int>> labels;
    for (const CatalogStructure& structure : catalog.structures()) {
        if (structure.totalSegmentatorId)
            labels[structure.anatomyId].insert(*structure.totalSegmentatorId);
    }
    EXPECT_EQ(labels["lung"], (std::set<int>{10, 11, 12, 13, 14}));
    EXPECT_EQ(labels["heart"], (std::set<int>{51, 61}));
    EXPECT_EQ(labels["esophagus"], (std::set<int>{15}));
    EXPECT_EQ(labels["aorta"], (std::set<int>{52}));
}

TEST(CatalogFile, KnowsOtherSpellings)
{
    const AnatomyCatalog catalog = shippedCatalog();
    EXPECT_EQ(anatomyOf(catalog, "Lung_L"), "lung");
    EXPECT_EQ(anatomyOf(catalog, "Left lung"), "lung");
    EXPECT_EQ(anatomyOf(catalog, "wholeLung"), "lung");
    EXPECT_EQ(anatomyOf(catalog, "Heart"), "heart");
    EXPECT_EQ(anatomyOf(catalog, "heart_atrium_left"), "heart");
    EXPECT_EQ(anatomyOf(catalog, "Oesophagus"), "esophagus");
    EXPECT_EQ(anatomyOf(catalog, "SpinalCord"), "spinal_cord");
    EXPECT_EQ(anatomyOf(catalog, "body"), "");
    EXPECT_EQ(anatomyOf(catalog, "tumour"), "unknown");
    EXPECT_EQ(catalog.structureNamed("Lung_R")->side, Side::Right);
    EXPECT_EQ(catalog.structureNamed("Lung_L")->side, Side::Left);
}

TEST(CatalogFile, FindsStructuresByCodeAndSide)
{
    const AnatomyCatalog catalog = shippedCatalog();
    const CodedConcept kidney{"SCT", "64033007", ""};
    ASSERT_NE(catalog.structureCoded(kidney, Side::Left), nullptr);
    EXPECT_EQ(catalog.structureCoded(kidney, Side::Left)->name, "kidney_left");
    EXPECT_EQ(catalog.structureCoded(kidney, Side::Right)->name, "kidney_right");
    // A code with its side means one structure only, or it could not be read back.
    std::set<std::pair<std::string, Side>> seen;
    for (const CatalogStructure& structure : catalog.structures()) {
        if (!structure.code.value.empty()) {
            EXPECT_TRUE(seen.insert({structure.code.value, structure.side}).second)
                << structure.name;
        }
    }
}

TEST(CatalogFile, RefusesBrokenCatalogs)
{
    const auto refuses = [](const std::string& text) {
        const auto result = readText(text);
        return !result && result.error().code == ErrorCode::MetadataBroken;
    };
    EXPECT_TRUE(refuses("{"));
    EXPECT_TRUE(refuses("{}"));
    const std::string lung =
        R"({"id":"lung","name":"Lung","colour":[1,2,3],"structures":["lung"]})";
    const auto document = [](const std::string& anatomies, const std::string& structures) {
        return R"({"anatomies":[)" + anatomies + R"(],"structures":[)" + structures + "]}";
    };
    EXPECT_TRUE(readText(document(lung, R"({"name":"lung"})")).ok());
    EXPECT_TRUE(refuses(document(lung, R"({"name":"liver"})")));
    EXPECT_TRUE(refuses(document(lung + "," + lung, R"({"name":"lung"})")));
    EXPECT_TRUE(refuses(document(lung, R"({"name":"lung"},{"name":"x","aliases":["LUNG"]})")));
    EXPECT_TRUE(refuses(document(lung, R"({"name":"lung","side":"up"})")));
    EXPECT_TRUE(refuses(document(lung, R"({"name":"lung","colour":[1,2,300]})")));
    EXPECT_EQ(readCatalogFile("/nonexistent/file.json").error().code, ErrorCode::FileNotFound);
}
