#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Size and density of one structure of a label map.
struct StructureMeasure {
    std::uint16_t label = 0;
    std::size_t voxelCount = 0;
    double volumeMl = 0.0;
    double meanHu = 0.0;
    double sdHu = 0.0; ///< Of the population of its voxels.
};

/// One pass over volume and label map, which lie on the same grid. In the order of
/// labels.structures().
std::vector<StructureMeasure> measureStructures(const Volume& volume, const LabelMap& labels);

/// Several structures taken as one region, e.g. the five lobes as the lung.
StructureMeasure combined(const std::vector<StructureMeasure>& parts);

} // namespace fovea
