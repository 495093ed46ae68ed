#pragma once

#include "model/chest/CoarseGrid.h"
#include "model/domain/Progress.h"
#include "model/domain/Volume.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Brings labels of the coarse grid back to the volume's own voxels, in its memory order. Where
/// coarse neighbours agree, theirs; at a rim the label with most weight when the coarse labels are
/// interpolated linearly, so that outlines are smooth and not stairs. Empty where cancelled.
std::vector<std::uint16_t> paintLabels(const CoarseGrid& grid,
                                       const std::vector<std::uint8_t>& coarse,
                                       const Volume& volume, const Progress& progress);

} // namespace fovea
