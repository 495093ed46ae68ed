#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// The captions of one anatomy in a batch: who is whose positive.
struct CaptionTargets {
    std::vector<std::string> captions; ///< Whole captions, the normal template included.
    std::vector<bool> normal;          ///< The caption starts with the normal template.
    /// How much two samples that are not normal are each other's positives. 0, as in the released
    /// code, where captions speak of everything; more where all of them speak of one finding, and
    /// differ in its side, size or words.
    double abnormalPairs = 0;
};

/// fVLM's soft targets (arXiv 2501.14548, false negatives of normal samples; as the released code
/// has them): 1 on the diagonal, for two normal samples and for two equal captions,
/// `abnormalPairs` for two others that are not normal; each row divided by its sum. Float [n, n].
at::Tensor softTargets(const CaptionTargets& targets);

/// The loss of one anatomy: cosines divided by the temperature, cross-entropy against the soft
/// targets from image to text and from text to image (the same matrix for both), their mean.
/// Unit vectors [n, embedding] in the captions' order; `temperature` is a scalar tensor.
/// Differentiable. Throws c10::Error.
at::Tensor contrastiveLoss(const at::Tensor& imageVectors, const at::Tensor& textVectors,
                           const at::Tensor& temperature, const at::Tensor& targets);

/// The same with targets of each direction: rows of `toText` are images, rows of `toImage` texts.
struct DirectedTargets {
    at::Tensor toText;
    at::Tensor toImage;
};
at::Tensor contrastiveLoss(const at::Tensor& imageVectors, const at::Tensor& textVectors,
                           const at::Tensor& temperature, const DirectedTargets& targets);

/// 1 on the diagonal, 0 elsewhere: nobody else is a positive. Float [n, n].
at::Tensor oneHotTargets(std::int64_t count);

} // namespace fovea
