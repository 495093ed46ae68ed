#include "model/training/Recipe.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

namespace fovea {

namespace {

Error broken(const std::string& what)
{
    return makeError(ErrorCode::MetadataBroken, {"recipe", what});
}

// The first member that is not in `known`; empty if there is none.
template <std::size_t N>
std::string unknownMember(const nlohmann::json& object,
                          const std::array<std::string_view, N>& known)
{
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end())
            return key;
    }
    return {};
}

Status readNames(const nlohmann::json& t, Recipe& recipe)
{
    if (t.contains("objective")) {
        const auto objective = objectiveOf(t.at("objective").get<std::string>());
        if (!objective)
            return broken("training.objective must be fvlm, clip or supervised");
        recipe.objective = *objective;
    }
    if (t.contains("falseNegatives")) {
        const auto falseNegatives = falseNegativesOf(t.at("falseNegatives").get<std::string>());
        if (!falseNegatives)
            return broken("training.falseNegatives must be none, normals or normals+abnormals");
        recipe.falseNegatives = *falseNegatives;
    }
    if (t.contains("contrast")) {
        const auto contrast = contrastOf(t.at("contrast").get<std::string>());
        if (!contrast)
            return broken("training.contrast must be anatomies or findings");
        recipe.contrast = *contrast;
    }
    if (t.contains("precision")) {
        const auto precision = t.at("precision").get<std::string>();
        if (precision != "fp32" && precision != "bf16")
            return broken("training.precision must be fp32 or bf16");
        recipe.precision = precision == "bf16" ? Precision::BFloat16 : Precision::Float32;
    }
    return Done{};
}

Status checkTraining(const Recipe& recipe)
{
    if (recipe.epochs < 1 || recipe.steps < 0)
        return broken("training.epochs must be positive and training.steps not negative");
    if (recipe.batch < 2)
        return broken("training.batch must be at least 2: there is nothing to contrast with");
    if (recipe.accumulate < 1)
        return broken("training.accumulate must be positive");
    if (!(recipe.learningRate > 0) || !(recipe.firstLearningRate >= 0) ||
        !(recipe.lastLearningRate >= 0))
        return broken("training's learning rates must not be negative");
    if (recipe.warmupSteps < 0 || !(recipe.weightDecay >= 0) || !(recipe.gradientClip >= 0))
        return broken("training's warmupSteps, weightDecay and gradientClip must not be negative");
    const auto share = [](double value) { return value >= 0 && value < 1; };
    if (!share(recipe.sentenceDropout) || !share(recipe.dropout) ||
        !share(recipe.coTeachingStart) || !share(recipe.augmentation.intensity))
        return broken("training.sentenceDropout, dropout, coTeachingStart and intensity must be in "
                      "[0, 1)");
    if (!(recipe.coTeachingWeight >= 0 && recipe.coTeachingWeight <= 1))
        return broken("training.coTeachingWeight must be in [0, 1]");
    if (!(recipe.sideContrast >= 0))
        return broken("training.sideContrast must not be negative");
    if (recipe.sideContrast > 0 && recipe.contrast != Contrast::Findings)
        return broken("training.sideContrast needs the contrast of findings");
    for (const double probability : recipe.augmentation.flips) {
        if (!(probability >= 0 && probability <= 1))
            return broken("training.flips must be in [0, 1]");
    }
    if (recipe.augmentation.cropJitter < 0 || recipe.patience < 0 || recipe.checkpointEvery < 0)
        return broken("training.cropJitter, patience and checkpointEvery must not be negative");
    if (recipe.textSteps < 0 || recipe.textBatch < 2 || !(recipe.textLearningRate > 0))
        return broken("training.textSteps must not be negative, textBatch at least 2 and "
                      "textLearningRate positive");
    if (recipe.validateEvery < 1)
        return broken("training.validateEvery must be positive");
    return Done{};
}

Status readTraining(const nlohmann::json& t, Recipe& recipe)
{
    static constexpr std::array<std::string_view, 31> Known{"objective",
                                                            "contrast",
                                                            "sideContrast",
                                                            "falseNegatives",
                                                            "coTeachingWeight",
                                                            "coTeachingStart",
                                                            "epochs",
                                                            "steps",
                                                            "batch",
                                                            "accumulate",
                                                            "learningRate",
                                                            "firstLearningRate",
                                                            "lastLearningRate",
                                                            "warmupSteps",
                                                            "weightDecay",
                                                            "decayVectors",
                                                            "gradientClip",
                                                            "precision",
                                                            "dropout",
                                                            "sentenceDropout",
                                                            "flips",
                                                            "swapSides",
                                                            "intensity",
                                                            "cropJitter",
                                                            "validateEvery",
                                                            "patience",
                                                            "checkpointEvery",
                                                            "textSteps",
                                                            "textBatch",
                                                            "textLearningRate",
                                                            "startFromData"};
    if (const std::string key = unknownMember(t, Known); !key.empty())
        return broken("training." + key + " is unknown");
    if (const Status status = readNames(t, recipe); !status)
        return status;
    const auto read = [&t](const char* key, auto& value) {
        if (t.contains(key))
            t.at(key).get_to(value);
    };
    read("sideContrast", recipe.sideContrast);
    read("coTeachingWeight", recipe.coTeachingWeight);
    read("coTeachingStart", recipe.coTeachingStart);
    read("epochs", recipe.epochs);
    read("steps", recipe.steps);
    read("batch", recipe.batch);
    read("accumulate", recipe.accumulate);
    read("learningRate", recipe.learningRate);
    read("firstLearningRate", recipe.firstLearningRate);
    read("lastLearningRate", recipe.lastLearningRate);
    read("warmupSteps", recipe.warmupSteps);
    read("weightDecay", recipe.weightDecay);
    read("decayVectors", recipe.decayVectors);
    read("gradientClip", recipe.gradientClip);
    read("dropout", recipe.dropout);
    read("sentenceDropout", recipe.sentenceDropout);
    read("flips", recipe.augmentation.flips);
    read("swapSides", recipe.augmentation.swapSides);
    read("intensity", recipe.augmentation.intensity);
    read("cropJitter", recipe.augmentation.cropJitter);
    read("validateEvery", recipe.validateEvery);
    read("patience", recipe.patience);
    read("checkpointEvery", recipe.checkpointEvery);
    read("textSteps", recipe.textSteps);
    read("textBatch", recipe.textBatch);
    read("textLearningRate", recipe.textLearningRate);
    read("startFromData", recipe.startFromData);
    return checkTraining(recipe);
}

Status checkCrop(const Recipe& recipe)
{
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (recipe.preprocess.minimumSize[axis] !=
            recipe.network.patch[axis] * recipe.network.grid[axis])
            return broken("preprocess.minimumSize must be network.patch times network.grid");
    }
    return Done{};
}

} // namespace

Result<Recipe> recipeFromJson(const std::string& json)
{
    try {
        const nlohmann::json root = nlohmann::json::parse(json);
        if (!root.is_object())
            return broken("not an object");
        static constexpr std::array<std::string_view, 9> Known{
            "name",     "licence",    "provenance",         "demo",    "network",
            "findings", "preprocess", "promptAlternatives", "training"};
        if (const std::string key = unknownMember(root, Known); !key.empty())
            return broken(key + " is unknown");
        Recipe recipe;
        recipe.source = root.dump();
        root.at("name").get_to(recipe.name);
        root.at("licence").get_to(recipe.licence);
        root.at("provenance").get_to(recipe.provenance);
        root.at("demo").get_to(recipe.demo);
        Result<NetworkConfig> network = networkFromJson(root.at("network").dump());
        if (!network)
            return network.error();
        recipe.network = *std::move(network);
        Result<PreprocessSettings> preprocess = preprocessFromJson(root.at("preprocess").dump());
        if (!preprocess)
            return preprocess.error();
        recipe.preprocess = *std::move(preprocess);
        Result<std::vector<FindingDefinition>> findings =
            findingsFromJson(root.at("findings").dump());
        if (!findings)
            return findings.error();
        recipe.findings = *std::move(findings);
        if (recipe.findings.empty())
            return broken("findings is empty");
        for (const nlohmann::json& a : root.value("promptAlternatives", nlohmann::json::array())) {
            PromptAlternative alternative{a.at("finding"), a.at("positive"), a.at("negative")};
            if (std::ranges::find(recipe.findings, alternative.findingId, &FindingDefinition::id) ==
                recipe.findings.end())
                return broken("promptAlternatives names an unknown finding");
            if (alternative.positive.empty() || alternative.negative.empty())
                return broken("promptAlternatives has an empty list");
            recipe.alternatives.push_back(std::move(alternative));
        }
        if (const Status status =
                readTraining(root.value("training", nlohmann::json::object()), recipe);
            !status)
            return status.error();
        if (const Status status = checkCrop(recipe); !status)
            return status.error();
        return recipe;
    } catch (const nlohmann::json::exception& e) {
        return broken(e.what());
    }
}

Result<Recipe> readRecipe(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return makeError(ErrorCode::FileNotFound, {path.string()});
    const std::string json((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    return recipeFromJson(json);
}

} // namespace fovea
