#pragma once

#include "model/domain/ImageGeometry.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fovea {

/// One CT on a regular grid: int16 Hounsfield units, i fastest, then j, then k.
///
/// Immutable and shared as VolumePtr: viewer, model and storage look at the same buffer and nobody
/// copies it. Safe to read from any thread. The buffer lives as long as the last VolumePtr,
/// whatever library decoded it.
class Volume {
public:
    /// Takes over a buffer of exactly geometry.voxelCount() values.
    static std::shared_ptr<const Volume> create(const ImageGeometry& geometry,
                                                std::vector<std::int16_t> voxels);
    /// Looks at `voxels`, which `owner` keeps alive.
    static std::shared_ptr<const Volume> share(const ImageGeometry& geometry,
                                               std::span<const std::int16_t> voxels,
                                               std::shared_ptr<const void> owner);

    const ImageGeometry& geometry() const { return m_geometry; }
    std::span<const std::int16_t> voxels() const { return m_voxels; }
    /// HU of a voxel inside the grid.
    std::int16_t at(Index3 index) const { return m_voxels[m_geometry.offset(index)]; }

private:
    Volume(const ImageGeometry& geometry, std::span<const std::int16_t> voxels,
           std::shared_ptr<const void> owner);

    ImageGeometry m_geometry;
    std::span<const std::int16_t> m_voxels;
    std::shared_ptr<const void> m_owner;
};

using VolumePtr = std::shared_ptr<const Volume>;

} // namespace fovea
