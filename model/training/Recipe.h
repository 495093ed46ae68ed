#pragma once

#include "model/checkpoint/ModelManifest.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// Another pair of prompt lists that may serve a finding; validation chooses.
struct PromptAlternative {
    std::string findingId;
    std::vector<std::string> positive;
    std::vector<std::string> negative;
};

/// What to train and how: a JSON file.
///
///     { "name", "licence", "provenance": strings, "demo": bool,
///       "network", "preprocess", "findings": as in model.json (network's vocabulary is ignored: it
///           comes from the training texts),
///       "promptAlternatives": [{"finding", "positive": […], "negative": […]}],
///       "training": { "epochs", "batch", "learningRate", "firstLearningRate", "lastLearningRate",
///           "warmupSteps", "weightDecay", "decayVectors", "gradientClip", "sentenceDropout",
///           "validateEvery" } }
///
/// Missing training numbers keep the defaults below; unknown members are refused.
struct Recipe {
    std::string name;
    std::string licence;
    std::string provenance;
    bool demo = false;
    NetworkConfig network;
    PreprocessSettings preprocess;
    std::vector<FindingDefinition> findings;
    std::vector<PromptAlternative> alternatives;

    int epochs = 20;
    int batch = 16;
    double learningRate = 1e-4; ///< The released training's rates.
    double firstLearningRate = 1e-6;
    double lastLearningRate = 1e-6;
    std::int64_t warmupSteps = 377;
    double weightDecay = 0.01;
    bool decayVectors = true;
    double gradientClip = 0; ///< L2 norm of all gradients; 0: none.
    double sentenceDropout = 0;
    int validateEvery = 1; ///< Epochs between validations; the last is always validated.
};

/// MetadataBroken ("recipe", what).
Result<Recipe> recipeFromJson(const std::string& json);

} // namespace fovea
