#pragma once

#include "model/domain/LabelMap.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Voxels low to high of a grid, both inclusive.
struct IndexBox {
    Index3 low{0, 0, 0};
    Index3 high{-1, -1, -1}; ///< Below low on any axis: empty.

    bool empty() const;
    bool contains(Index3 index) const;
    Index3 size() const; ///< Voxels per axis; 0 on every axis where empty.
    std::size_t voxelCount() const;
    bool operator==(const IndexBox&) const = default;
};

/// The smallest box around both.
IndexBox united(const IndexBox& a, const IndexBox& b);
/// What lies in both.
IndexBox intersected(const IndexBox& a, const IndexBox& b);
/// Wider by `mm` on every side, at least by one voxel, and cut to the grid.
IndexBox padded(const IndexBox& box, const ImageGeometry& geometry, double mm);

/// The labels of a box of a label map, as a working copy: what a stroke changes while it runs, and
/// what a slice shows instead of the map there. i fastest, then j, then k, like LabelMap.
struct LabelBlock {
    IndexBox box;
    std::vector<std::uint16_t> labels; ///< box.voxelCount() of them.

    /// Of a voxel of the grid that lies in the box.
    std::size_t offset(Index3 index) const;
    std::uint16_t at(Index3 index) const { return labels[offset(index)]; }
    bool operator==(const LabelBlock&) const = default;
};

/// Copies a box that lies inside the map's grid.
LabelBlock readBlock(const LabelMap& map, const IndexBox& box);

/// Copies `from` over the part of `block` that both have.
void overlay(LabelBlock& block, const LabelBlock& from);

} // namespace fovea
