#include "model/segment/convolve.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/conv_transpose3d.h>

#include <array>
#include <cstdint>
#include <vector>

namespace fovea {
namespace {

using Sides = std::array<std::int64_t, 3>;

constexpr std::int64_t blockChannels = 16;

Sides sides(const Index3& index)
{
    return {index[0], index[1], index[2]};
}

bool losesChannels(const at::Tensor& x, const at::Tensor& weight)
{
    if (!x.device().is_cpu() || x.scalar_type() == at::kDouble)
        return false;
    const bool whole = weight.size(0) % blockChannels == 0 && weight.size(1) % blockChannels == 0;
    return !whole && (x.size(0) > 1 || x.scalar_type() != at::kFloat);
}

/// `operation(x, weight, bias)`, of each image alone where channels would be lost.
template <typename Operation>
at::Tensor ofAllChannels(const at::Tensor& x, const at::Tensor& weight,
                         const std::optional<at::Tensor>& bias, const Operation& operation)
{
    if (!losesChannels(x, weight))
        return operation(x, weight, bias);
    const at::Tensor wide = weight.to(at::kFloat);
    const std::optional<at::Tensor> wideBias =
        bias ? std::optional(bias->to(at::kFloat)) : std::nullopt;
    std::vector<at::Tensor> results;
    for (std::int64_t n = 0; n < x.size(0); ++n)
        results.push_back(
            operation(x.narrow(0, n, 1).to(at::kFloat), wide, wideBias).to(x.scalar_type()));
    return at::cat(results);
}

} // namespace

at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight,
                    const std::optional<at::Tensor>& bias, const Index3& stride,
                    const Index3& padding)
{
    return ofAllChannels(x, weight, bias,
                         [&](const at::Tensor& image, const at::Tensor& by,
                             const std::optional<at::Tensor>& offset) {
                             return at::conv3d(image, by, offset, sides(stride), sides(padding));
                         });
}

at::Tensor convolveTransposed(const at::Tensor& x, const at::Tensor& weight,
                              const std::optional<at::Tensor>& bias, const Index3& stride)
{
    return ofAllChannels(x, weight, bias,
                         [&](const at::Tensor& image, const at::Tensor& by,
                             const std::optional<at::Tensor>& offset) {
                             return at::conv_transpose3d(image, by, offset, sides(stride));
                         });
}

} // namespace fovea
