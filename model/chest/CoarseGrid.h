#pragma once

#include "model/domain/Volume.h"
#include "model/segment/CanonicalGrid.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fovea {

/// A CT in one orientation and about as coarse as organs need: axis 0 (x) grows towards the
/// patient's right, 1 (y) towards anterior, 2 (z) towards superior; x is fastest. Each voxel is the
/// mean of a block of whole voxels of the volume, so that noise goes and nothing is interpolated.
/// The volume's own orientation, storage order and patient position do not matter from here on.
struct CoarseGrid {
    ArrayView fine;  ///< The whole volume: axis 0 superior, 1 anterior, 2 right.
    Index3 factor{}; ///< Fine voxels per block along x, y, z; the last block may have fewer.
    Index3 size{};
    Vec3 spacingMm{};
    std::vector<std::int16_t> hu;

    /// Blocks of about 1.5 mm; a volume that is coarser than that stays as it is.
    static CoarseGrid of(const Volume& volume);

    std::size_t offset(int x, int y, int z) const
    {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(size[1]) +
                static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(size[0]) +
               static_cast<std::size_t>(x);
    }
    int x(std::size_t offset) const
    {
        return static_cast<int>(offset % static_cast<std::size_t>(size[0]));
    }
    int z(std::size_t offset) const { return static_cast<int>(offset / planeSize()); }
    std::size_t planeSize() const
    {
        return static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]);
    }
    double voxelMl() const { return spacingMm[0] * spacingMm[1] * spacingMm[2] / 1000.0; }
};

} // namespace fovea
