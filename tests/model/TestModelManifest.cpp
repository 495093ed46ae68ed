#include "model/checkpoint/AnatomyGrouping.h"
#include "model/checkpoint/DefaultCatalog.h"
#include "model/checkpoint/ModelManifest.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

namespace fovea {
namespace {

std::string readResource(const std::string& name)
{
    std::ifstream in(std::string(FOVEA_SOURCE_DIR) + "/resources/catalog/" + name);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

ModelManifest twoGroups()
{
    ModelManifest manifest = releasedManifest();
    manifest.network.anatomies = {"left_lung", "heart"};
    manifest.anatomies = {
        {"left_lung", "Left lung", {"lung_upper_lobe_left", "lung_lower_lobe_left"}},
        {"heart", "Heart", {"heart"}}};
    manifest.findings = {
        {"left_lung", "nodule", "Nodule", {"Nodule."}, {"Not Nodule."}, 0.4, Calibration{2, -1}}};
    return manifest;
}

TEST(ModelManifest, AManifestComesBackAndAWrongOneIsRefused)
{
    const ModelManifest manifest = twoGroups();
    const std::string json = manifestToJson(manifest);
    const Result<ModelManifest> again = manifestFromJson(json);
    ASSERT_TRUE(again) << ::testing::PrintToString(again.error().arguments);
    EXPECT_EQ(*again, manifest);
    for (const auto& [from, to] : std::map<std::string, std::string>{
             {"\"format\": 1", "\"format\": 2"},
             {"\"hidden\": 768", "\"hidden\": 769"},
             {"\"hidden\": 768", "\"hiden\": 768"},
             {"\"licence\"", "\"license\""},
             {"\"anatomy\": \"left_lung\"", "\"anatomy\": \"liver\""},
             {"\"id\": \"heart\"", "\"id\": \"hart\""},
             {"\"lung_lower_lobe_left\"", "\"Lung upper lobe left\""},
             {"\"windowHigh\": 350.0", "\"windowHigh\": -2000.0"}})
    {
        std::string wrong = json;
        const auto at = wrong.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        wrong.replace(at, from.size(), to);
        const Result<ModelManifest> refused = manifestFromJson(wrong);
        ASSERT_FALSE(refused) << to;
        EXPECT_EQ(refused.error().code, ErrorCode::ModelBroken);
    }
}

TEST(ModelManifest, RegionStatisticsComeBackAndAreOffWhereNothingIsSaid)
{
    ModelManifest manifest = twoGroups();
    manifest.network.stem = {8};
    manifest.network.windows = {{0.0, 1.0}};
    manifest.network.regionStatistics = true;
    manifest.network.bands = {{0.25, 0.5}};
    nlohmann::json json = nlohmann::json::parse(manifestToJson(manifest));
    const Result<ModelManifest> again = manifestFromJson(json.dump());
    ASSERT_TRUE(again) << ::testing::PrintToString(again.error().arguments);
    EXPECT_TRUE(again->network.regionStatistics);
    EXPECT_EQ(again->network.bands, manifest.network.bands);
    nlohmann::json older = json;
    older["network"].erase("regionStatistics");
    EXPECT_FALSE(manifestFromJson(older.dump())); // Bands of nothing.
    older["network"].erase("bands");
    const Result<ModelManifest> without = manifestFromJson(older.dump());
    ASSERT_TRUE(without);
    EXPECT_FALSE(without->network.regionStatistics);
    json["network"]["stem"] = nlohmann::json::array();
    json["network"]["windows"] = nlohmann::json::array();
    const Result<ModelManifest> refused = manifestFromJson(json.dump());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::ModelBroken);
}

/// Weights of the released shapes may be anybody's: numbers fitted on the released ones come only
/// with the manifest that says so.
TEST(ModelManifest, ThresholdsOfTheReleasedWeightsAreInAManifestOfTheirOwn)
{
    for (const FindingDefinition& finding : releasedCatalog()) {
        EXPECT_FALSE(finding.threshold) << finding.id;
        EXPECT_FALSE(finding.calibration) << finding.id;
    }
    std::ifstream file(std::string(FOVEA_SOURCE_DIR) + "/resources/model/released.json");
    const std::string json((std::istreambuf_iterator<char>(file)), {});
    const Result<SiteManifest> site = siteManifestFromJson(json, releasedManifest());
    ASSERT_TRUE(site) << ::testing::PrintToString(site.error().arguments);
    EXPECT_EQ(site->manifest.calibrationReference(), "ct_rate_validation");
    EXPECT_EQ(site->manifest.network, releasedManifest().network);
    EXPECT_EQ(site->manifest.preprocess, releasedManifest().preprocess);
    ASSERT_EQ(site->manifest.findings.size(), 16U);
    for (std::size_t n = 0; n < 16; ++n) {
        FindingDefinition stated = site->manifest.findings[n];
        ASSERT_TRUE(stated.threshold && stated.calibration) << stated.id;
        EXPECT_GT(stated.calibration->a, 0.0);
        stated.threshold.reset();
        stated.calibration.reset();
        EXPECT_EQ(stated, releasedCatalog()[n]);
    }
    EXPECT_EQ(site->manifest.findings[8].threshold, 0.020); // Consolidation.
}

TEST(ModelManifest, ASiteStatesWhatItWantsToAndTheRestIsTheReleasedModels)
{
    const Result<SiteManifest> site = siteManifestFromJson(R"({
        "name": "Ours", "network": {"heads": 8}, "preprocess": {"windowLow": -300},
        "anatomies": [{"id": "liver", "name": "Liver", "structures": ["liver"]}],
        "findings": [{"anatomy": "liver", "id": "cyst", "name": "Cyst", "positive": ["Cyst."],
                      "negative": ["Not Cyst."]}]})",
                                                           releasedManifest());
    ASSERT_TRUE(site) << ::testing::PrintToString(site.error().arguments);
    EXPECT_EQ(site->manifest.name, "Ours");
    EXPECT_EQ(site->manifest.network.heads, 8);
    EXPECT_EQ(site->manifest.network.mlp, 3072);
    EXPECT_EQ(site->statedNetwork, std::set<std::string>{"heads"});
    EXPECT_EQ(site->manifest.preprocess.windowLow, -300);
    EXPECT_EQ(site->manifest.preprocess.windowHigh, 350);
    EXPECT_EQ(site->manifest.network.anatomies, std::vector<std::string>{"liver"});
    ASSERT_EQ(site->manifest.findings.size(), 1U);
    EXPECT_FALSE(site->manifest.findings.front().threshold);
    // What CT-RATE's numbers were fitted on says nothing of a site's own findings.
    EXPECT_EQ(releasedManifest().calibrationReference(), "");
    EXPECT_EQ(site->manifest.calibrationReference(), "");
    const Result<SiteManifest> said =
        siteManifestFromJson(R"({"calibratedOn": "our own 400 studies"})", releasedManifest());
    ASSERT_TRUE(said);
    EXPECT_EQ(said->manifest.calibratedOn, "our own 400 studies");
    const Result<ModelManifest> again = manifestFromJson(manifestToJson(said->manifest));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->calibratedOn, "our own 400 studies");
    ModelManifest demo = *again;
    demo.calibratedOn.clear();
    demo.demo = true;
    EXPECT_EQ(demo.calibrationReference(), "phantoms");
    for (const char* wrong :
         {"[]", "{", R"({"netwerk": {}})", R"({"network": {"hedas": 1}})", R"({"format": 7})",
          R"({"anatomies": [{"id": "a", "name": "A", "structures": []}]})"})
    {
        EXPECT_FALSE(siteManifestFromJson(wrong, releasedManifest())) << wrong;
    }
}

LabelMapPtr labelMap()
{
    ImageGeometry geometry;
    geometry.size = {4, 1, 1};
    return LabelMap::create(geometry, {1, 2, 3, 4},
                            {{1, "Lung upper lobe LEFT", "lung"},
                             {2, "lung_lower_lobe_left", "lung"},
                             {3, "lung_upper_lobe_right", "lung"},
                             {4, "heart", "heart"}});
}

TEST(ModelManifest, AModelsOwnGroupingDecidesWhichLabelsAreItsAnatomies)
{
    using Labels = std::vector<std::vector<std::uint16_t>>;
    EXPECT_EQ(labelsByAnatomy(twoGroups(), *labelMap()), (Labels{{1, 2}, {4}}));
    // Without one, the catalog's anatomies count.
    EXPECT_EQ(labelsByAnatomy(releasedManifest(), *labelMap()), (Labels{{1, 2, 3}, {4}, {}, {}}));
}

TEST(ModelManifest, TheThirtySixRegionsAreMadeOfStructuresThatTheCatalogKnows)
{
    const std::string text = readResource("fvlm-36.json");
    const auto json = nlohmann::json::parse(text);
    const Result<std::vector<AnatomyDefinition>> regions =
        anatomiesFromJson(json.at("anatomies").dump());
    ASSERT_TRUE(regions) << ::testing::PrintToString(regions.error().arguments);
    ASSERT_EQ(regions->size(), 36U);
    EXPECT_EQ((*regions)[0].id, "adrenal_glands");
    EXPECT_EQ((*regions)[21].id, "lung");
    EXPECT_EQ((*regions)[35].id, "thoracic_vertebrae");
    // As a site would hand it in.
    const Result<SiteManifest> site = siteManifestFromJson(text, releasedManifest());
    ASSERT_TRUE(site) << ::testing::PrintToString(site.error().arguments);
    EXPECT_EQ(site->manifest.network.anatomies.size(), 36U);

    const auto catalog = nlohmann::json::parse(readResource("anatomies.json"));
    std::set<std::string> names;
    for (const auto& structure : catalog.at("structures"))
        names.insert(structure.at("name").get<std::string>());
    std::set<std::string> ids;
    for (const auto& anatomy : catalog.at("anatomies"))
        ids.insert(anatomy.at("id").get<std::string>());
    for (const AnatomyDefinition& region : *regions) {
        EXPECT_TRUE(ids.contains(region.id)) << region.id;
        EXPECT_FALSE(region.structures.empty()) << region.id;
        for (const std::string& structure : region.structures)
            EXPECT_TRUE(names.contains(structure)) << structure;
    }
}

} // namespace
} // namespace fovea
