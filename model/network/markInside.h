#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

// Standard C++ only.

namespace fovea {

/// What an image of 0 to 1 is raised by where a voxel is of an anatomy: how one tensor carries both
/// to a network with an anatomy channel (NetworkConfig::anatomyChannel), through all that cuts and
/// pads it.
inline constexpr float InsideOffset = 2.0F;

/// Raises the voxels with a label other than 0. Equal sizes.
inline void markInside(std::vector<float>& image, const std::vector<std::uint8_t>& labels)
{
    for (std::size_t n = 0; n < image.size(); ++n)
        image[n] += labels[n] != 0 ? InsideOffset : 0.0F;
}

} // namespace fovea
