#include "model/segment/segmentPatch.h"

#include <ATen/ops/avg_pool3d.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/conv_transpose3d.h>
#include <ATen/ops/group_norm.h>
#include <ATen/ops/leaky_relu.h>

#include <array>
#include <optional>

namespace fovea {
namespace {

using Sides = std::array<std::int64_t, 3>;

constexpr Index3 one{1, 1, 1};

Sides sides(const Index3& index)
{
    return {index[0], index[1], index[2]};
}

/// Convolution, normalisation and, unless told otherwise, activation: the brick of both networks.
class Blocks {
public:
    Blocks(const SegmentationConfig& config, const ParameterMap& parameters)
        : m_config(config)
        , m_parameters(parameters)
    {
    }

    at::Tensor linearBlock(const at::Tensor& x, const std::string& name, const Index3& kernel,
                           const Index3& stride) const
    {
        const Sides padding{(kernel[0] - 1) / 2, (kernel[1] - 1) / 2, (kernel[2] - 1) / 2};
        const at::Tensor y = at::conv3d(x, parameter(m_parameters, name + ".conv.weight"),
                                        bias(name + ".conv.bias"), sides(stride), padding);
        return norm(y, name);
    }

    at::Tensor block(const at::Tensor& x, const std::string& name, const Index3& kernel,
                     const Index3& stride) const
    {
        return activated(linearBlock(x, name, kernel, stride));
    }

    /// `count` blocks in a row, of which the first has the stride.
    at::Tensor row(at::Tensor x, const std::string& name, int count, const Index3& kernel,
                   const Index3& stride) const
    {
        for (int i = 0; i < count; ++i)
            x = block(x, name + ".convs." + std::to_string(i), kernel, i == 0 ? stride : one);
        return x;
    }

    at::Tensor residualBlock(const at::Tensor& x, const std::string& name, const Index3& kernel,
                             const Index3& stride) const
    {
        at::Tensor skip = x;
        const bool strided = stride != one;
        if (strided)
            skip = at::avg_pool3d(skip, sides(stride), sides(stride));
        const std::string projection = name + (strided ? ".skip.1" : ".skip.0");
        const auto weight = m_parameters.find(projection + ".conv.weight");
        if (weight != m_parameters.end())
            skip = norm(at::conv3d(skip, weight->second, std::nullopt), projection);
        at::Tensor y = block(x, name + ".conv1", kernel, stride);
        y = linearBlock(y, name + ".conv2", kernel, one);
        y.add_(skip);
        return activated(y);
    }

    /// One step up, from the deepest (0): takes the last of the skips.
    at::Tensor decoderStep(at::Tensor x, std::vector<at::Tensor>& skips, std::size_t step) const
    {
        const std::size_t stage = m_config.stages() - 2 - step;
        const std::string number = std::to_string(step);
        x = up(x, "decoder.transpconvs." + number, m_config.strides[stage + 1]);
        x = at::cat({x, skips.back()}, 1);
        skips.pop_back();
        return row(x, "decoder.stages." + number, m_config.decoder[step], m_config.kernels[stage],
                   one);
    }

    at::Tensor head(const at::Tensor& x, std::size_t step) const
    {
        const std::string name = "decoder.seg_layers." + std::to_string(step);
        return at::conv3d(x, parameter(m_parameters, name + ".weight"),
                          parameter(m_parameters, name + ".bias"));
    }

private:
    at::Tensor up(const at::Tensor& x, const std::string& name, const Index3& stride) const
    {
        return at::conv_transpose3d(x, parameter(m_parameters, name + ".weight"),
                                    bias(name + ".bias"), sides(stride));
    }

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
    const Blocks blocks(config, parameters);
    std::vector<at::Tensor> skips;
    at::Tensor x = image;
    const bool plain = config.architecture == SegmentationConfig::Architecture::PlainConvUNet;
    if (!plain)
        x = blocks.row(x, "encoder.stem", 1, config.kernels[0], one);
    for (std::size_t s = 0; s < config.stages(); ++s) {
        const std::string stage = "encoder.stages." + std::to_string(s);
        if (plain) {
            x = blocks.row(x, stage + ".0", config.encoder[s], config.kernels[s],
                           config.strides[s]);
        } else {
            for (int b = 0; b < config.encoder[s]; ++b)
                x = blocks.residualBlock(x, stage + ".blocks." + std::to_string(b),
                                         config.kernels[s], b == 0 ? config.strides[s] : one);
        }
        skips.push_back(x);
    }
    return skips;
}

at::Tensor decodePatch(const SegmentationConfig& config, const ParameterMap& parameters,
                       std::vector<at::Tensor> skips)
{
    const Blocks blocks(config, parameters);
    const std::size_t steps = config.stages() - 1;
    at::Tensor x = std::move(skips.back());
    skips.pop_back();
    for (std::size_t t = 0; t < steps; ++t)
        x = blocks.decoderStep(x, skips, t);
    return blocks.head(x, steps - 1);
}

std::vector<at::Tensor> decodeEveryStep(const SegmentationConfig& config,
                                        const ParameterMap& parameters,
                                        std::vector<at::Tensor> skips)
{
    const Blocks blocks(config, parameters);
    std::vector<at::Tensor> logits;
    at::Tensor x = std::move(skips.back());
    skips.pop_back();
    for (std::size_t t = 0; t + 1 < config.stages(); ++t) {
        x = blocks.decoderStep(x, skips, t);
        logits.insert(logits.begin(), blocks.head(x, t));
    }
    return logits;
}

at::Tensor segmentPatch(const SegmentationConfig& config, const ParameterMap& parameters,
                        const at::Tensor& image)
{
    return decodePatch(config, parameters, encodePatch(config, parameters, image));
}

} // namespace fovea
