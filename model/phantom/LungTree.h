#pragma once

#include "model/phantom/Chest.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// A straight piece of a lung vessel, in the reference adult's millimetres.
struct VesselPiece {
    Point3 from;
    Point3 to;
    float radius;
};

/// A straight piece of a bronchus inside the lung.
struct BronchusPiece {
    Point3 from;
    Point3 to;
    float lumen;        ///< Inner radius.
    float wall;         ///< Thickness of the wall.
    std::uint16_t lobe; ///< ChestLabel
    bool dilated;       ///< Wider than belongs to its artery.
};

struct LungTree {
    std::vector<VesselPiece> vessels; ///< Arteries, then veins.
    std::vector<BronchusPiece> bronchi;
};

/// Vessels of both lungs as trees: end points scattered through the lung, each joined to the
/// nearest branch nearer to the hilum; radii by Murray's law (the cubes of daughters' radii add up
/// to the parent's). A bronchus runs beside each artery, its lumen about two thirds of the artery
/// and its wall a fifth of its own diameter (Webb et al., High-Resolution CT of the Lung), seen to
/// about the subsegments; dilated or thick-walled where the plan says so. Deterministic for the
/// chest's seed.
LungTree growLungTree(const Chest& chest);

} // namespace fovea
