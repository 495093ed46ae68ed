#pragma once

#include "model/checkpoint/ModelManifest.h"

#include <vector>

namespace fovea {

/// The 16 findings of the released CT-RATE model with the prompts of its evaluation ("Pleural
/// effusion." against "Not Pleural effusion."), and thresholds and Platt calibrations fitted on the
/// released model's answers for the CT-RATE validation set. The latter are for display only: they
/// were picked on that set and must not be used to quote performance on it.
std::vector<FindingDefinition> releasedCatalog();

/// model.json of the released CT-RATE model: its network, preprocessing and findings, and where it
/// comes from.
ModelManifest releasedManifest();

} // namespace fovea
