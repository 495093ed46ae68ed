#pragma once

#include "model/phantom/Chest.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Where a lung is: for reports.
struct LungSite {
    std::uint16_t lobe = 0; ///< ChestLabel of the lobe.
    float millimetres = 0;  ///< Largest diameter or extent.
};

/// Findings that are drawn over the chest instead of changing its shape, at their places.
/// Positions are in the reference adult's millimetres.
struct ChestFindings {
    /// Something round in the lung. Drawn where the voxel's lobe is `lobe`.
    struct Focus {
        Point3 centre;
        float radius;
        float hu;       ///< Of its middle; ground glass adds to the lung instead.
        float softness; ///< Fraction of the radius over which it fades.
        float ragged;   ///< How much noise moves its border, as a fraction of the radius.
        bool additive;  ///< hu is added (ground glass) and not reached (solid).
        std::uint16_t lobe;
    };
    /// Plate-like atelectasis: a flat piece of collapsed lung.
    struct Plate {
        Point3 centre;
        Point3 normal; ///< Unit vector.
        float halfThickness;
        float extent; ///< Radius in its plane.
        std::uint16_t lobe;
    };
    /// Calcified plaque in a vessel's wall.
    struct Plaque {
        Point3 centre;
        float radius;
        float hu;
    };
    std::vector<Focus> foci;
    std::vector<Plate> plates;
    std::vector<Plaque> plaques;

    std::vector<LungSite> nodules;
    std::vector<LungSite> opacities;
    std::vector<LungSite> consolidations;
    std::vector<LungSite> atelectases;
};

/// Finds places for the planned findings. Deterministic for the chest's seed.
ChestFindings placeFindings(const Chest& chest);

} // namespace fovea
