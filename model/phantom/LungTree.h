#pragma once

#include "model/phantom/Chest.h"

#include <vector>

namespace fovea {

/// A straight piece of a lung vessel, in the reference adult's millimetres.
struct VesselPiece {
    Point3 from;
    Point3 to;
    float radius;
};

/// Vessels of both lungs as a tree: end points scattered through the lung, each joined to the
/// nearest branch nearer to the hilum; radii by Murray's law (the cubes of daughters' radii add up
/// to the parent's). Deterministic for the chest's seed.
std::vector<VesselPiece> growLungTree(const Chest& chest);

} // namespace fovea
