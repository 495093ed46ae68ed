#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/RegionRelevance.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// From where in an anatomy a finding's score came, cell by cell of the network's token grid: the
/// regions that the model considered, and no lesion's outline. Immutable and shared.
struct RegionMap {
    std::string anatomyId;
    std::string findingId;
    std::string title; ///< UTF-8, for people: what of. Made by app/.
    RelevanceMethod method = RelevanceMethod::LeaveNeighborsOut;
    Index3 size{0, 0, 0};         ///< Cells along the grid's three axes; the last runs fastest.
    Vec3 originMm{0, 0, 0};       ///< Centre of cell (0, 0, 0); LPS.
    std::array<Vec3, 3> stepMm{}; ///< From one cell to the next along each axis, at right angles.
    /// Each cell's value over the peak's, in [0, 1]. 0: the cell has nothing of the anatomy, or
    /// does not speak for the finding.
    std::vector<float> values;
    double peakShare = 0.0; ///< The peak's value over the sum of all that speak for it, in (0, 1].

    Vec3 cellMm() const; ///< Edge lengths along the three axes.
    /// The strongest cell, the first of equals.
    std::size_t peak() const;
    Vec3 centreMm(std::size_t cell) const;
    /// Cells of at least `relative` of the peak.
    std::vector<std::size_t> cellsFrom(double relative) const;
};

using RegionMapPtr = std::shared_ptr<const RegionMap>;

/// The map of a finding. Null where no token of the region speaks for it.
RegionMapPtr regionMapOf(const RegionRelevance& relevance, const std::string& findingId,
                         const std::string& title);

} // namespace fovea
