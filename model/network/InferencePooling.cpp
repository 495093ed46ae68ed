#include "model/network/InferencePooling.h"

#include "model/network/regionKeys.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>

#include <cmath>
#include <cstddef>
#include <string>

namespace fovea {

InferencePooling::InferencePooling(const NetworkConfig& config, const ParameterMap& parameters)
    : m_poolingHeads(config.poolingHeads)
{
    const auto get = [&](const std::string& name) {
        return parameter(parameters, name).to(at::kFloat);
    };
    const std::int64_t hidden = config.hidden;
    const std::int64_t size = hidden / m_poolingHeads;
    // In fp64, so that the products made here round only once.
    const at::Tensor weight = get("attention.in_proj_weight").to(at::kDouble);
    const at::Tensor bias = get("attention.in_proj_bias").to(at::kDouble);
    const at::Tensor keyWeight =
        weight.slice(0, hidden, 2 * hidden).reshape({m_poolingHeads, size, hidden});
    const at::Tensor queryTokens = get("query_tokens").to(at::kDouble);
    const double scale = 1.0 / std::sqrt(static_cast<double>(size));
    for (std::int64_t anatomy = 0; anatomy < queryTokens.size(0); ++anatomy) {
        const at::Tensor query = at::linear(queryTokens.slice(0, anatomy, anatomy + 1),
                                            weight.slice(0, 0, hidden), bias.slice(0, 0, hidden))
                                     .reshape({m_poolingHeads, 1, size});
        // The key's bias adds the same to every score of a head, which softmax ignores.
        m_queries.push_back((at::matmul(query, keyWeight) * scale).squeeze(1).to(at::kFloat));
        const std::string name = "vision_projs." + std::to_string(anatomy);
        m_projections.push_back({get(name + ".weight"), get(name + ".bias"),
                                 StatisticsMap::of(config, parameters, anatomy)});
    }
    m_valueWeight = weight.slice(0, 2 * hidden, 3 * hidden)
                        .reshape({m_poolingHeads, size, hidden})
                        .to(at::kFloat)
                        .contiguous();
    m_valueBias =
        bias.slice(0, 2 * hidden, 3 * hidden).reshape({m_poolingHeads, size}).to(at::kFloat);
    m_outWeight = get("attention.out_proj.weight");
    m_outBias = get("attention.out_proj.bias");
}

PooledRegion InferencePooling::pool(const ImageFeatures& features, std::int64_t sample,
                                    int anatomyIndex, std::span<const std::int64_t> tokens) const
{
    const auto count = static_cast<std::int64_t>(tokens.size());
    const at::Tensor keys = regionKeys(features, sample, tokens);

    const auto anatomy = static_cast<std::size_t>(anatomyIndex);
    const at::Tensor weights = at::softmax(at::matmul(m_queries[anatomy], keys.t()), -1);
    const at::Tensor average = at::matmul(weights, keys); // [heads, hidden]
    const at::Tensor mixed =
        at::matmul(m_valueWeight, average.unsqueeze(2)).squeeze(2) + m_valueBias;
    const at::Tensor pooled = at::linear(mixed.reshape({1, -1}), m_outWeight, m_outBias);

    const Head& head = m_projections[anatomy];
    at::Tensor vector = at::linear(pooled, head.weight, head.bias);
    if (head.statistics.defined())
        vector = vector + head.statistics(regionStatistics(
                              statisticsOfTokens(features, sample, anatomyIndex, tokens)));
    PooledRegion region;
    region.vector = unitVectors(vector).squeeze(0);
    region.attention =
        weights.mean(0).reshape({static_cast<std::int64_t>(features.levels.size()), count}).sum(0);
    return region;
}

} // namespace fovea
