#pragma once

#include "model/phantom/Chest.h"
#include "model/phantom/LungTree.h"
#include "model/phantom/PhantomTruth.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Findings that are drawn over the chest instead of changing its shape, at their places.
/// Positions are in the reference adult's millimetres.
struct ChestFindings {
    /// Something round in the lung. Drawn where the voxel's lobe is `lobe` (0: in any).
    struct Focus {
        Point3 centre;
        Point3 radii;   ///< Half-axes.
        float hu;       ///< Of its middle; ground glass adds to the lung instead.
        float softness; ///< Fraction of the radius over which it fades.
        float ragged;   ///< How much noise moves its border, as a fraction of the radius.
        bool additive;  ///< hu is added (ground glass) and not reached (solid).
        std::uint16_t lobe;
    };
    /// A flat piece of collapsed or scarred lung.
    struct Plate {
        Point3 centre;
        Point3 normal; ///< Unit vector.
        float halfThickness;
        float extent; ///< Radius in its plane.
        float wavyMm; ///< How far it bends.
        float hu;
        std::uint16_t lobe; ///< 0: any.
    };
    /// Something small and dense: plaque, granuloma, calcified node.
    struct Spot {
        Point3 centre;
        float radius;
        float hu;
    };
    /// A large hole.
    struct Hole {
        Point3 centre;
        float radius;
    };
    std::vector<Focus> foci;
    std::vector<Plate> plates;
    std::vector<Spot> spots;
    std::vector<Hole> holes;

    PhantomTruth truth;
};

/// Finds places for the planned findings and variants and says what is really there. Deterministic
/// for the chest's seed.
ChestFindings placeFindings(const Chest& chest, const LungTree& tree);

} // namespace fovea
