#pragma once

#include "model/segment/SegmentationConfig.h"

#include <ATen/core/Tensor.h>

#include <string>
#include <utility>
#include <vector>

namespace fovea {

/// How nnU-Net's networks go from one operation to the next (dynamic_network_architectures:
/// PlainConvUNet and ResidualEncoderUNet with BasicBlockD blocks), whoever computes these:
/// `Operations` has
///
/// - block(x, name, kernel, stride): convolution, norm and activation;
/// - linearBlock(): without the activation;
/// - pooled(x, stride), hasProjection(name), projection(x, name): a shortcut's parts;
/// - activatedSum(y, skip);
/// - up(x, name, stride): a transposed convolution;
/// - join(x, skip): channels one after the other.
template <typename Operations> class UNetWalk {
public:
    UNetWalk(const SegmentationConfig& config, const Operations& operations)
        : m_config(config)
        , m_operations(operations)
    {
    }

    /// What the encoder hands to the decoder, from full resolution down.
    std::vector<at::Tensor> encode(at::Tensor x) const
    {
        std::vector<at::Tensor> skips;
        const bool plain = m_config.architecture == SegmentationConfig::Architecture::PlainConvUNet;
        if (!plain)
            x = row(x, "encoder.stem", 1, m_config.kernels[0], one);
        for (std::size_t s = 0; s < m_config.stages(); ++s) {
            const std::string stage = "encoder.stages." + std::to_string(s);
            if (plain) {
                x = row(x, stage + ".0", m_config.encoder[s], m_config.kernels[s],
                        m_config.strides[s]);
            } else {
                for (int b = 0; b < m_config.encoder[s]; ++b)
                    x = residualBlock(x, stage + ".blocks." + std::to_string(b),
                                      m_config.kernels[s], b == 0 ? m_config.strides[s] : one);
            }
            skips.push_back(x);
        }
        return skips;
    }

    /// Features at full resolution; `each` hears the features of every step, deepest first. Takes
    /// the skips, to free each when it is done with.
    template <typename Each>
    at::Tensor decode(std::vector<at::Tensor> skips, const Each& each) const
    {
        at::Tensor x = std::move(skips.back());
        skips.pop_back();
        for (std::size_t t = 0; t + 1 < m_config.stages(); ++t) {
            const std::size_t stage = m_config.stages() - 2 - t;
            const std::string number = std::to_string(t);
            x = m_operations.up(x, "decoder.transpconvs." + number, m_config.strides[stage + 1]);
            x = m_operations.join(x, skips.back());
            skips.pop_back();
            x = row(x, "decoder.stages." + number, m_config.decoder[t], m_config.kernels[stage],
                    one);
            each(t, x);
        }
        return x;
    }

private:
    static constexpr Index3 one{1, 1, 1};

    /// `count` blocks in a row, of which the first has the stride.
    at::Tensor row(at::Tensor x, const std::string& name, int count, const Index3& kernel,
                   const Index3& stride) const
    {
        for (int i = 0; i < count; ++i)
            x = m_operations.block(x, name + ".convs." + std::to_string(i), kernel,
                                   i == 0 ? stride : one);
        return x;
    }

    at::Tensor residualBlock(const at::Tensor& x, const std::string& name, const Index3& kernel,
                             const Index3& stride) const
    {
        at::Tensor skip = x;
        const bool strided = stride != one;
        if (strided)
            skip = m_operations.pooled(skip, stride);
        const std::string projection = name + (strided ? ".skip.1" : ".skip.0");
        if (m_operations.hasProjection(projection))
            skip = m_operations.projection(skip, projection);
        const at::Tensor y = m_operations.block(x, name + ".conv1", kernel, stride);
        return m_operations.activatedSum(m_operations.linearBlock(y, name + ".conv2", kernel, one),
                                         skip);
    }

    const SegmentationConfig& m_config;
    const Operations& m_operations;
};

} // namespace fovea
