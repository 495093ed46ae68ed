#include "model/segment/PackedConvolution.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <vector>

namespace fovea {
namespace {

std::array<std::int64_t, 3> padding(const Index3& kernel)
{
    return {(kernel[0] - 1) / 2, (kernel[1] - 1) / 2, (kernel[2] - 1) / 2};
}

} // namespace

PackedConvolution::PackedConvolution(const at::Tensor& weight, const Index3& stride)
    : m_kernel{static_cast<int>(weight.size(2)), static_cast<int>(weight.size(3)),
               static_cast<int>(weight.size(4))}
    , m_stride(stride)
    , m_out(weight.size(0))
{
    const bool strided = stride != Index3{1, 1, 1};
    if (!strided && m_kernel[0] == 3 && weight.size(1) > 1) {
        const at::Tensor low = weight.select(2, 0);
        const at::Tensor middle = weight.select(2, 1);
        const at::Tensor high = weight.select(2, 2);
        m_planes = {low, (low + middle + high) / 2, (low - middle + high) / 2, high};
        for (at::Tensor& plane : m_planes)
            plane = plane.contiguous(at::MemoryFormat::ChannelsLast);
    } else {
        m_weight = weight.contiguous(at::MemoryFormat::ChannelsLast3d);
    }
}

at::Tensor PackedConvolution::operator()(const at::Tensor& image) const
{
    return m_weight.defined() ? direct(image) : byPairsOfPlanes(image);
}

at::Tensor PackedConvolution::byPairsOfPlanes(const at::Tensor& image) const
{
    const std::int64_t depth = image.size(0);
    const std::int64_t height = image.size(1);
    const std::int64_t width = image.size(2);
    const std::int64_t channels = image.size(3);
    const auto pads = padding(m_kernel);
    at::Tensor out = at::empty({depth, height, width, m_out}, image.options());
    const at::Tensor zero = at::zeros({height, width, channels}, image.options());
    // Each thread makes pairs of its own from the transforms to the sums: all of it stays in its
    // cache.
    at::parallel_for(0, (depth + 1) / 2, 1, [&](std::int64_t begin, std::int64_t end) {
        const c10::InferenceMode inference;
        const auto plane = [&](std::int64_t z) {
            return z >= 0 && z < depth ? image.select(0, z) : zero;
        };
        const auto product = [&](const at::Tensor& of, std::size_t n) {
            // [H, W, C] seen as [1, C, H, W], channels last.
            return at::conv2d(of.permute({2, 0, 1}).unsqueeze(0), m_planes[n], std::nullopt, 1,
                              {pads[1], pads[2]})
                .squeeze(0)
                .permute({1, 2, 0});
        };
        at::Tensor mixed = at::empty({height, width, channels}, image.options());
        for (std::int64_t pair = begin; pair < end; ++pair) {
            const std::int64_t z = 2 * pair;
            const at::Tensor before = plane(z - 1);
            const at::Tensor here = plane(z);
            const at::Tensor next = plane(z + 1);
            const at::Tensor after = plane(z + 2);
            at::Tensor first = out.select(0, z);
            const at::Tensor outer = product(at::sub_out(mixed, before, next), 0);
            const at::Tensor sum = product(at::add_out(mixed, here, next), 1);
            const at::Tensor difference = product(at::sub_out(mixed, next, here), 2);
            at::add_out(first, outer, sum).add_(difference);
            if (z + 1 < depth) {
                at::Tensor second = out.select(0, z + 1);
                const at::Tensor rest = product(at::sub_out(mixed, here, after), 3);
                at::sub_out(second, sum, difference).sub_(rest);
            }
        }
    });
    return out;
}

at::Tensor PackedConvolution::direct(const at::Tensor& image) const
{
    return at::conv3d(image.permute({3, 0, 1, 2}).unsqueeze(0), m_weight, std::nullopt,
                      {m_stride[0], m_stride[1], m_stride[2]}, padding(m_kernel))
        .squeeze(0)
        .permute({1, 2, 3, 0})
        .contiguous();
}

} // namespace fovea
