#include "model/segment/segmentPatch.h"

#include "model/segment/UNetWalk.h"
#include "model/segment/convolve.h"

#include <ATen/ops/avg_pool3d.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/group_norm.h>
#include <ATen/ops/leaky_relu.h>

#include <array>
#include <cstdint>
#include <optional>

namespace fovea {
namespace {

constexpr Index3 one{1, 1, 1};
constexpr Index3 none{0, 0, 0};

/// Each operation of a network as one or two of LibTorch's.
class PlainOperations {
public:
    PlainOperations(const SegmentationConfig& config, const ParameterMap& parameters)
        : m_config(config)
        , m_parameters(parameters)
    {
    }

    at::Tensor linearBlock(const at::Tensor& x, const std::string& name, const Index3& kernel,
                           const Index3& stride) const
    {
        const Index3 padding{(kernel[0] - 1) / 2, (kernel[1] - 1) / 2, (kernel[2] - 1) / 2};
        const at::Tensor y = convolve(x, parameter(m_parameters, name + ".conv.weight"),
                                      bias(name + ".conv.bias"), stride, padding);
        return norm(y, name);
    }

    at::Tensor block(const at::Tensor& x, const std::string& name, const Index3& kernel,
                     const Index3& stride) const
    {
        return activated(linearBlock(x, name, kernel, stride));
    }

    at::Tensor pooled(const at::Tensor& x, const Index3& stride) const
    {
        const std::array<std::int64_t, 3> window{stride[0], stride[1], stride[2]};
        return at::avg_pool3d(x, window, window);
    }

    bool hasProjection(const std::string& name) const
    {
        return m_parameters.contains(name + ".conv.weight");
    }

    at::Tensor projection(const at::Tensor& x, const std::string& name) const
    {
        return norm(
            convolve(x, parameter(m_parameters, name + ".conv.weight"), std::nullopt, one, none),
            name);
    }

    at::Tensor activatedSum(at::Tensor y, const at::Tensor& skip) const
    {
        y.add_(skip);
        return activated(y);
    }

    at::Tensor up(const at::Tensor& x, const std::string& name, const Index3& stride) const
    {
        return convolveTransposed(x, parameter(m_parameters, name + ".weight"),
                                  bias(name + ".bias"), stride);
    }

    at::Tensor join(const at::Tensor& x, const at::Tensor& skip) const
    {
        return at::cat({x, skip}, 1);
    }

    at::Tensor head(const at::Tensor& x, std::size_t step) const
    {
        const std::string name = "decoder.seg_layers." + std::to_string(step);
        return convolve(x, parameter(m_parameters, name + ".weight"),
                        parameter(m_parameters, name + ".bias"), one, none);
    }

private:
    std::optional<at::Tensor> bias(const std::string& name) const
    {
        return m_config.convolutionBias ? std::optional(parameter(m_parameters, name))
                                        : std::nullopt;
    }

    at::Tensor norm(const at::Tensor& x, const std::string& name) const
    {
        // Instance norm is group norm with a group per channel, for which LibTorch has a kernel of
        // its own: instance_norm() goes through batch_norm() and copies of weights, and takes four
        // times as long on a CPU.
        return at::group_norm(x, x.size(1), parameter(m_parameters, name + ".norm.weight"),
                              parameter(m_parameters, name + ".norm.bias"), m_config.normEps);
    }

    /// In place: the activations of the shallow stages are the largest tensors there are.
    at::Tensor activated(at::Tensor x) const
    {
        at::leaky_relu_(x, m_config.negativeSlope);
        return x;
    }

    const SegmentationConfig& m_config;
    const ParameterMap& m_parameters;
};

} // namespace

std::vector<at::Tensor> encodePatch(const SegmentationConfig& config,
                                    const ParameterMap& parameters, const at::Tensor& image)
{
    const PlainOperations operations(config, parameters);
    return UNetWalk(config, operations).encode(image);
}

at::Tensor decodeFeatures(const SegmentationConfig& config, const ParameterMap& parameters,
                          std::vector<at::Tensor> skips)
{
    const PlainOperations operations(config, parameters);
    const auto ignored = [](std::size_t, const at::Tensor&) {};
    return UNetWalk(config, operations).decode(std::move(skips), ignored);
}

at::Tensor decodePatch(const SegmentationConfig& config, const ParameterMap& parameters,
                       std::vector<at::Tensor> skips)
{
    return PlainOperations(config, parameters)
        .head(decodeFeatures(config, parameters, std::move(skips)), config.stages() - 2);
}

std::vector<at::Tensor> decodeEveryStep(const SegmentationConfig& config,
                                        const ParameterMap& parameters,
                                        std::vector<at::Tensor> skips)
{
    const PlainOperations operations(config, parameters);
    std::vector<at::Tensor> logits;
    UNetWalk(config, operations)
        .decode(std::move(skips), [&](std::size_t step, const at::Tensor& x) {
            logits.insert(logits.begin(), operations.head(x, step));
        });
    return logits;
}

at::Tensor segmentPatch(const SegmentationConfig& config, const ParameterMap& parameters,
                        const at::Tensor& image)
{
    return decodePatch(config, parameters, encodePatch(config, parameters, image));
}

} // namespace fovea
