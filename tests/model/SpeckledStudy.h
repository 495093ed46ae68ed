#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"

namespace fovea::testing {

struct SpeckledStudy {
    VolumePtr volume;
    LabelMapPtr labels;
};

/// 60 x 40 x 30 voxels of 1 x 1 x 2 mm.
inline ImageGeometry speckledGeometry()
{
    ImageGeometry geometry;
    geometry.size = {60, 40, 30};
    geometry.spacingMm = {1, 1, 2};
    geometry.originMm = {-30, -20, -100};
    return geometry;
}

/// A speckled block with a lung, and a heart at its far end where the windows differ; no esophagus.
inline SpeckledStudy makeSpeckledStudy(const ImageGeometry& geometry = speckledGeometry())
{
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                const std::size_t at = geometry.offset({i, j, k});
                voxels[at] = static_cast<std::int16_t>((i * 37 + j * 101 + k * 53) % 1400 - 1100);
                if (i < 20 && j < 20 && k < 12)
                    labels[at] = 1;
                if (i >= 45 && j >= 25 && k >= 20)
                    labels[at] = 2;
            }
        }
    }
    std::vector<Structure> structures(2);
    structures[0].label = 1;
    structures[0].anatomyId = "lung";
    structures[1].label = 2;
    structures[1].anatomyId = "heart";
    return {Volume::create(geometry, std::move(voxels)),
            LabelMap::create(geometry, std::move(labels), structures)};
}

} // namespace fovea::testing
