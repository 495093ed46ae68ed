#pragma once

#include "model/domain/LabelMap.h"

#include <optional>

namespace fovea {

/// A voxel that shows the region well and certainly lies in it: on the slice k where the region
/// has most voxels, in the middle of its longest run along i. (A centroid would lie between the
/// lungs.) Empty where none of the labels occurs.
std::optional<Index3> representativeVoxel(const LabelMap& map,
                                          const std::vector<std::uint16_t>& labels);

} // namespace fovea
