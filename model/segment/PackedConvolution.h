#pragma once

#include "model/domain/ImageGeometry.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>

namespace fovea {

/// A 3-D convolution on the CPU in fp32, its weights arranged once. Images are [D, H, W, channels],
/// contiguous: oneDNN is fastest so, without a reordering before and after each convolution.
///
/// Kernels of 3 planes without a stride, of several channels, go by Winograd's F(2, 3) along the
/// first axis (Lavin and Gray, CVPR 2016): two planes are made of four products with 2-D kernels
/// instead of six, which is exact but for rounding. All others are LibTorch's. Throws c10::Error.
class PackedConvolution {
public:
    /// `weight` [out, in, kz, ky, kx], odd kernels; padded so that a stride of 1 keeps the size.
    /// Without a bias: norms that follow take away what is constant over a channel.
    PackedConvolution(const at::Tensor& weight, const Index3& stride);

    at::Tensor operator()(const at::Tensor& image) const;

private:
    at::Tensor byPairsOfPlanes(const at::Tensor& image) const;
    at::Tensor direct(const at::Tensor& image) const;

    Index3 m_kernel{};
    Index3 m_stride{};
    std::int64_t m_out = 0;
    std::array<at::Tensor, 4> m_planes; ///< [out, in, ky, kx], channels last; or, instead,
    at::Tensor m_weight;                ///< all of it, channels last.
};

} // namespace fovea
