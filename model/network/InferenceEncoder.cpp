#include "model/network/InferenceEncoder.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <ATen/ops/softmax.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace fovea {

InferenceEncoder::InferenceEncoder(const NetworkConfig& config, const ParameterMap& parameters,
                                   Precision precision)
    : m_config(config)
    , m_precision(precision)
{
    const auto get = [&](const std::string& name) {
        return parameter(parameters, "visual_encoder." + name).to(at::kFloat);
    };
    const auto norm = [&](const std::string& name) {
        return Norm{get(name + ".weight"), get(name + ".bias")};
    };
    const auto linear = [&](const std::string& name) {
        return PackedLinear(get(name + ".weight"), get(name + ".bias"), precision,
                            config.gridTokens());
    };
    const std::string patches = "patch_embedding.patch_embeddings";
    m_patches = PackedLinear(get(patches + ".weight").reshape({config.hidden, -1}),
                             get(patches + ".bias"), Precision::Float32, config.gridTokens());
    m_positions = get("patch_embedding.position_embeddings");
    const double scale = 1.0 / std::sqrt(static_cast<double>(config.hidden / config.heads));
    for (int layer = 0; layer < config.layers; ++layer) {
        const std::string block = "blocks." + std::to_string(layer);
        const auto scaled = [&](const at::Tensor& rows) {
            return at::cat({rows.slice(0, 0, config.hidden) * scale, rows.slice(0, config.hidden)});
        };
        m_blocks.push_back(
            {norm(block + ".norm1"),
             PackedLinear(scaled(get(block + ".attn.qkv.weight")),
                          scaled(get(block + ".attn.qkv.bias")), precision, config.gridTokens()),
             linear(block + ".attn.out_proj"), norm(block + ".norm2"),
             linear(block + ".mlp.linear1"), linear(block + ".mlp.linear2")});
    }
    m_last = norm("norm");
}

ImageFeatures InferenceEncoder::encode(const at::Tensor& image,
                                       const std::function<bool()>& cancelled) const
{
    using Activation = PackedLinear::Activation;
    const std::int64_t batch = image.size(0);
    const at::ScalarType type = scalarType(m_precision);
    ImageFeatures features;
    for (int axis = 0; axis < 3; ++axis)
        features.grid[axis] = static_cast<int>(image.size(axis + 2)) / m_config.patch[axis];
    const auto level = [&](const at::Tensor& x) {
        features.levels.push_back(x.reshape({batch, -1, m_config.hidden}));
    };

    at::Tensor x = embedPatches(image, features.grid); // [batch * tokens, hidden], fp32
    for (int layer = 0; layer < m_config.layers; ++layer) {
        if (cancelled()) {
            features.levels.clear();
            return features;
        }
        const Block& block = m_blocks[static_cast<std::size_t>(layer)];
        const at::Tensor qkv = block.qkv(normed(x, block.before).to(type));
        x = x + block.out(attend(qkv, batch));
        const at::Tensor inner = block.expand(normed(x, block.between).to(type), Activation::Gelu);
        x = x + block.contract(inner);
        if (std::ranges::binary_search(m_config.levels, layer))
            level(x);
    }
    level(normed(x, m_last));
    return features;
}

at::Tensor InferenceEncoder::normed(const at::Tensor& x, const Norm& norm) const
{
    return at::layer_norm(x, {m_config.hidden}, norm.weight, norm.bias, m_config.layerNormEps);
}

at::Tensor InferenceEncoder::embedPatches(const at::Tensor& image,
                                          const std::array<int, 3>& grid) const
{
    const at::Tensor embedded = m_patches(patchRows(m_config, image, grid));
    const at::Tensor positions = positionsFor(m_config, m_positions, grid);
    return (embedded.reshape({image.size(0), -1, m_config.hidden}) + positions)
        .reshape({-1, m_config.hidden});
}

at::Tensor InferenceEncoder::attend(const at::Tensor& qkv, std::int64_t batch) const
{
    const bool slowAttention = qkv.device().is_cpu() && m_precision != Precision::Float32;
    if (slowAttention && batch == 1)
        return attendByHead(qkv);
    const std::int64_t hidden = m_config.hidden;
    if (slowAttention) {
        const at::Tensor samples = qkv.reshape({batch, -1, 3 * hidden});
        std::vector<at::Tensor> rows;
        for (std::int64_t sample = 0; sample < batch; ++sample)
            rows.push_back(attendByHead(samples[sample]));
        return at::cat(rows);
    }
    const at::Tensor parts = qkv.reshape({batch, -1, 3, m_config.heads, hidden / m_config.heads})
                                 .permute({2, 0, 3, 1, 4});
    return at::scaled_dot_product_attention(parts[0], parts[1], parts[2], {}, 0.0, false, 1.0)
        .transpose(1, 2)
        .reshape({-1, hidden});
}

at::Tensor InferenceEncoder::attendByHead(const at::Tensor& qkv) const
{
    const std::int64_t hidden = m_config.hidden;
    const std::int64_t size = hidden / m_config.heads;
    const at::Tensor out = at::empty({qkv.size(0), hidden}, qkv.options());
    // One head's scores stay in the cache, and no thread waits for another.
    at::parallel_for(0, m_config.heads, 1, [&](std::int64_t first, std::int64_t last) {
        const c10::InferenceMode inference; // is the thread's own
        for (std::int64_t head = first; head < last; ++head) {
            const auto part = [&](std::int64_t which) {
                const std::int64_t from = which * hidden + head * size;
                return qkv.slice(1, from, from + size);
            };
            const at::Tensor weights = at::softmax(at::mm(part(0), part(1).t()), -1);
            out.slice(1, head * size, (head + 1) * size).copy_(at::mm(weights, part(2)));
        }
    });
    return out;
}

} // namespace fovea
