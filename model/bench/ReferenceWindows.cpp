#include "model/bench/ReferenceWindows.h"

#include "model/segment/SlidingWindow.h"
#include "model/segment/UNetWalk.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/argmax.h>
#include <ATen/ops/avg_pool3d.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/conv_transpose3d.h>
#include <ATen/ops/instance_norm.h>
#include <ATen/ops/isinf.h>
#include <ATen/ops/leaky_relu.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <optional>

namespace fovea {
namespace {

using Sides = std::array<std::int64_t, 3>;

Sides sides(const Index3& index)
{
    return {index[0], index[1], index[2]};
}

/// PyTorch's modules, one after the other.
class ReferenceOperations {
public:
    ReferenceOperations(const SegmentationConfig& config, const ParameterMap& parameters)
        : m_config(config)
        , m_parameters(parameters)
    {
    }

    at::Tensor linearBlock(const at::Tensor& x, const std::string& name, const Index3& kernel,
                           const Index3& stride) const
    {
        const Sides padding{(kernel[0] - 1) / 2, (kernel[1] - 1) / 2, (kernel[2] - 1) / 2};
        return norm(
            at::conv3d(x, weight(name + ".conv"), bias(name + ".conv"), sides(stride), padding),
            name);
    }
    at::Tensor block(const at::Tensor& x, const std::string& name, const Index3& kernel,
                     const Index3& stride) const
    {
        at::Tensor y = linearBlock(x, name, kernel, stride);
        return at::leaky_relu_(y, m_config.negativeSlope);
    }
    at::Tensor pooled(const at::Tensor& x, const Index3& stride) const
    {
        return at::avg_pool3d(x, sides(stride), sides(stride));
    }
    bool hasProjection(const std::string& name) const
    {
        return m_parameters.contains(name + ".conv.weight");
    }
    at::Tensor projection(const at::Tensor& x, const std::string& name) const
    {
        return norm(at::conv3d(x, weight(name + ".conv"), std::nullopt), name);
    }
    at::Tensor activatedSum(at::Tensor y, const at::Tensor& skip) const
    {
        y.add_(skip);
        return at::leaky_relu_(y, m_config.negativeSlope);
    }
    at::Tensor up(const at::Tensor& x, const std::string& name, const Index3& stride) const
    {
        return at::conv_transpose3d(x, weight(name), bias(name), sides(stride));
    }
    at::Tensor join(const at::Tensor& x, const at::Tensor& skip) const
    {
        return at::cat({x, skip}, 1);
    }
    at::Tensor head(const at::Tensor& x) const
    {
        const std::string name = "decoder.seg_layers." + std::to_string(m_config.stages() - 2);
        return at::conv3d(x, weight(name), parameter(m_parameters, name + ".bias"));
    }

private:
    at::Tensor weight(const std::string& name) const
    {
        return parameter(m_parameters, name + ".weight");
    }
    std::optional<at::Tensor> bias(const std::string& name) const
    {
        return m_config.convolutionBias ? std::optional(parameter(m_parameters, name + ".bias"))
                                        : std::nullopt;
    }
    at::Tensor norm(const at::Tensor& x, const std::string& name) const
    {
        return at::instance_norm(x, weight(name + ".norm"),
                                 parameter(m_parameters, name + ".norm.bias"), {}, {}, true, 0.1,
                                 m_config.normEps, true);
    }

    const SegmentationConfig& m_config;
    const ParameterMap& m_parameters;
};

std::vector<std::uint16_t> largest(const at::Tensor& logits)
{
    const at::Tensor labels = at::argmax(logits, 0).contiguous();
    const std::int64_t* const data = labels.const_data_ptr<std::int64_t>();
    std::vector<std::uint16_t> out(static_cast<std::size_t>(labels.numel()));
    std::transform(data, data + labels.numel(), out.begin(),
                   [](std::int64_t label) { return static_cast<std::uint16_t>(label); });
    return out;
}

} // namespace

Result<std::vector<std::uint16_t>> referenceLabels(const SegmentationConfig& config,
                                                   const ParameterMap& parameters,
                                                   const at::Tensor& image, double step,
                                                   at::ScalarType sums, const Progress& progress)
{
    const ReferenceOperations operations(config, parameters);
    const UNetWalk walk(config, operations);
    const Index3& patch = config.patch;
    const at::Tensor weights = gaussianWeights(patch).to(sums);
    const at::Tensor logits =
        at::zeros({config.classes, image.size(0), image.size(1), image.size(2)}, sums);
    const at::Tensor count = at::zeros({image.size(0), image.size(1), image.size(2)}, sums);
    std::array<std::vector<int>, 3> starts;
    for (std::size_t a = 0; a < 3; ++a)
        starts[a] = windowStarts(static_cast<int>(image.size(static_cast<std::int64_t>(a))),
                                 patch[a], step);
    const auto windows =
        static_cast<double>(starts[0].size() * starts[1].size() * starts[2].size());
    double done = 0;
    for (const int d : starts[0]) {
        for (const int h : starts[1]) {
            for (const int w : starts[2]) {
                if (progress.cancelled())
                    return makeError(ErrorCode::Cancelled);
                const at::Tensor window =
                    image.narrow(0, d, patch[0]).narrow(1, h, patch[1]).narrow(2, w, patch[2]);
                const auto ignored = [](std::size_t, const at::Tensor&) {};
                const at::Tensor seen =
                    operations
                        .head(walk.decode(
                            walk.encode(window.contiguous().unsqueeze(0).unsqueeze(0)), ignored))
                        .squeeze(0);
                seen.mul_(weights);
                logits.narrow(1, d, patch[0])
                    .narrow(2, h, patch[1])
                    .narrow(3, w, patch[2])
                    .add_(seen);
                count.narrow(0, d, patch[0])
                    .narrow(1, h, patch[1])
                    .narrow(2, w, patch[2])
                    .add_(weights);
                progress.report(++done / windows);
            }
        }
    }
    logits.div_(count);
    if (at::isinf(logits).any().item<bool>())
        return makeError(ErrorCode::Internal, {}, "a sum of windows is infinite");
    return largest(logits);
}

} // namespace fovea
