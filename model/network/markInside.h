#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

// Standard C++ only.

namespace fovea {

/// What an image of 0 to 1 is raised by, times the label, where a voxel is of an anatomy: how one
/// tensor carries both to a network with an anatomy channel (NetworkConfig::anatomyChannel),
/// through all that cuts and pads it.
inline constexpr float InsideOffset = 2.0F;

/// Raises the voxels by their labels, 1 + position of the anatomy. Equal sizes.
inline void markInside(std::vector<float>& image, const std::vector<std::uint8_t>& labels)
{
    for (std::size_t n = 0; n < image.size(); ++n)
        image[n] += static_cast<float>(labels[n]) * InsideOffset;
}

} // namespace fovea
