#pragma once

#include "model/checkpoint/ModelManifest.h"

#include <vector>

namespace fovea {

/// The 16 findings of the released CT-RATE model with the prompts of its evaluation ("Pleural
/// effusion." against "Not Pleural effusion."), without thresholds and calibrations: any checkpoint
/// may have them asked, but numbers fitted on the released weights' answers mean nothing with
/// others. Those are in resources/model/released.json, a site's manifest to import with.
std::vector<FindingDefinition> releasedCatalog();

/// model.json of the released CT-RATE model: its network, preprocessing and findings, and where it
/// comes from.
ModelManifest releasedManifest();

} // namespace fovea
