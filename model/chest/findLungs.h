#pragma once

#include "model/chest/GridMask.h"

namespace fovea {

struct LungPair {
    GridMask right; ///< The patient's right.
    GridMask left;
    bool found = false; ///< False: what there is of air in the body is no lung. Masks are empty.
};

/// What may be lung: air and aerated tissue of the body, HU below -400.
GridMask lungCandidates(const CoarseGrid& grid, const GridMask& body);

/// The lungs among `candidates`, without the airway and its walls. Gas of the bowel is told by its
/// HU (the inside of a part of the lung has a mean of -955 to -500) and by where it lies. Lungs
/// that touch are cut along the seam: seeds are the two cores that remain when the whole is shrunk
/// until it falls apart, and each voxel goes to the one that reaches it over the deepest path (a
/// watershed of the distance to the rim). Each lung is then closed by balls of 8 mm, and holes are
/// filled, so that vessels and nodules at the pleura are inside. Not found where all is less than
/// 150 ml. Not found where cancelled.
LungPair findLungs(const CoarseGrid& grid, const GridMask& body, const GridMask& candidates,
                   const GridMask& airway, const Progress& progress);

} // namespace fovea
