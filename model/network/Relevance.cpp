#include "model/network/Relevance.h"

#include "model/network/regionKeys.h"
#include "model/network/regionStatistics.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/dot.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/mv.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

namespace fovea {
namespace {

/// The parameters that turn features into a vector, for one anatomy, fp32.
struct PoolingParameters {
    at::Tensor query;  ///< [heads, hidden]: scores = keys · queryᵀ, scale included.
    at::Tensor value;  ///< [heads, size, hidden]
    at::Tensor biases; ///< [hidden], of the values
    at::Tensor out;
    at::Tensor outBias;
    at::Tensor projection;
    at::Tensor projectionBias;
    StatisticsMap statistics;
};

PoolingParameters poolingParameters(const NetworkConfig& config, const ParameterMap& parameters,
                                    int anatomyIndex)
{
    const auto get = [&](const std::string& name) {
        return parameter(parameters, name).to(at::kFloat);
    };
    const std::int64_t hidden = config.hidden;
    const std::int64_t heads = config.poolingHeads;
    const std::int64_t size = hidden / heads;
    const at::Tensor weight = get("attention.in_proj_weight");
    const at::Tensor bias = get("attention.in_proj_bias");
    const at::Tensor query =
        at::linear(get("query_tokens").slice(0, anatomyIndex, anatomyIndex + 1),
                   weight.slice(0, 0, hidden), bias.slice(0, 0, hidden))
            .reshape({heads, 1, size});
    const at::Tensor key = weight.slice(0, hidden, 2 * hidden).reshape({heads, size, hidden});
    const double scale = 1.0 / std::sqrt(static_cast<double>(size));
    const std::string head = "vision_projs." + std::to_string(anatomyIndex);
    return {(at::matmul(query, key) * scale).squeeze(1),
            weight.slice(0, 2 * hidden, 3 * hidden).reshape({heads, size, hidden}),
            bias.slice(0, 2 * hidden, 3 * hidden),
            get("attention.out_proj.weight"),
            get("attention.out_proj.bias"),
            get(head + ".weight"),
            get(head + ".bias"),
            StatisticsMap::of(config, parameters, anatomyIndex)};
}

/// z of regions whose features, weighted by attention, are `averages` [regions, heads, hidden]:
/// [regions, embedding].
at::Tensor projected(const PoolingParameters& p, const at::Tensor& averages)
{
    const at::Tensor mixed =
        at::matmul(p.value, averages.unsqueeze(3)).reshape({averages.size(0), -1}) + p.biases;
    return at::linear(at::linear(mixed, p.out, p.outBias), p.projection, p.projectionBias);
}

/// The targets [m] of the region without each group of its tokens; 0 without all of them. `gone`
/// [m, n] is 1 where a token is left out. `keys` [levels * n, hidden] with attention `weights`
/// [heads, levels * n] and their `average` [heads, hidden]; `statistics` [n, C], undefined without
/// region statistics.
at::Tensor withoutGroups(const PoolingParameters& p, const at::Tensor& keys,
                         const at::Tensor& weights, const at::Tensor& average,
                         const at::Tensor& statistics, const at::Tensor& u, const at::Tensor& gone)
{
    const std::int64_t tokens = gone.size(1);
    const at::Tensor onLevels = gone.repeat({1, keys.size(0) / tokens}); // [m, levels * n]
    const at::Tensor parts =
        at::matmul(onLevels.unsqueeze(0), weights.unsqueeze(2) * keys.unsqueeze(0)).transpose(0, 1);
    const at::Tensor rest = (1.0 - at::matmul(onLevels, weights.t())).clamp_min(1e-6).unsqueeze(2);
    at::Tensor z = projected(p, (average.unsqueeze(0) - parts) / rest);
    if (statistics.defined())
        z = z + p.statistics(regionStatisticsWithout(statistics, gone));
    const at::Tensor targets = at::mv(z, u) / z.norm(2, -1).clamp_min(1e-12);
    return targets * gone.sum(1).lt(static_cast<double>(tokens));
}

/// [n, n]: 1 where two of the region's tokens are at most `reach` tokens apart along every axis of
/// the grid.
at::Tensor tokensWithin(const std::array<int, 3>& grid, std::span<const std::int64_t> tokens,
                        std::int64_t reach)
{
    const std::int64_t height = grid[1];
    const std::int64_t width = grid[2];
    const auto apart = [&](std::int64_t a, std::int64_t b) {
        return std::max({std::abs(a / (height * width) - b / (height * width)),
                         std::abs(a / width % height - b / width % height),
                         std::abs(a % width - b % width)});
    };
    const auto count = static_cast<std::int64_t>(tokens.size());
    at::Tensor within = at::zeros({count, count});
    float* at = within.mutable_data_ptr<float>();
    for (const std::int64_t a : tokens) {
        for (const std::int64_t b : tokens)
            *at++ = apart(a, b) <= reach ? 1.0F : 0.0F;
    }
    return within;
}

} // namespace

TokenRelevance tokenRelevance(const NetworkConfig& config, const ParameterMap& parameters,
                              const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                              std::span<const std::int64_t> tokens, const at::Tensor& direction,
                              RelevanceMethod method)
{
    const PoolingParameters p = poolingParameters(config, parameters, anatomyIndex);
    const std::int64_t heads = config.poolingHeads;
    const auto levels = static_cast<std::int64_t>(features.levels.size());
    const at::Tensor keys = regionKeys(features, sample, tokens); // [levels * n, hidden]
    const at::Tensor u = direction.to(keys.device(), at::kFloat);

    const at::Tensor scores = at::matmul(p.query, keys.t()); // [heads, levels * n]
    const at::Tensor weights = at::softmax(scores, -1);
    const at::Tensor average = at::matmul(weights, keys); // [heads, hidden]
    at::Tensor z = projected(p, average.unsqueeze(0)).squeeze(0);
    at::Tensor statistics; // [n, C]
    at::Tensor whole;      // r
    if (p.statistics.defined()) {
        statistics = statisticsOfTokens(features, sample, anatomyIndex, tokens);
        whole = regionStatistics(statistics);
        z = z + p.statistics(whole);
    }
    const double length = std::max(z.norm().item<double>(), 1e-12);
    const at::Tensor unit = z / length;

    TokenRelevance relevance;
    relevance.target = at::dot(u, unit).item<double>();
    if (method == RelevanceMethod::LeaveOneOut || method == RelevanceMethod::LeaveNeighborsOut) {
        const std::int64_t farthest = method == RelevanceMethod::LeaveOneOut ? 0 : 2;
        at::Tensor left = at::zeros({static_cast<std::int64_t>(tokens.size())}, keys.options());
        for (std::int64_t reach = 0; reach <= farthest; ++reach) {
            const at::Tensor gone = tokensWithin(config.grid, tokens, reach).to(keys.device());
            left = left + withoutGroups(p, keys, weights, average, statistics, u, gone);
        }
        relevance.values = relevance.target - left / static_cast<double>(farthest + 1);
        return relevance;
    }
    const bool gradient = method == RelevanceMethod::GradientTimesInput;
    const at::Tensor along = (gradient ? u - unit * relevance.target : u) / length;
    const at::Tensor beforeProjection = at::mv(p.projection.t(), along);
    const at::Tensor onMixed = at::mv(p.out.t(), beforeProjection); // g
    const at::Tensor onKeys =
        at::matmul(onMixed.reshape({heads, 1, -1}), p.value).squeeze(1); // [heads, hidden]
    const at::Tensor values = at::matmul(onKeys, keys.t());              // [heads, levels * n]
    at::Tensor parts = weights * values;
    if (gradient) {
        parts = parts + weights * (values - parts.sum(-1, /*keepdim=*/true)) * scores;
    } else {
        relevance.bias = (at::dot(onMixed, p.biases) + at::dot(beforeProjection, p.outBias) +
                          at::dot(along, p.projectionBias))
                             .item<double>();
    }
    relevance.values = parts.sum(0).reshape({levels, -1}).sum(0);
    if (statistics.defined()) {
        const at::Tensor onInputs = at::mv(p.statistics.weight.t(), along);
        const at::Tensor onStatistics =
            onInputs * p.statistics.factor * p.statistics.follows(whole);
        relevance.values = relevance.values + shareOfEach(statistics, onStatistics);
        if (!gradient)
            relevance.bias +=
                (at::dot(onInputs, p.statistics.inputs(whole)) - at::dot(onStatistics, whole))
                    .item<double>();
    }
    return relevance;
}

} // namespace fovea
