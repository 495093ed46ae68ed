#include "model/network/ImageEncoder.h"

#include "model/network/PatchEmbedding.h"
#include "model/network/attentionMask.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <ATen/ops/upsample_trilinear3d.h>

#include <algorithm>
#include <optional>
#include <string>

namespace fovea {
namespace {

class Encoder {
public:
    Encoder(const NetworkConfig& config, const ParameterMap& parameters)
        : m_config(config)
        , m_parameters(parameters)
    {
    }

    ImageFeatures run(const at::Tensor& image) const
    {
        ImageFeatures features;
        for (int axis = 0; axis < 3; ++axis)
            features.grid[axis] = static_cast<int>(image.size(axis + 2)) / m_config.patch[axis];

        const PatchInputs in = patchInputs(m_config, m_parameters, image, features.grid);
        features.statistics = in.ofAnatomies;
        at::Tensor x =
            embedPatches(m_parameters, in).reshape({image.size(0), -1, m_config.hidden}) +
            positionsFor(
                m_config,
                parameter(m_parameters, "visual_encoder.patch_embedding.position_embeddings"),
                features.grid);
        const std::optional<at::Tensor> mask = attentionMask(m_config, features.grid, x.options());
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
        return at::linear(x, parameter(m_parameters, name + ".weight"),
                          parameter(m_parameters, name + ".bias"));
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
        const at::Tensor qkv =
            linear(x, name + ".qkv")
                .reshape({batch, tokens, 3, m_config.heads, m_config.hidden / m_config.heads})
                .permute({2, 0, 3, 1, 4});
        const at::Tensor attended = at::scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], mask);
        return linear(attended.transpose(1, 2).reshape({batch, tokens, m_config.hidden}),
                      name + ".out_proj");
    }

    at::Tensor feedForward(const at::Tensor& x, const std::string& name) const
    {
        return linear(at::gelu(linear(x, name + ".linear1")), name + ".linear2");
    }

    const NetworkConfig& m_config;
    const ParameterMap& m_parameters;
};

} // namespace

at::Tensor positionsFor(const NetworkConfig& config, const at::Tensor& stored,
                        const std::array<int, 3>& grid)
{
    if (grid == config.grid)
        return stored;
    const at::Tensor field =
        stored.reshape({1, config.grid[0], config.grid[1], config.grid[2], config.hidden})
            .permute({0, 4, 1, 2, 3});
    return at::upsample_trilinear3d(field, {grid[0], grid[1], grid[2]}, /*align_corners=*/false)
        .permute({0, 2, 3, 4, 1})
        .reshape({1, grid[0] * grid[1] * grid[2], config.hidden});
}

ImageFeatures encodeImage(const NetworkConfig& config, const ParameterMap& parameters,
                          const at::Tensor& image)
{
    return Encoder(config, parameters).run(image);
}

} // namespace fovea
