#include "model/evaluate/PromptSet.h"
#include "model/phantom/PhantomSource.h"
#include "model/training/Trainer.h"
#include "tests/training/Cubes.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <random>

// The whole way in small: phantoms are drawn and reported, a network learns from both, and knows
// what it sees on phantoms that it never saw. A minute or two on two cores.

namespace fovea {
namespace {

namespace fs = std::filesystem;

nlohmann::json phantomRecipe(const PromptSet& prompts)
{
    nlohmann::json recipe = nlohmann::json::parse(R"({
      "name": "Small", "licence": "Apache-2.0", "provenance": "Made by a test.", "demo": true,
      "network": {"hidden": 64, "mlp": 128, "heads": 4, "layers": 2, "patch": [5, 5, 7],
        "grid": [8, 8, 8], "levels": [0], "poolingHeads": 4, "textHidden": 48, "textLayers": 1,
        "textHeads": 4, "textIntermediate": 96, "maxPositions": 96, "embedding": 48,
        "anatomies": ["lung", "heart", "esophagus"]},
      "preprocess": {"spacingMm": [8, 6, 6], "windowLow": -1050, "windowHigh": 450,
        "marginLow": [1, 1, 1], "marginHigh": [1, 1, 1], "minimumSize": [40, 40, 56],
        "roi": [40, 40, 56]},
      "findings": [],
      "training": {"epochs": 24, "batch": 16, "learningRate": 0.002, "firstLearningRate": 1e-5,
        "lastLearningRate": 1e-5, "warmupSteps": 20, "weightDecay": 0.05, "decayVectors": false,
        "gradientClip": 1, "sentenceDropout": 0.4, "cropJitter": 1, "validateEvery": 8,
        "textSteps": 150, "startFromData": true}})");
    for (const auto& [anatomy, finding] : {std::pair{"heart", "pericardial_effusion"},
                                           {"heart", "cardiomegaly"},
                                           {"esophagus", "hiatal_hernia"},
                                           {"lung", "pleural_effusion"}})
    {
        const FindingPrompts* known = prompts.prompts(anatomy, finding);
        if (known == nullptr) {
            ADD_FAILURE() << finding;
            continue;
        }
        recipe["findings"].push_back({{"anatomy", anatomy},
                                      {"id", finding},
                                      {"name", finding},
                                      {"positive", known->positive},
                                      {"negative", known->negative}});
    }
    return recipe;
}

TEST(LearnsFromPhantoms, AndKnowsOthersThatItNeverSaw)
{
    const Result<PromptSet> prompts =
        readPromptSet(fs::path(FOVEA_SOURCE_DIR) / "resources/catalog/demo-prompts.json");
    ASSERT_TRUE(prompts.ok());
    const fs::path folder =
        fs::temp_directory_path() / ("fovea-learns-" + std::to_string(std::random_device{}()));
    fs::create_directories(folder);
    std::ofstream(folder / "recipe.json") << phantomRecipe(*prompts).dump();
    TrainOptions options;
    options.outputPackage = folder / "package";
    options.recipe = folder / "recipe.json";
    std::string last;
    options.log = [&last](const std::string& line) { last = line; };

    const PhantomSampling coarse{{96, 4.0}, {}};
    const Result<ModelInfo> info =
        trainModel(phantomSource(1, 140, coarse), phantomSource(100'001, 40, coarse), options, {});
    ASSERT_TRUE(info.ok()) << info.error().detail;

    ModelApi* const api = foveaModelApi();
    const auto engine = api->load(options.outputPackage);
    ASSERT_TRUE(engine.ok());
    const Result<Evaluation> evaluation =
        api->evaluate(**engine, phantomSource(200'001, 60, coarse), {}, {});
    ASSERT_TRUE(evaluation.ok());
    for (const FindingMetrics& finding : evaluation->findings)
        std::cout << finding.findingId << " AUC " << finding.auc.value_or(-1) << '\n';
    EXPECT_GT(evaluation->meanAuc, 0.75) << last;
    fs::remove_all(folder);
}

} // namespace
} // namespace fovea
