#include "model/segment/PackedUNet.h"

#include "model/segment/UNetWalk.h"
#include "model/segment/normalizeChannels.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/avg_pool3d.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv_transpose3d.h>
#include <ATen/ops/leaky_relu.h>

#include <optional>
#include <set>
#include <string_view>

namespace fovea {
namespace {

constexpr std::string_view weightSuffix = ".conv.weight";

/// As LibTorch wants it: [1, channels, D, H, W] in the same memory.
at::Tensor channelsFirst(const at::Tensor& image)
{
    return image.permute({3, 0, 1, 2}).unsqueeze(0);
}

at::Tensor channelsLast(const at::Tensor& image)
{
    return image.squeeze(0).permute({1, 2, 3, 0}).contiguous();
}

/// Blocks whose convolution has a stage's stride.
std::map<std::string, Index3> stridedBlocks(const SegmentationConfig& config)
{
    std::map<std::string, Index3> strided;
    for (std::size_t s = 0; s < config.stages(); ++s) {
        const std::string stage = "encoder.stages." + std::to_string(s);
        strided[stage + ".0.convs.0"] = config.strides[s];
        strided[stage + ".blocks.0.conv1"] = config.strides[s];
    }
    return strided;
}

} // namespace

class PackedUNet::Operations {
public:
    explicit Operations(const PackedUNet& network)
        : m_network(network)
    {
    }

    at::Tensor block(const at::Tensor& x, const std::string& name, const Index3&,
                     const Index3&) const
    {
        return normalized(m_network.m_convolutions.find(name)->second(x), name, slope());
    }

    at::Tensor linearBlock(const at::Tensor& x, const std::string& name, const Index3&,
                           const Index3&) const
    {
        return normalized(m_network.m_convolutions.find(name)->second(x), name, 1.0);
    }

    at::Tensor pooled(const at::Tensor& x, const Index3& stride) const
    {
        const std::array<std::int64_t, 3> sides{stride[0], stride[1], stride[2]};
        return channelsLast(at::avg_pool3d(channelsFirst(x), sides, sides));
    }

    bool hasProjection(const std::string& name) const
    {
        return m_network.m_convolutions.contains(name);
    }

    at::Tensor projection(const at::Tensor& x, const std::string& name) const
    {
        return linearBlock(x, name, {}, {});
    }

    at::Tensor activatedSum(at::Tensor y, const at::Tensor& skip) const
    {
        y.add_(skip);
        return at::leaky_relu_(y, slope());
    }

    at::Tensor up(const at::Tensor& x, const std::string& name, const Index3& stride) const
    {
        const auto bias = m_network.m_config.convolutionBias
                              ? std::optional(parameter(m_network.m_parameters, name + ".bias"))
                              : std::nullopt;
        return channelsLast(at::conv_transpose3d(
            channelsFirst(x), parameter(m_network.m_parameters, name + ".weight"), bias,
            {stride[0], stride[1], stride[2]}));
    }

    at::Tensor join(const at::Tensor& x, const at::Tensor& skip) const
    {
        return at::cat({x, skip}, 3);
    }

private:
    double slope() const { return m_network.m_config.negativeSlope; }

    at::Tensor normalized(at::Tensor x, const std::string& name, double slope) const
    {
        normalizeChannels(x, parameter(m_network.m_parameters, name + ".norm.weight"),
                          parameter(m_network.m_parameters, name + ".norm.bias"),
                          m_network.m_config.normEps, slope);
        return x;
    }

    const PackedUNet& m_network;
};

PackedUNet::PackedUNet(const SegmentationConfig& config, const ParameterMap& parameters)
    : m_config(config)
{
    const std::map<std::string, Index3> strided = stridedBlocks(config);
    for (const auto& [name, tensor] : parameters) {
        if (name.ends_with(weightSuffix)) {
            std::string block = name.substr(0, name.size() - weightSuffix.size());
            const auto stride = strided.find(block);
            m_convolutions.emplace(std::move(block),
                                   PackedConvolution(tensor, stride == strided.end()
                                                                 ? Index3{1, 1, 1}
                                                                 : stride->second));
        } else if (name.starts_with("decoder.transpconvs.") && name.ends_with(".weight")) {
            m_parameters.emplace(name, tensor.contiguous(at::MemoryFormat::ChannelsLast3d));
        } else {
            m_parameters.emplace(name, tensor);
        }
    }
    const std::string head = "decoder.seg_layers." + std::to_string(config.stages() - 2);
    m_headWeight = parameter(parameters, head + ".weight")
                       .reshape({config.classes, config.features.front()})
                       .t()
                       .contiguous();
    m_headBias = parameter(parameters, head + ".bias");
}

at::Tensor PackedUNet::features(const at::Tensor& patch) const
{
    const Operations operations(*this);
    const UNetWalk walk(m_config, operations);
    return walk.decode(walk.encode(patch.contiguous().unsqueeze(3)),
                       [](std::size_t, const at::Tensor&) {});
}

} // namespace fovea
