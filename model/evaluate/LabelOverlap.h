#pragma once

#include "model/domain/LabelMap.h"

#include <cstddef>
#include <cstdint>
#include <vector>

// Standard C++ only.

namespace fovea {

/// How far two label maps agree on one label.
struct LabelOverlap {
    std::uint16_t label = 0;
    std::size_t first = 0;  ///< Voxels in the first map.
    std::size_t second = 0; ///< Voxels in the second.
    std::size_t both = 0;   ///< Voxels in both.

    /// Dice's coefficient, 2 both / (first + second).
    double dice() const
    {
        return 2.0 * static_cast<double>(both) / static_cast<double>(first + second);
    }
};

/// Every label but 0 that is in either map, by rising value. The maps have the same size.
std::vector<LabelOverlap> labelOverlaps(const LabelMap& first, const LabelMap& second);

} // namespace fovea
