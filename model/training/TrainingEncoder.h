#pragma once

#include "model/network/ImageEncoder.h"
#include "model/network/Precision.h"

#include <ATen/core/Generator.h>

#include <optional>

namespace fovea {

/// How the image encoder computes while it learns.
struct EncoderArithmetic {
    /// BFloat16: the products of the blocks (linear layers and attention) in bf16; the parameters
    /// themselves, their gradients, residual stream, layer norms, patch embedding, pooling and loss
    /// stay fp32.
    Precision precision = Precision::Float32;
    /// Probability of an element being left out after the patch embedding, both products of each
    /// MLP and each attention's output projection, as the released encoder does in training, but
    /// for the attention weights. Kept elements are divided by 1 - dropout.
    double dropout = 0;
    std::optional<at::Generator> generator; ///< Draws what is left out; needed with dropout.
};

/// encodeImage() for training: the same numbers in fp32 without dropout, faster to differentiate
/// (TrainingAttention.h) and with what is only done in training. Throws c10::Error.
ImageFeatures encodeForTraining(const NetworkConfig& config, const ParameterMap& parameters,
                                const at::Tensor& image, const EncoderArithmetic& arithmetic);

} // namespace fovea
