#pragma once

#include "model/domain/ImageGeometry.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fovea {

/// An index map between two grids that differ only by swapped or reversed axes and an offset of
/// whole voxels: target[axis[a]] = offset[axis[a]] + sign[a] * source[a].
struct AxisMap {
    std::array<int, 3> axis{0, 1, 2};
    std::array<int, 3> sign{1, 1, 1};
    Index3 offset{0, 0, 0};
};

/// Largest distance, in voxels, of a voxel centre from the one it is taken for.
constexpr double sameVoxelTolerance = 0.05;

/// The map from `source` to `target` where every voxel centre of the source falls on a voxel
/// centre of the (infinitely continued) target; empty for any other pair of grids.
std::optional<AxisMap> axisMapBetween(const ImageGeometry& source, const ImageGeometry& target);

struct TransferOutcome {
    bool exact = true;        ///< False: nearest neighbour.
    std::size_t covered = 0;  ///< Voxels of the target that lie in the source.
    std::size_t written = 0;  ///< Voxels that got a label.
    std::size_t overlaps = 0; ///< Of those: had another label before.
};

/// Writes the labels of `from` (0: none, leaves the target alone) into `to`, which lies on
/// `target`. Where both have a label, the new one wins.
TransferOutcome transferLabels(const ImageGeometry& source, std::span<const std::uint16_t> from,
                               const ImageGeometry& target, std::span<std::uint16_t> to);

} // namespace fovea
