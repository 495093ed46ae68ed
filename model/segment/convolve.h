#pragma once

#include "model/domain/ImageGeometry.h"

#include <ATen/core/Tensor.h>

#include <optional>

namespace fovea {

/// LibTorch's conv3d() and conv_transpose3d(), right for any number of channels. On a CPU oneDNN
/// keeps channels in blocks of 16, and the last block of a number that is not a multiple is lost
/// where several images go together or their numbers are narrower than float (seen with oneDNN
/// 3.7.2, AVX2 and AVX-512, forward and backward): such images go one after the other, in float.
///
/// Shapes: `x` (images, in, z, y, x), `weight` (out, in, z, y, x), of a transposed convolution
/// (in, out, z, y, x), with in and out of its channels; strides and padding z first. The result has
/// the type of `x`. Gradients go through both. Throws as LibTorch does.
at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight,
                    const std::optional<at::Tensor>& bias, const Index3& stride,
                    const Index3& padding);
at::Tensor convolveTransposed(const at::Tensor& x, const at::Tensor& weight,
                              const std::optional<at::Tensor>& bias, const Index3& stride);

} // namespace fovea
