#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/engine/TuneOptions.h"
#include "model/network/Parameters.h"
#include "model/training/Recipe.h"

#include <string>
#include <vector>

namespace fovea {

/// The parent's manifest with what is new: anatomies after the parent's, findings after its own.
/// BadOption ("newAnatomies", "newFindings": why).
Result<ModelManifest> tunedManifest(const ModelManifest& parent, const TuneOptions& options);

/// The parent's parameters for the network of tunedManifest(): a new anatomy starts with the mean
/// of the others' query and projection, and with nothing made of its region statistics, which are
/// not standardised yet. Tensors that do not grow are the parent's own. Throws c10::Error.
ParameterMap grownParameters(const NetworkConfig& parent, const ParameterMap& parameters,
                             const NetworkConfig& grown);

/// The options' alternatives, as fitFindings() wants them.
std::vector<PromptAlternative> alternativesOf(const TuneOptions& options);

} // namespace fovea
