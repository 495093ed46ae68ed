#pragma once

#include <optional>
#include <string>
#include <vector>

// Standard C++ only.

namespace fovea {

/// A finding that a model answers, and the texts that it is asked with.
struct ModelFinding {
    std::string anatomyId;
    std::string findingId;
    std::string displayName; ///< English.
    std::vector<std::string> positive;
    std::vector<std::string> negative;
    std::optional<double> threshold{}; ///< As Finding's.
};

/// What the window says about the model that speaks.
struct ModelInfo {
    std::string name;        ///< From model.json, e.g. "Fovea demo (phantoms)".
    std::string fingerprint; ///< Hex SHA-256 over the package's files.
    bool demo = false;       ///< Trained on phantoms only: means nothing on a patient.
    std::string licence;
    std::string provenance; ///< How and from what it was made, one paragraph.
    std::vector<std::string> anatomyIds;
    std::string device;    ///< "cpu" or "cuda:0".
    std::string precision; ///< Of the image encoder's products: "fp32", "bf16" or "fp16".
    /// On whose studies thresholds and calibrations were fitted (ModelManifest): "phantoms",
    /// "ct_rate_validation", or a site's own words; empty where the package does not say.
    std::string calibratedOn{};
    std::vector<ModelFinding> findings{}; ///< In catalog order; filled in by Engine::info() alone.
    /// What cosines are divided by before the softmax that makes Finding::score; filled in by
    /// Engine::info() alone.
    double temperature = 0.07;
};

} // namespace fovea
