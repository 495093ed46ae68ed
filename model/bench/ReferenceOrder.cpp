#include "model/bench/ReferenceOrder.h"

#include "model/network/PatchEmbedding.h"
#include "model/network/attentionMask.h"
#include "model/network/markInside.h"
#include "model/preprocess/RegionWindow.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace fovea {

std::vector<at::Tensor> ReferenceOrder::embed(const PreparedStudy& prepared,
                                              const PreprocessSettings& settings) const
{
    PreparedStudy marked;
    if (m_network.config().anatomyChannel) {
        marked = prepared;
        markInside(marked.image, marked.labels);
    }
    const PreparedStudy& study = marked.image.empty() ? prepared : marked;
    const Index3 patch = m_network.config().patch;
    std::vector<at::Tensor> vectors;
    for (const PreparedRegion& region : study.regions) {
        const RegionWindow window = regionWindow(study, region, settings, patch);
        std::vector<float> crop = cutImage(study, window);
        const ImageFeatures features = encode(at::from_blob(
            crop.data(), {1, 1, window.padded[0], window.padded[1], window.padded[2]}, at::kFloat));
        const std::vector<std::int64_t> tokens =
            regionTokens(study, window, region.anatomyIndex, patch);
        vectors.push_back(m_network.pool(features, 0, region.anatomyIndex, tokens).vector);
    }
    return vectors;
}

at::Tensor ReferenceOrder::textVectors(const std::vector<std::vector<std::int64_t>>& ids) const
{
    const NetworkConfig& config = m_network.config();
    const std::int64_t length = std::min(384, config.maxPositions);
    const auto rows = static_cast<std::int64_t>(ids.size());
    at::Tensor padded = at::zeros({rows, length}, at::kLong);
    at::Tensor mask = at::zeros({rows, length}, at::kFloat);
    for (std::size_t row = 0; row < ids.size(); ++row) {
        const auto offset = static_cast<std::int64_t>(row) * length;
        std::ranges::copy(ids[row], padded.mutable_data_ptr<std::int64_t>() + offset);
        std::fill_n(mask.mutable_data_ptr<float>() + offset, ids[row].size(), 1.0F);
    }
    const at::Tensor cls = encodeText(config, m_network.parameters(), padded, mask);
    return unitVectors(linear(cls, "text_proj"));
}

ImageFeatures ReferenceOrder::encode(const at::Tensor& image) const
{
    const NetworkConfig& config = m_network.config();
    const ParameterMap& parameters = m_network.parameters();
    ImageFeatures features;
    for (int axis = 0; axis < 3; ++axis)
        features.grid[axis] = static_cast<int>(image.size(axis + 2)) / config.patch[axis];
    const std::string embedding = "visual_encoder.patch_embedding.";
    PatchInputs in;
    if (!config.stem.empty())
        in = patchInputs(config, parameters, image, features.grid);
    features.statistics = in.ofAnatomies;
    // The released network has no stem.
    at::Tensor x =
        config.stem.empty()
            ? at::conv3d(image, parameter(parameters, embedding + "patch_embeddings.weight"),
                         parameter(parameters, embedding + "patch_embeddings.bias"),
                         {config.patch[0], config.patch[1], config.patch[2]})
                  .flatten(2)
                  .transpose(1, 2)
            : embedPatches(parameters, in).unsqueeze(0);
    x = x + positionsFor(config, parameter(parameters, embedding + "position_embeddings"),
                         features.grid);
    const std::optional<at::Tensor> mask = attentionMask(config, features.grid, x.options());
    for (int layer = 0; layer < config.layers; ++layer) {
        const std::string block = "visual_encoder.blocks." + std::to_string(layer);
        x = x + attend(layerNorm(x, block + ".norm1"), block + ".attn", mask);
        const at::Tensor inner =
            at::gelu(linear(layerNorm(x, block + ".norm2"), block + ".mlp.linear1"));
        x = x + linear(inner, block + ".mlp.linear2");
        if (std::ranges::binary_search(config.levels, layer))
            features.levels.push_back(x);
    }
    features.levels.push_back(layerNorm(x, "visual_encoder.norm"));
    return features;
}

at::Tensor ReferenceOrder::attend(const at::Tensor& x, const std::string& name,
                                  const std::optional<at::Tensor>& mask) const
{
    const NetworkConfig& config = m_network.config();
    const std::int64_t tokens = x.size(1);
    const std::int64_t size = config.hidden / config.heads;
    const at::Tensor qkv = linear(x, name + ".qkv")
                               .reshape({1, tokens, 3, config.heads, size})
                               .permute({2, 0, 3, 1, 4});
    const double scale = 1.0 / std::sqrt(static_cast<double>(size));
    at::Tensor scores = at::matmul(qkv[0], qkv[1].transpose(-1, -2)) * scale;
    if (mask)
        scores.add_(*mask);
    const at::Tensor weights = at::softmax(scores, -1);
    const at::Tensor mixed =
        at::matmul(weights, qkv[2]).transpose(1, 2).reshape({1, tokens, config.hidden});
    return linear(mixed, name + ".out_proj");
}

at::Tensor ReferenceOrder::linear(const at::Tensor& x, const std::string& name) const
{
    return at::linear(x, parameter(m_network.parameters(), name + ".weight"),
                      parameter(m_network.parameters(), name + ".bias"));
}

at::Tensor ReferenceOrder::layerNorm(const at::Tensor& x, const std::string& name) const
{
    const NetworkConfig& config = m_network.config();
    return at::layer_norm(x, {config.hidden}, parameter(m_network.parameters(), name + ".weight"),
                          parameter(m_network.parameters(), name + ".bias"), config.layerNormEps);
}

} // namespace fovea
