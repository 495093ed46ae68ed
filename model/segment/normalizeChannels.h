#pragma once

#include <ATen/core/Tensor.h>

namespace fovea {

/// Instance norm and LeakyReLU in place, in one go over the memory each: every channel of `image`
/// ([D, H, W, channels], fp32, contiguous) to a mean of 0 and a variance of 1 (divided by the
/// number of voxels, `eps` added), times `weight` plus `bias`, then what is negative times `slope`
/// (1: no activation).
void normalizeChannels(at::Tensor& image, const at::Tensor& weight, const at::Tensor& bias,
                       double eps, double slope);

} // namespace fovea
