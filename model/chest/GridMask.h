#pragma once

#include "model/chest/CoarseGrid.h"
#include "model/domain/Progress.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fovea {

/// One value per voxel of a CoarseGrid, 0 or 1, in its order.
using GridMask = std::vector<std::uint8_t>;

/// Where the voxels' HU lie in [low, high).
GridMask between(const CoarseGrid& grid, int low, int high);

/// The parts of a mask; voxels that share a face belong together.
struct MaskParts {
    std::vector<std::uint32_t> part; ///< Per voxel; 0 where the mask is not.
    std::vector<std::size_t> count;  ///< Voxels of each part; count[0] is 0.

    static MaskParts of(const GridMask& mask, const Index3& size);
    /// The largest; 0 where there is none.
    std::uint32_t largest() const;
    GridMask mask(std::uint32_t one) const;
};

// Balls of `mm` in patient space. What lies beyond the grid is unknown: it neither grows in nor
// eats from the border. Empty where cancelled.
GridMask grown(const CoarseGrid& grid, const GridMask& mask, double mm, const Progress& progress);
GridMask shrunk(const CoarseGrid& grid, const GridMask& mask, double mm, const Progress& progress);
/// Grown, then shrunk.
GridMask closed(const CoarseGrid& grid, const GridMask& mask, double mm, const Progress& progress);

/// Fills what the mask encloses in space, whatever its size, and in every axial plane where it is
/// at most `planeMm2` large.
void fillHoles(const CoarseGrid& grid, GridMask& mask, double planeMm2);

/// Calls use(neighbour's offset) for the voxels that share a face.
template <typename Use> void forNeighbours(const Index3& size, std::size_t offset, const Use& use)
{
    const auto nx = static_cast<std::size_t>(size[0]);
    const auto ny = static_cast<std::size_t>(size[1]);
    const auto nz = static_cast<std::size_t>(size[2]);
    const std::size_t x = offset % nx;
    const std::size_t y = offset / nx % ny;
    const std::size_t z = offset / (nx * ny);
    if (x > 0)
        use(offset - 1);
    if (x + 1 < nx)
        use(offset + 1);
    if (y > 0)
        use(offset - nx);
    if (y + 1 < ny)
        use(offset + nx);
    if (z > 0)
        use(offset - nx * ny);
    if (z + 1 < nz)
        use(offset + nx * ny);
}

} // namespace fovea
