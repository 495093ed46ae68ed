#pragma once

#include "model/training/segment/SegmenterCase.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace fovea {

/// Patches of cases with their labels.
struct SegmenterBatch {
    at::Tensor images; ///< fp32 [B, 1, D, H, W].
    at::Tensor labels; ///< int64 [B, D, H, W].
};

/// The batch of a step: of cases drawn at random, around a voxel of a structure or anywhere
/// (SegmenterRecipe::foreground), with noise and other intensities. A case smaller than the patch
/// lies somewhere in zeros, as sliding windows have it. Nothing is mirrored: left and right are
/// different structures, and which way is up is part of what is learnt.
///
/// A function of its arguments alone, so that a training needs no state of random numbers.
SegmenterBatch segmenterBatch(const SegmenterRecipe& recipe,
                              const std::vector<SegmenterCase>& cases, std::uint64_t seed,
                              std::int64_t step);

} // namespace fovea
