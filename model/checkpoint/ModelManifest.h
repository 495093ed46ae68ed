#pragma once

#include "model/domain/Result.h"
#include "model/network/NetworkConfig.h"
#include "model/preprocess/PreprocessSettings.h"

#include <optional>
#include <set>
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

/// An anatomy of a model whose grouping of structures is its own.
struct AnatomyDefinition {
    std::string id;   ///< Stable key, e.g. "lung"; a catalog anatomy's where it means the same.
    std::string name; ///< English.
    /// Names that segmenters give the structures it is made of; all spellings that may occur.
    std::vector<std::string> structures;

    bool operator==(const AnatomyDefinition&) const = default;
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
    /// On whose studies thresholds and calibrations were fitted: "phantoms", "ct_rate_validation",
    /// or a site's own words. Empty: the package does not say.
    std::string calibratedOn;
    /// The anatomies of `network`, one by one in its order, with the structures they are made of.
    /// Empty: they are anatomies of the program's catalog (resources/catalog/anatomies.json).
    std::vector<AnatomyDefinition> anatomies;

    bool operator==(const ModelManifest&) const = default;

    /// `calibratedOn`; of a demo that does not say, "phantoms", which is what it was made from.
    std::string calibrationReference() const;
};

/// UTF-8 JSON, stable order of keys. Format number 1.
std::string manifestToJson(const ModelManifest& manifest);
/// ErrorCode::ModelBroken ("model.json", what) for anything that is not a usable manifest.
Result<ModelManifest> manifestFromJson(const std::string& json);

/// A manifest that a site hands in with a checkpoint: like model.json, but every member is
/// optional.
struct SiteManifest {
    ModelManifest manifest;
    std::set<std::string> statedNetwork; ///< Members of `network` that it states.
};

/// Reads a site's manifest over `base`, which keeps what is not stated; stated `findings` and
/// `anatomies` replace the base's. With `anatomies`, and without `network.anatomies`, the network's
/// are theirs. Whether all of it fits together is for who completes it to check. ModelBroken
/// ("model.json", what).
Result<SiteManifest> siteManifestFromJson(const std::string& json, const ModelManifest& base);

/// The `anatomies` member alone: [{"id", "name", "structures": […]}, …]. ModelBroken.
Result<std::vector<AnatomyDefinition>> anatomiesFromJson(const std::string& json);

/// The `network`, `preprocess` and `findings` members alone, for recipes of training. They accept
/// missing members, which keep their defaults, and refuse unknown ones.
Result<NetworkConfig> networkFromJson(const std::string& json);
Result<PreprocessSettings> preprocessFromJson(const std::string& json);
Result<std::vector<FindingDefinition>> findingsFromJson(const std::string& json);

} // namespace fovea
