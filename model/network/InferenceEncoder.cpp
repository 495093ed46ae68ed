#include "model/network/InferenceEncoder.h"

#include "model/network/PatchEmbedding.h"
#include "model/network/attentionMask.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
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
    m_patches = PackedLinear(patchMatrix(get(patches + ".weight")), get(patches + ".bias"),
                             Precision::Float32, config.gridTokens());
    for (const auto& [name, tensor] : parameters) {
        if (name.starts_with("visual_encoder.stem."))
            m_stem.emplace(name, tensor.to(at::kFloat));
    }
    m_positions = get("patch_embedding.position_embeddings");
    const double scale = 1.0 / std::sqrt(static_cast<double>(config.hidden / config.heads));
    for (int layer = 0; layer < config.layers; ++layer) {
        const std::string block = "blocks." + std::to_string(layer);
        const auto scaled = [&](const at::Tensor& rows) {
            return at::cat({rows.slice(0, 0, config.hidden) * scale, rows.slice(0, config.hidden)});
        };
        const at::Tensor weight = scaled(get(block + ".attn.qkv.weight"));
        const at::Tensor bias = scaled(get(block + ".attn.qkv.bias"));
        const auto rows = [&](std::int64_t from, std::int64_t to) {
            return PackedLinear(weight.slice(0, from * config.hidden, to * config.hidden),
                                bias.slice(0, from * config.hidden, to * config.hidden), precision,
                                config.gridTokens());
        };
        Block made;
        made.before = norm(block + ".norm1");
        if (layer + 1 < config.layers) {
            made.qkv = rows(0, 3);
        } else {
            made.query = rows(0, 1);
            made.keyValue = rows(1, 3);
        }
        made.out = linear(block + ".attn.out_proj");
        made.between = norm(block + ".norm2");
        made.expand = linear(block + ".mlp.linear1");
        made.contract = linear(block + ".mlp.linear2");
        m_blocks.push_back(std::move(made));
    }
    m_last = norm("norm");
}

ImageFeatures InferenceEncoder::encode(const at::Tensor& image,
                                       const std::function<bool()>& cancelled,
                                       std::span<const std::int64_t> wanted) const
{
    const std::int64_t batch = image.size(0);
    const int last = m_config.layers - 1;
    const bool lastIsLevel = std::ranges::binary_search(m_config.levels, last);
    ImageFeatures features;
    for (int axis = 0; axis < 3; ++axis)
        features.grid[axis] = static_cast<int>(image.size(axis + 2)) / m_config.patch[axis];
    const auto level = [&](const at::Tensor& x) {
        features.levels.push_back(x.reshape({batch, -1, m_config.hidden}));
    };
    if (batch == 1 && !lastIsLevel)
        features.lastTokens.assign(wanted.begin(), wanted.end());

    at::Tensor x = embedPatches(image, features); // [batch * tokens, hidden], fp32
    const Mask mask =
        attentionMask(m_config, features.grid, x.options().dtype(scalarType(m_precision)));
    for (int layer = 0; layer <= last; ++layer) {
        if (cancelled()) {
            features.levels.clear();
            return features;
        }
        x = layer < last ? runBlock(m_blocks[static_cast<std::size_t>(layer)], x, batch, mask)
                         : runLastBlock(x, batch, mask, features.lastTokens);
        if (std::ranges::binary_search(m_config.levels, layer))
            level(x);
    }
    level(normed(x, m_last));
    return features;
}

at::Tensor InferenceEncoder::runBlock(const Block& block, const at::Tensor& x, std::int64_t batch,
                                      const Mask& mask) const
{
    const std::int64_t hidden = m_config.hidden;
    const at::Tensor qkv = block.qkv(normed(x, block.before).to(scalarType(m_precision)));
    const at::Tensor attended = attend(qkv.slice(1, 0, hidden), qkv.slice(1, hidden, 2 * hidden),
                                       qkv.slice(1, 2 * hidden), mask, batch);
    return feedForward(block, x + block.out(attended));
}

at::Tensor InferenceEncoder::runLastBlock(const at::Tensor& x, std::int64_t batch, const Mask& mask,
                                          std::span<const std::int64_t> wanted) const
{
    const Block& block = m_blocks.back();
    const at::Tensor keys = normed(x, block.before).to(scalarType(m_precision));
    const at::Tensor keyValue = block.keyValue(keys);
    at::Tensor kept = x;
    at::Tensor queries = keys;
    Mask queryMask = mask;
    if (!wanted.empty()) {
        at::Tensor index = at::empty({static_cast<std::int64_t>(wanted.size())}, at::kLong);
        std::ranges::copy(wanted, index.mutable_data_ptr<std::int64_t>());
        index = index.to(x.device());
        kept = x.index_select(0, index);
        queries = keys.index_select(0, index);
        if (mask)
            queryMask = mask->index_select(0, index);
    }
    const at::Tensor attended = attend(block.query(queries), keyValue.slice(1, 0, m_config.hidden),
                                       keyValue.slice(1, m_config.hidden), queryMask, batch);
    return feedForward(block, kept + block.out(attended));
}

at::Tensor InferenceEncoder::feedForward(const Block& block, const at::Tensor& x) const
{
    const at::Tensor inner = block.expand(normed(x, block.between).to(scalarType(m_precision)),
                                          PackedLinear::Activation::Gelu);
    return x + block.contract(inner);
}

at::Tensor InferenceEncoder::normed(const at::Tensor& x, const Norm& norm) const
{
    return at::layer_norm(x, {m_config.hidden}, norm.weight, norm.bias, m_config.layerNormEps);
}

at::Tensor InferenceEncoder::embedPatches(const at::Tensor& image, ImageFeatures& features) const
{
    const PatchInputs in = patchInputs(m_config, m_stem, image, features.grid);
    features.statistics = in.ofAnatomies;
    at::Tensor embedded = m_patches(in.patches);
    if (in.peaks.defined())
        embedded =
            embedded + at::linear(in.peaks, parameter(m_stem, "visual_encoder.stem.peaks.weight"));
    const at::Tensor positions = positionsFor(m_config, m_positions, features.grid);
    return (embedded.reshape({image.size(0), -1, m_config.hidden}) + positions)
        .reshape({-1, m_config.hidden});
}

at::Tensor InferenceEncoder::attend(const at::Tensor& query, const at::Tensor& key,
                                    const at::Tensor& value, const Mask& mask,
                                    std::int64_t batch) const
{
    const bool slowAttention = query.device().is_cpu() && m_precision != Precision::Float32;
    if (slowAttention) {
        const std::int64_t queries = query.size(0) / batch;
        const std::int64_t tokens = key.size(0) / batch;
        std::vector<at::Tensor> rows;
        for (std::int64_t sample = 0; sample < batch; ++sample)
            rows.push_back(attendByHead(query.narrow(0, sample * queries, queries),
                                        key.narrow(0, sample * tokens, tokens),
                                        value.narrow(0, sample * tokens, tokens), mask));
        return batch == 1 ? rows.front() : at::cat(rows);
    }
    const auto heads = [&](const at::Tensor& x) {
        return x.reshape({batch, -1, m_config.heads, m_config.hidden / m_config.heads})
            .transpose(1, 2);
    };
    return at::scaled_dot_product_attention(heads(query), heads(key), heads(value), mask, 0.0,
                                            false, 1.0)
        .transpose(1, 2)
        .reshape({-1, m_config.hidden});
}

at::Tensor InferenceEncoder::attendByHead(const at::Tensor& query, const at::Tensor& key,
                                          const at::Tensor& value, const Mask& mask) const
{
    const std::int64_t size = m_config.hidden / m_config.heads;
    const at::Tensor out = at::empty({query.size(0), m_config.hidden}, query.options());
    // One head's scores stay in the cache, and no thread waits for another.
    at::parallel_for(0, m_config.heads, 1, [&](std::int64_t first, std::int64_t last) {
        const c10::InferenceMode inference; // is the thread's own
        for (std::int64_t head = first; head < last; ++head) {
            const auto part = [&](const at::Tensor& x) { return x.narrow(1, head * size, size); };
            at::Tensor scores = at::mm(part(query), part(key).t());
            if (mask)
                scores.add_(*mask);
            const at::Tensor weights = at::softmax(scores, -1);
            part(out).copy_(at::mm(weights, part(value)));
        }
    });
    return out;
}

} // namespace fovea
