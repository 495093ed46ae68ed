#pragma once

#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"

#include <ATen/core/Tensor.h>

#include <vector>

// nnU-Net's networks as plain functions of parameters (dynamic_network_architectures: PlainConvUNet
// and ResidualEncoderUNet with BasicBlockD blocks). Any device; fp32 or, with parameters of that
// dtype, half. May throw c10::Error; a parameter that is missing throws std::out_of_range.

namespace fovea {

/// What the encoder hands to the decoder: one tensor [N, features, d, h, w] per stage, from full
/// resolution down; the last is the bottleneck. `image` is [N, 1, D, H, W], normalised, each side a
/// multiple of the product of its strides.
std::vector<at::Tensor> encodePatch(const SegmentationConfig& config,
                                    const ParameterMap& parameters, const at::Tensor& image);

/// Features [N, features of the first stage, D, H, W] that the last convolution makes logits of.
at::Tensor decodeFeatures(const SegmentationConfig& config, const ParameterMap& parameters,
                          std::vector<at::Tensor> skips);

/// Logits [N, classes, D, H, W] at full resolution. Heads of lower resolutions, which only training
/// needs, are not computed. Takes the skips, to free each when it is done with.
at::Tensor decodePatch(const SegmentationConfig& config, const ParameterMap& parameters,
                       std::vector<at::Tensor> skips);

/// What training with deep supervision compares with the labels: the logits of every step of the
/// decoder, the full resolution first, each further one coarser by a stage's stride.
std::vector<at::Tensor> decodeEveryStep(const SegmentationConfig& config,
                                        const ParameterMap& parameters,
                                        std::vector<at::Tensor> skips);

/// Encoder and decoder.
at::Tensor segmentPatch(const SegmentationConfig& config, const ParameterMap& parameters,
                        const at::Tensor& image);

} // namespace fovea
