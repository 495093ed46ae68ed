#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace fovea {

/// Maps of shapeFilters(): bright dots, lines and sheets, then dark ones.
inline constexpr std::int64_t ShapeMaps = 6;

/// How much every voxel looks like a dot, a line or a sheet against what is around it: what sets a
/// nodule apart from the vessels beside it, and both from a scar. After Li, Sone and Doi,
/// "Selective enhancement filters for nodules, vessels, and airway walls in two- and
/// three-dimensional CT scans", Medical Physics 30 (2003). With a >= b >= c the curvatures of the
/// image towards darkness along the axes of its Hessian, negative ones taken for 0, a dot is
/// c*c / a, a line b * (b - c) / a, a sheet a - b; dark ones the same of the negated image. The
/// image is smoothed first with the binomial filter 1 4 6 4 1, a Gaussian of one voxel.
///
/// `image` is [D, H, W], floating point, voxels about as high as wide; beyond its faces it goes on
/// as on them. Answers [ShapeMaps, rows of `voxels`] in the unit of the image, for the voxels with
/// these indices in the flattened image (int64, [n]). Does not differentiate. Throws c10::Error.
at::Tensor shapeFilters(const at::Tensor& image, const at::Tensor& voxels);

} // namespace fovea
