#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"
#include "model/segment/WindowNetwork.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace fovea {

struct SlidingWindowOptions {
    double step = 0.5; ///< Of the patch from window to window, in (0, 1].
    /// Sums and weights in half precision, as the reference keeps them: it rounds where a voxel
    /// sees nothing but the corner of one window. fp32 is the better answer.
    bool halfSums = false;
    /// Axes (0, 1, 2) along which every window is also seen mirrored, in all combinations, and the
    /// answers averaged: 2^n times the work.
    std::vector<int> mirrorAxes;
    /// On a GPU the windows of one depth are looked at together, in as large batches as its memory
    /// takes; where it takes not even one, the CPU goes on.
    WindowPlace place;
};

/// First voxels of the windows along an axis of `length` >= `patch` voxels.
std::vector<int> windowStarts(int length, int patch, double step);

/// How much each voxel of a window counts, fp32 [D, H, W] with values of half precision: a Gaussian
/// of a height of 10 and a deviation of an eighth of each side, never 0.
at::Tensor gaussianWeights(const Index3& patch);

/// Takes logits [classes, n, H, W] (fp32, CPU, contiguous) of the planes `first` to first + n of
/// the image, in rising order, each plane once.
using LogitsSink = std::function<Status(int first, const at::Tensor& logits)>;

/// Takes the labels [planes, H, W] of the planes `first` to first + planes of the image, in rising
/// order, each plane once: of the largest logits, the lowest of equals.
using LabelsSink = std::function<Status(int first, int planes, const std::uint16_t* labels)>;

/// The labels of logits [classes, …] in the order of the rest: of the largest, the lowest of
/// equals.
std::vector<std::uint16_t> largestLogits(const at::Tensor& logits);

/// Slides the network over `image`, fp32 [D, H, W] on the CPU, normalised; where it is smaller than
/// the patch, it lies in the middle of zeros. Logits of the folds are averaged. Windows go from
/// plane to plane, so that no more than the depth of one patch is held of sums (WindowSums).
/// Progress per window, cancelled within one. Under InferenceMode. May throw c10::Error and
/// std::bad_alloc.
Status slideWindow(const SegmentationConfig& config, std::span<const ParameterMap> folds,
                   const at::Tensor& image, const SlidingWindowOptions& options,
                   const LogitsSink& sink, const Progress& progress);

/// The same for who wants no logits: of them no more than a few rows are ever held.
Status slideLabels(const SegmentationConfig& config, std::span<const ParameterMap> folds,
                   const at::Tensor& image, const SlidingWindowOptions& options,
                   const LabelsSink& sink, const Progress& progress);

} // namespace fovea
