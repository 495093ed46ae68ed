#include "model/domain/Volume.h"

#include <cassert>

namespace fovea {

Volume::Volume(const ImageGeometry& geometry, std::span<const std::int16_t> voxels,
               std::shared_ptr<const void> owner)
    : m_geometry(geometry)
    , m_voxels(voxels)
    , m_owner(std::move(owner))
{
    assert(m_voxels.size() == m_geometry.voxelCount());
}

VolumePtr Volume::create(const ImageGeometry& geometry, std::vector<std::int16_t> voxels)
{
    auto owner = std::make_shared<const std::vector<std::int16_t>>(std::move(voxels));
    return share(geometry, *owner, owner);
}

VolumePtr Volume::share(const ImageGeometry& geometry, std::span<const std::int16_t> voxels,
                        std::shared_ptr<const void> owner)
{
    return VolumePtr(new Volume(geometry, voxels, std::move(owner)));
}

} // namespace fovea
