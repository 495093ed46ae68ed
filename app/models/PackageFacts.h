#pragma once

#include "model/domain/FindingReading.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/evaluate/Platt.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What a model package says about itself, read without loading the model (and LibTorch with it).
// Any thread.

namespace fovea {

/// What a package states of one finding.
struct PackageNumbers {
    std::optional<double> threshold; ///< Of the raw score.
    std::optional<PlattFit> platt;   ///< From the raw score to a probability.
};

struct PackageFacts {
    std::filesystem::path folder;
    std::string name; ///< From model.json, as all text here.
    bool demo = false;
    std::string licence;
    std::string provenance;
    std::vector<std::string> anatomyIds;
    /// What thresholds and calibrations were fitted on (ModelInfo::calibratedOn); empty: the
    /// package does not say.
    std::string calibratedOn;
    std::map<FindingKey, PackageNumbers> numbers; ///< Of the findings that have any.
    std::uintmax_t bytes = 0;                     ///< Of all files below the folder.
};

/// Whether the folder has a model.json. Nothing of it is read.
bool isModelPackage(const std::filesystem::path& folder);

/// Errors: ModelNotFound; ModelBroken where model.json cannot be understood. That the weights fit
/// is only known once the package is loaded.
Result<PackageFacts> readPackageFacts(const std::filesystem::path& folder);

/// The fingerprint by which results are stored: hex SHA-256 over name, size and bytes of
/// model.json, vocab.txt and weights.safetensors, the same as ModelInfo::fingerprint. Reads the
/// whole package. Errors: FileNotFound, FileNotReadable, Cancelled.
Result<std::string> packageFingerprint(const std::filesystem::path& folder,
                                       const Progress& progress);

} // namespace fovea
