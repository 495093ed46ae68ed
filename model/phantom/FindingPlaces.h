#pragma once

#include "model/phantom/ChestFindings.h"
#include "model/phantom/CounterRandom.h"

#include <optional>

// Parts of placeFindings(): each adds what it draws, and its truth, to `out`.

namespace fovea {

struct PlaceBox {
    Point3 low{-125, -85, -125};
    Point3 high{125, 92, 110};
};

/// A point of the lung with lung `margin` mm around it in the six main directions, or nothing where
/// many attempts found none.
std::optional<Point3> pointInLung(const Chest& chest, CounterRandom& random, const PlaceBox& box,
                                  float margin);
/// A point of the lung `depth` mm or less under the pleura.
std::optional<Point3> pointUnderPleura(const Chest& chest, CounterRandom& random,
                                       const PlaceBox& box, float depth);

FindingSite lobeSite(std::uint16_t lobe, float millimetres);

void placeNodules(const Chest& chest, const LungTree& tree, ChestFindings& out);
void placeOpacities(const Chest& chest, ChestFindings& out);
void placeConsolidation(const Chest& chest, ChestFindings& out);
void placeAtelectasis(const Chest& chest, ChestFindings& out);
void placeFibrosis(const Chest& chest, ChestFindings& out);
void placeCoronaryPlaques(const Chest& chest, ChestFindings& out);
void placeAorticPlaques(const Chest& chest, ChestFindings& out);
void placeVariants(const Chest& chest, ChestFindings& out);
void addSiteFindings(const Chest& chest, ChestFindings& out);

} // namespace fovea
