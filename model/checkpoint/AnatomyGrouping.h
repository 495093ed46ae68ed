#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/domain/LabelMap.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A structure's name as it is compared: lower case, with spaces and dashes as underscores.
std::string normalisedStructure(std::string_view name);

/// For each anatomy of the manifest's network, in its order, the labels of the map that make it up:
/// by the model's own grouping (structure names) where it has one, else by the catalog anatomies
/// that the map's structures belong to. Empty where an anatomy is not segmented.
std::vector<std::vector<std::uint16_t>> labelsByAnatomy(const ModelManifest& manifest,
                                                        const LabelMap& labels);

} // namespace fovea
