#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/RegionScalar.h"
#include "model/domain/Volume.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// An anatomy and the labels of a map that it is made of.
struct LabelledAnatomy {
    std::string anatomyId;
    std::vector<std::uint16_t> labels;
};

/// One pass over volume and label map, which lie on the same grid. In the order of `anatomies`,
/// each with the scalars that mean something for it; none for an anatomy without a voxel.
std::vector<RegionScalar> measureScalars(const Volume& volume, const LabelMap& labels,
                                         const std::vector<LabelledAnatomy>& anatomies);

} // namespace fovea
