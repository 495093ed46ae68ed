#pragma once

#include "model/domain/Result.h"
#include "model/network/NetworkConfig.h"
#include "model/preprocess/PreprocessSettings.h"

#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// Platt scaling: probability = sigmoid(a * logit(score) + b).
struct Calibration {
    double a = 1.0;
    double b = 0.0;

    double apply(double score) const;
    bool operator==(const Calibration&) const = default;
};

/// One entry of a model's prompt catalog.
struct FindingDefinition {
    std::string anatomyId;
    std::string id;   ///< Stable key, e.g. "pleural_effusion"; once per anatomy.
    std::string name; ///< English.
    /// Prompts; more than one is an ensemble: the mean of their unit vectors, made unit again.
    std::vector<std::string> positive;
    std::vector<std::string> negative;
    std::optional<double> threshold;
    std::optional<Calibration> calibration;

    bool operator==(const FindingDefinition&) const = default;
};

/// model.json of a package: everything about a model but its weights and vocabulary.
struct ModelManifest {
    std::string name;
    bool demo = false; ///< Trained on phantoms only.
    std::string licence;
    std::string provenance;
    NetworkConfig network;
    PreprocessSettings preprocess;
    std::vector<FindingDefinition> findings; ///< In catalog order.

    bool operator==(const ModelManifest&) const = default;
};

/// UTF-8 JSON, stable order of keys. Format number 1.
std::string manifestToJson(const ModelManifest& manifest);
/// ErrorCode::ModelBroken ("model.json", what) for anything that is not a usable manifest.
Result<ModelManifest> manifestFromJson(const std::string& json);

/// The `network`, `preprocess` and `findings` members alone, for recipes of training. They accept
/// missing members, which keep their defaults, and refuse unknown ones.
Result<NetworkConfig> networkFromJson(const std::string& json);
Result<PreprocessSettings> preprocessFromJson(const std::string& json);
Result<std::vector<FindingDefinition>> findingsFromJson(const std::string& json);

} // namespace fovea
