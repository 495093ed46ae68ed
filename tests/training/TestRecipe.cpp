#include "model/training/Recipe.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

namespace fovea {
namespace {

nlohmann::json bundled(const std::string& name = "recipe")
{
    std::ifstream file(FOVEA_SOURCE_DIR "/resources/model/" + name + ".json");
    return nlohmann::json::parse(file);
}

TEST(Recipe, TheBundledOneIsUsable)
{
    const Result<Recipe> recipe = recipeFromJson(bundled().dump());
    ASSERT_TRUE(recipe.ok()) << recipe.error().arguments.back();
    EXPECT_TRUE(recipe->demo);
    EXPECT_EQ(recipe->findings.size(), 16U);
    EXPECT_EQ(recipe->network.anatomies.size(), 4U);
    EXPECT_GE(recipe->alternatives.size(), 16U);
    EXPECT_GT(recipe->batch, 2);
}

TEST(Recipe, TheComparisonsIsUsableAndTheModelsInWhatIsAsked)
{
    const Result<Recipe> recipe = recipeFromJson(bundled("compare").dump());
    ASSERT_TRUE(recipe.ok()) << recipe.error().arguments.back();
    EXPECT_EQ(recipe->contrast, Contrast::Anatomies) << "the paper's";
    EXPECT_EQ(bundled("compare")["findings"], bundled()["findings"]);
    EXPECT_EQ(bundled("compare")["promptAlternatives"], bundled()["promptAlternatives"]);
}

TEST(Recipe, MissingTrainingNumbersKeepTheReleasedOnes)
{
    nlohmann::json json = bundled();
    json.erase("training");
    const Result<Recipe> recipe = recipeFromJson(json.dump());
    ASSERT_TRUE(recipe.ok());
    EXPECT_DOUBLE_EQ(recipe->learningRate, 1e-4);
    EXPECT_DOUBLE_EQ(recipe->lastLearningRate, 1e-6);
    EXPECT_EQ(recipe->epochs, 20);
    EXPECT_EQ(recipe->warmupSteps, 377);
    EXPECT_DOUBLE_EQ(recipe->weightDecay, 0.01);
}

void expectRefused(const nlohmann::json& json, const std::string& what)
{
    const Result<Recipe> recipe = recipeFromJson(json.dump());
    ASSERT_FALSE(recipe.ok()) << what;
    EXPECT_TRUE(recipe.error().code == ErrorCode::MetadataBroken ||
                recipe.error().code == ErrorCode::ModelBroken)
        << what;
    EXPECT_FALSE(recipe.error().arguments.empty()) << what;
}

TEST(Recipe, SaysWhatIsWrong)
{
    EXPECT_FALSE(recipeFromJson("{").ok());
    EXPECT_FALSE(recipeFromJson("[]").ok());
    const auto changed = [](auto&& change) {
        nlohmann::json json = bundled();
        change(json);
        return json;
    };
    expectRefused(changed([](auto& j) { j["trainning"] = 1; }), "misspelt member");
    expectRefused(changed([](auto& j) { j["training"]["epoch"] = 1; }), "misspelt number");
    expectRefused(changed([](auto& j) { j.erase("name"); }), "no name");
    expectRefused(changed([](auto& j) { j["training"]["batch"] = 1; }), "batch of one");
    expectRefused(changed([](auto& j) { j["training"]["epochs"] = 0; }), "no epochs");
    expectRefused(changed([](auto& j) { j["training"]["sentenceDropout"] = 1.0; }), "nothing left");
    expectRefused(changed([](auto& j) { j["training"]["learningRate"] = "fast"; }), "not a number");
    expectRefused(changed([](auto& j) { j["training"]["contrast"] = "studies"; }), "no contrast");
    expectRefused(changed([](auto& j) { j["findings"] = nlohmann::json::array(); }), "no findings");
    expectRefused(changed([](auto& j) { j["promptAlternatives"][0]["finding"] = "x"; }),
                  "unknown finding");
    expectRefused(
        changed([](auto& j) { j["promptAlternatives"][0]["positive"] = nlohmann::json::array(); }),
        "empty prompts");
    expectRefused(changed([](auto& j) { j["preprocess"]["minimumSize"] = {56, 72, 100}; }),
                  "crop that is not the network's grid");
}

} // namespace
} // namespace fovea
