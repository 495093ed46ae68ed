#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Standard C++ only. How TotalSegmentator keeps to a part of the volume (cropping.py).

namespace fovea {

/// Part of a volume: voxels [low, high) along i, j, k.
struct RoughBox {
    Index3 low{0, 0, 0};
    Index3 high{0, 0, 0};
};

/// The whole grid where `inner` is empty, as the reference has it; else `inner`, wider by the whole
/// voxels that fit into `marginMm` along each index axis, within the grid. Spacing counts as
/// float32, as in a NIfTI header: 20 mm of 0.8 mm are 24 voxels.
RoughBox widened(const RoughBox& inner, const Vec3& marginMm, const ImageGeometry& geometry);

/// The box of all structures of these names; empty where the map has none of them.
std::optional<RoughBox> boxOf(const LabelMap& map, const std::vector<std::string>& names);

/// A copy of that part; it lies where it lay. May throw std::bad_alloc.
VolumePtr cropped(const Volume& volume, const RoughBox& box);

/// Labels of a part in a map of the whole, background around. May throw std::bad_alloc.
std::vector<std::uint16_t> uncropped(std::span<const std::uint16_t> labels, const RoughBox& box,
                                     const Index3& size);

} // namespace fovea
