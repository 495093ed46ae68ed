#include "model/training/Recipe.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
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

Status readTraining(const nlohmann::json& t, Recipe& recipe)
{
    static constexpr std::array<std::string_view, 11> Known{
        "epochs",           "batch",           "learningRate", "firstLearningRate",
        "lastLearningRate", "warmupSteps",     "weightDecay",  "decayVectors",
        "gradientClip",     "sentenceDropout", "validateEvery"};
    if (const std::string key = unknownMember(t, Known); !key.empty())
        return broken("training." + key + " is unknown");
    const auto read = [&t](const char* key, auto& value) {
        if (t.contains(key))
            t.at(key).get_to(value);
    };
    read("epochs", recipe.epochs);
    read("batch", recipe.batch);
    read("learningRate", recipe.learningRate);
    read("firstLearningRate", recipe.firstLearningRate);
    read("lastLearningRate", recipe.lastLearningRate);
    read("warmupSteps", recipe.warmupSteps);
    read("weightDecay", recipe.weightDecay);
    read("decayVectors", recipe.decayVectors);
    read("gradientClip", recipe.gradientClip);
    read("sentenceDropout", recipe.sentenceDropout);
    read("validateEvery", recipe.validateEvery);
    if (recipe.epochs < 1)
        return broken("training.epochs must be positive");
    if (recipe.batch < 2)
        return broken("training.batch must be at least 2: there is nothing to contrast with");
    if (!(recipe.learningRate > 0) || !(recipe.firstLearningRate >= 0) ||
        !(recipe.lastLearningRate >= 0))
        return broken("training's learning rates must not be negative");
    if (recipe.warmupSteps < 0 || !(recipe.weightDecay >= 0) || !(recipe.gradientClip >= 0))
        return broken("training's warmupSteps, weightDecay and gradientClip must not be negative");
    if (!(recipe.sentenceDropout >= 0 && recipe.sentenceDropout < 1))
        return broken("training.sentenceDropout must be in [0, 1)");
    if (recipe.validateEvery < 1)
        return broken("training.validateEvery must be positive");
    return Done{};
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

} // namespace fovea
