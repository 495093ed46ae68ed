#pragma once

#include "viewer/slice/SliceSampling.h"

#include <vector>

namespace fovea {

/// What a slab along the grid shows, on the grid: one value per voxel column through the slab.
struct SlabProjection {
    std::vector<float> hu;      ///< Empty: the slab meets no slice.
    std::ptrdiff_t strideX = 1; ///< Elements from one value to the next along axes().x.
    std::ptrdiff_t strideY = 1; ///< And along axes().y.
};

/// Projects the request's slab through the plane of `sampling`, which isAligned(). Maximum and
/// minimum are over the slices with their centre in the slab, at least the closest one; the average
/// weighs each slice by how much of it lies in the slab. Uses up to two threads.
SlabProjection projectSlab(const SliceRequest& request, const SliceSampling& sampling);

} // namespace fovea
