#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace fovea {

/// nnU-Net's loss (Isensee et al., Nature Methods 2021): cross-entropy minus the soft Dice of the
/// structures, background left out, for every step of the decoder. `logits` as decodeEveryStep()
/// gives them; each step counts half of the one before and the coarsest, where there are several,
/// not at all. Labels, int64 [B, D, H, W], are thinned out for the coarser steps. Dice is over the
/// whole batch, of the structures that it shows. A scalar; throws c10::Error.
at::Tensor segmenterLoss(const std::vector<at::Tensor>& logits, const at::Tensor& labels);

/// Of one step.
at::Tensor diceAndEntropy(const at::Tensor& logits, const at::Tensor& labels);

} // namespace fovea
