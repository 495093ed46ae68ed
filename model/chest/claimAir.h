#pragma once

#include "model/chest/findLungs.h"

namespace fovea {

/// Gives what is left of the air (HU below -500, at most 5 ml together) to the structure that it
/// touches, the airway before a lung: half-filled voxels at the wall of a bronchus, and bronchi at
/// the hilum that region growing did not reach. Air that touches neither (esophagus, bowel) stays
/// the body's.
void claimAir(const CoarseGrid& grid, const GridMask& body, GridMask& airway, LungPair& lungs);

} // namespace fovea
