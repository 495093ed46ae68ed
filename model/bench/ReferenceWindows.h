#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace fovea {

/// nnU-Net's order of work (nnUNetPredictor), as the peer that the benchmark compares with: window
/// by window instance norms and activations of their own, logits of all classes added up over the
/// whole volume in `sums` precision (half in the reference), divided, and the largest looked for at
/// the end. `image` is [D, H, W], at least as large as the patch. Labels [D, H, W]. Cancelled
/// between two windows. Throws c10::Error and std::bad_alloc.
Result<std::vector<std::uint16_t>> referenceLabels(const SegmentationConfig& config,
                                                   const ParameterMap& parameters,
                                                   const at::Tensor& image, double step,
                                                   at::ScalarType sums, const Progress& progress);

} // namespace fovea
