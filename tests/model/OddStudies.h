#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"

#include <algorithm>
#include <array>
#include <vector>

// Small studies made voxel by voxel, for testing::smallPackage().

namespace fovea::testing {

struct Study {
    VolumePtr volume;
    LabelMapPtr labels;
};

inline ImageGeometry gridOf(const Index3& size, const Vec3& spacing)
{
    ImageGeometry geometry;
    geometry.size = size;
    geometry.spacingMm = spacing;
    return geometry;
}

/// HU and label of every voxel by its index.
template <typename Hu, typename Label>
Study studyOf(const ImageGeometry& geometry, Hu hu, Label label)
{
    std::vector<std::int16_t> voxels;
    std::vector<std::uint16_t> labels;
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                voxels.push_back(static_cast<std::int16_t>(hu(i, j, k)));
                labels.push_back(static_cast<std::uint16_t>(label(i, j, k)));
            }
        }
    }
    std::vector<Structure> structures(3);
    const std::array<const char*, 3> anatomies{"lung", "heart", "esophagus"};
    for (std::size_t s = 0; s < 3; ++s) {
        structures[s].label = static_cast<std::uint16_t>(s + 1);
        structures[s].anatomyId = anatomies[s];
    }
    return {Volume::create(geometry, std::move(voxels)),
            LabelMap::create(geometry, std::move(labels), structures)};
}

inline int speckle(int i, int j, int k)
{
    return (i * 37 + j * 101 + k * 53) % 1400 - 1100;
}

inline int everywhere(int, int, int)
{
    return 1;
}

/// What the network makes of HU without any resampling.
inline float windowed(int hu)
{
    return std::clamp((static_cast<float>(hu) + 1150.0F) / 1500.0F, 0.0F, 1.0F);
}

/// An image as the network's windows are, made by hand.
struct Image {
    explicit Image(const Index3& shape)
        : size(shape)
        , values(static_cast<std::size_t>(shape[0] * shape[1] * shape[2]), 0.0F)
    {
    }
    float& at(int d, int h, int w)
    {
        return values[static_cast<std::size_t>((d * size[1] + h) * size[2] + w)];
    }

    Index3 size;
    std::vector<float> values;
};

} // namespace fovea::testing
