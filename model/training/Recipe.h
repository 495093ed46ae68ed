#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/network/Precision.h"
#include "model/training/Augmentation.h"
#include "model/training/Objective.h"

#include <cstdint>
#include <filesystem>
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
///       "training": { "objective": "fvlm" | "clip" | "supervised",
///           "falseNegatives": "none" | "normals" | "normals+abnormals",
///           "contrast": "anatomies" | "findings", "sideContrast",
///           "coTeachingWeight", "coTeachingStart", "epochs", "steps", "batch", "accumulate",
///           "learningRate", "firstLearningRate", "lastLearningRate", "warmupSteps", "weightDecay",
///           "decayVectors", "gradientClip", "precision": "fp32" | "bf16", "dropout",
///           "sentenceDropout", "flips": [D, H, W], "swapSides", "intensity", "cropJitter",
///           "validateEvery", "patience", "checkpointEvery",
///           "textSteps", "textBatch", "textLearningRate",
///           "startFromData" } }
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

    Objective objective = Objective::Fvlm;
    FalseNegatives falseNegatives = FalseNegatives::Normals;
    Contrast contrast = Contrast::Anatomies; ///< Of Fvlm.
    double sideContrast = 0;                 ///< LossOptions', with Contrast::Findings.
    double coTeachingWeight = 0.5;           ///< Alpha of CoTeaching.h.
    double coTeachingStart = 0.1; ///< Share of the steps before it begins: peers know nothing yet.

    int epochs = 20;
    std::int64_t steps = 0; ///< Of the optimiser, instead of epochs; 0: as many as epochs have.
    int batch = 16;
    /// Batches whose gradients are summed for one step of the optimiser. A contrastive loss needs
    /// the similarities of a whole batch, so that each of these contrasts within itself alone:
    /// accumulating makes gradients less noisy, and gives a sample no more negatives.
    int accumulate = 1;
    double learningRate = 1e-4; ///< The released training's rates.
    double firstLearningRate = 1e-6;
    double lastLearningRate = 1e-6;
    std::int64_t warmupSteps = 377;
    double weightDecay = 0.01;
    bool decayVectors = true;
    double gradientClip = 0;                  ///< L2 norm of all gradients; 0: none.
    Precision precision = Precision::Float32; ///< Or BFloat16: see EncoderArithmetic.
    double dropout = 0;                       ///< See EncoderArithmetic.
    double sentenceDropout = 0;
    Augmentation augmentation;
    int validateEvery = 1;            ///< Epochs between validations; the last step is validated.
    int patience = 0;                 ///< Validations without a better one that end it; 0: never.
    std::int64_t checkpointEvery = 0; ///< Steps; 0: none, unless the caller says otherwise.
    /// Of the text encoder alone, before all else (FitTexts.h); 0: none. With Supervised never.
    std::int64_t textSteps = 0;
    int textBatch = 48; ///< Studies.
    double textLearningRate = 1e-3;
    /// The embedding and the projections start from the studies (FirstPatches.h,
    /// FirstProjections.h); with any objective.
    bool startFromData = false;

    /// The JSON it was read from, without what is only layout: what a checkpoint is held against.
    std::string source;
};

/// MetadataBroken ("recipe", what).
Result<Recipe> recipeFromJson(const std::string& json);
/// The same of a file. FileNotFound.
Result<Recipe> readRecipe(const std::filesystem::path& path);

} // namespace fovea
