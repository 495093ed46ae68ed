#include "model/training/TrainingEncoder.h"

#include "model/network/PatchEmbedding.h"
#include "model/network/attentionMask.h"
#include "model/training/TrainingAttention.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>

#include <algorithm>
#include <optional>
#include <string>

namespace fovea {

namespace {

class Encoder {
public:
    Encoder(const NetworkConfig& config, const ParameterMap& parameters,
            const EncoderArithmetic& arithmetic)
        : m_config(config)
        , m_parameters(parameters)
        , m_arithmetic(arithmetic)
        , m_type(arithmetic.precision == Precision::BFloat16 ? at::kBFloat16 : at::kFloat)
    {
    }

    ImageFeatures run(const at::Tensor& image) const
    {
        ImageFeatures features;
        for (std::size_t axis = 0; axis < 3; ++axis)
            features.grid[axis] =
                static_cast<int>(image.size(static_cast<std::int64_t>(axis) + 2)) /
                m_config.patch[axis];
        const PatchInputs in = patchInputs(m_config, m_parameters, image, features.grid);
        features.statistics = in.ofAnatomies;
        at::Tensor x =
            dropped(embedPatches(m_parameters, in).reshape({image.size(0), -1, m_config.hidden}) +
                    positionsFor(m_config,
                                 parameter(m_parameters,
                                           "visual_encoder.patch_embedding.position_embeddings"),
                                 features.grid));
        const std::optional<at::Tensor> mask =
            attentionMask(m_config, features.grid, image.options().dtype(m_type));
        for (int layer = 0; layer < m_config.layers; ++layer) {
            const std::string block = "visual_encoder.blocks." + std::to_string(layer);
            x = x + attend(layerNorm(x, block + ".norm1"), block + ".attn", mask);
            x = x + feedForward(layerNorm(x, block + ".norm2"), block + ".mlp");
            if (std::ranges::binary_search(m_config.levels, layer))
                features.levels.push_back(x);
        }
        features.levels.push_back(layerNorm(x, "visual_encoder.norm"));
        return features;
    }

private:
    at::Tensor linear(const at::Tensor& x, const std::string& name) const
    {
        return at::linear(x.to(m_type), parameter(m_parameters, name + ".weight").to(m_type),
                          parameter(m_parameters, name + ".bias").to(m_type));
    }

    at::Tensor dropped(const at::Tensor& x) const
    {
        if (m_arithmetic.dropout <= 0)
            return x;
        at::Tensor kept = at::empty_like(x);
        kept.bernoulli_(1 - m_arithmetic.dropout, m_arithmetic.generator);
        return x * kept.div_(1 - m_arithmetic.dropout);
    }

    at::Tensor layerNorm(const at::Tensor& x, const std::string& name) const
    {
        return at::layer_norm(x, {m_config.hidden}, parameter(m_parameters, name + ".weight"),
                              parameter(m_parameters, name + ".bias"), m_config.layerNormEps);
    }

    at::Tensor attend(const at::Tensor& x, const std::string& name,
                      const std::optional<at::Tensor>& mask) const
    {
        const std::int64_t batch = x.size(0);
        const std::int64_t tokens = x.size(1);
        const at::Tensor heads =
            linear(x, name + ".qkv")
                .reshape({batch, tokens, 3, m_config.heads, m_config.hidden / m_config.heads})
                .permute({2, 0, 3, 1, 4})
                .contiguous();
        const at::Tensor attended = trainingAttention(heads, mask)
                                        .transpose(1, 2)
                                        .reshape({batch, tokens, m_config.hidden});
        return dropped(linear(attended, name + ".out_proj"));
    }

    at::Tensor feedForward(const at::Tensor& x, const std::string& name) const
    {
        return dropped(linear(dropped(at::gelu(linear(x, name + ".linear1"))), name + ".linear2"));
    }

    const NetworkConfig& m_config;
    const ParameterMap& m_parameters;
    const EncoderArithmetic& m_arithmetic;
    at::ScalarType m_type;
};

} // namespace

ImageFeatures encodeForTraining(const NetworkConfig& config, const ParameterMap& parameters,
                                const at::Tensor& image, const EncoderArithmetic& arithmetic)
{
    return Encoder(config, parameters, arithmetic).run(image);
}

} // namespace fovea
