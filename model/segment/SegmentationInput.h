#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/segment/CanonicalGrid.h"
#include "model/segment/SegmentationConfig.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace fovea {

/// A volume on the grid of a model's spacing as TotalSegmentator makes it: whole HU, row-major in
/// the view's order of axes.
struct ZoomedVolume {
    Index3 size{0, 0, 0};
    std::vector<float> values;
};

/// Sizes after zooming: halves go to the even number, at least 1.
Index3 zoomedSize(const ArrayView& view, const Vec3& spacingMm);

/// scipy.ndimage.zoom with a spline of order 0, 1 or 3, cut toward zero to whole numbers; where the
/// spacing is the model's already, the values as they are. Cancelled, OutOfMemory.
Result<ZoomedVolume> zoomVolume(const std::int16_t* voxels, const ArrayView& view,
                                const Vec3& spacingMm, int order, const Progress& progress);

/// What the network looks at, and where it lies in the view that it was made from.
struct SegmentationInput {
    at::Tensor image;     ///< fp32 [D, H, W] on the CPU, normalised, at the model's spacing.
    Index3 low{0, 0, 0};  ///< The view's box [low, high) of what is not 0.
    Index3 high{0, 0, 0}; ///< All of it where all is 0.
};

/// Crops a volume that is at the model's spacing and normalises it. `view` is of `values`, in the
/// network's order of axes. May throw c10::Error and std::bad_alloc, as the next.
SegmentationInput inputFromZoomed(const SegmentationConfig& config, const float* values,
                                  const ArrayView& view);

/// nnU-Net's own way from a volume at its own spacing: crops, normalises, then resamples by splines
/// with the edges half a voxel outside; one axis by the nearest plane where the spacing is
/// anisotropic.
Result<SegmentationInput> inputFromVolume(const SegmentationConfig& config,
                                          const std::int16_t* voxels, const ArrayView& view,
                                          const Progress& progress);

/// The axis that nnU-Net treats apart between two spacings, if any.
std::optional<int> separateAxis(const SegmentationResampling& rule, const Vec3& fromMm,
                                const Vec3& toMm);

/// The axis that goes plane by plane when that one is treated apart, then the other two, in order.
Index3 planesFirst(std::optional<int> separate);

} // namespace fovea
