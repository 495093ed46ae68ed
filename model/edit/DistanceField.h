#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/Progress.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// For every voxel of a block the squared distance in mm² from its centre to the centre of the
/// nearest voxel where `inside` is not 0; noVoxelNear where there is none. Exact for unequal
/// spacing: one lower envelope of parabolas per row and axis, after Felzenszwalb and Huttenlocher,
/// "Distance Transforms of Sampled Functions", Theory of Computing 8 (2012).
///
/// `inside` has size[0] * size[1] * size[2] values, i fastest. An axis of size 1 is free, so a
/// slice is a block, too. Empty where cancelled.
std::vector<float> squaredDistances(const std::vector<std::uint8_t>& inside, const Index3& size,
                                    const Vec3& spacingMm, const Progress& progress);

inline constexpr float noVoxelNear = 1e20F;

} // namespace fovea
