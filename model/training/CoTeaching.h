#pragma once

#include <ATen/core/Tensor.h>

#include <cmath>
#include <cstdint>
#include <vector>

namespace fovea {

// False negatives among abnormal samples, as fVLM's paper describes it (arXiv 2501.14548,
// "co-teaching"; the released code does not have it; the idea of two networks is that of arXiv
// 1804.06872): two networks of different initialisation, order of studies and augmentation learn
// alternately. What the one predicts of a batch softens the other's targets,
//
//     target_i = (1 - alpha) * soft_i + alpha * softmax(peer's logits_i)
//
// in the rows of abnormal samples; normal samples, whose false negatives the soft targets know,
// keep theirs. The paper gives alpha = 0.5. The peer's logits are its cosines divided by its own
// temperature and are not differentiated. Rows of the image-to-text direction are images, those of
// the text-to-image direction texts.

/// What is added to a network's seed to make its peer's.
inline constexpr std::uint64_t PeerSeed = 0x9e3779b97f4a7c15ULL;

/// The first step, from 0, at which peers are asked: `start` is Recipe::coTeachingStart.
inline std::int64_t firstTaughtStep(double start, std::int64_t totalSteps)
{
    return static_cast<std::int64_t>(std::ceil(start * static_cast<double>(totalSteps)));
}

/// `soft` is softTargets(), [n, n]; `peerLogits` [n, n], rows in the direction's order; `weight` is
/// alpha in [0, 1]. Rows keep their sum of 1. Not differentiable. Throws c10::Error.
at::Tensor coTaughtTargets(const at::Tensor& soft, const at::Tensor& peerLogits,
                           const std::vector<bool>& normal, double weight);

} // namespace fovea
