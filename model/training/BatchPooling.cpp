#include "model/training/BatchPooling.h"

#include "model/network/regionStatistics.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/bmm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/stack.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace fovea {

namespace {

constexpr float outsideScore = -1e9F;

/// 0 where a token belongs to the region and outsideScore elsewhere, [samples, anatomies, 1,
/// tokens].
at::Tensor outsideMask(const std::vector<std::vector<PooledTokens>>& regions, std::int64_t samples,
                       std::int64_t tokens)
{
    const auto anatomies = static_cast<std::int64_t>(regions.size());
    at::Tensor mask = at::full({samples, anatomies, 1, tokens}, outsideScore, at::kFloat);
    float* value = mask.mutable_data_ptr<float>();
    for (std::int64_t a = 0; a < anatomies; ++a) {
        for (const PooledTokens& region : regions[static_cast<std::size_t>(a)]) {
            for (const std::int64_t token : region.tokens)
                value[(region.sample * anatomies + a) * tokens + token] = 0.0F;
        }
    }
    return mask;
}

/// [regions, length]
at::Tensor statisticsOfRegions(const ImageFeatures& features, int anatomyIndex,
                               const std::vector<PooledTokens>& regions)
{
    std::vector<at::Tensor> rows;
    for (const PooledTokens& region : regions)
        rows.push_back(regionStatistics(
            statisticsOfTokens(features, region.sample, anatomyIndex, region.tokens)));
    return at::stack(rows);
}

} // namespace

std::vector<at::Tensor> poolBatch(const NetworkConfig& config, const ParameterMap& parameters,
                                  const ImageFeatures& features,
                                  const std::vector<std::vector<PooledTokens>>& regions)
{
    const std::int64_t samples = features.levels.front().size(0);
    const std::int64_t tokens = features.levels.front().size(1);
    const auto levels = static_cast<std::int64_t>(features.levels.size());
    const auto anatomies = static_cast<std::int64_t>(regions.size());
    const std::int64_t hidden = config.hidden, heads = config.poolingHeads, size = hidden / heads;

    const at::Tensor weight = parameter(parameters, "attention.in_proj_weight");
    const at::Tensor bias = parameter(parameters, "attention.in_proj_bias");
    const at::Tensor query = (at::linear(parameter(parameters, "query_tokens"),
                                         weight.slice(0, 0, hidden), bias.slice(0, 0, hidden)) /
                              std::sqrt(static_cast<double>(size)))
                                 .reshape({anatomies, heads, size})
                                 .transpose(0, 1);
    const at::Tensor keyed =
        at::bmm(query, weight.slice(0, hidden, 2 * hidden).reshape({heads, size, hidden}))
            .transpose(0, 1)
            .reshape({anatomies * heads, hidden});

    std::vector<at::Tensor> scores;
    for (const at::Tensor& level : features.levels)
        scores.push_back(at::linear(level, keyed).transpose(1, 2)); // [samples, a * heads, tokens]
    const at::Tensor mask = outsideMask(regions, samples, tokens).repeat({1, 1, 1, levels});
    const at::Tensor weights =
        at::softmax(at::cat(scores, 2).reshape({samples, anatomies, heads, levels * tokens}) + mask,
                    -1)
            .reshape({samples, anatomies * heads, levels * tokens});
    at::Tensor mixed; // [samples, anatomies * heads, hidden]
    for (std::int64_t level = 0; level < levels; ++level) {
        const at::Tensor part = at::matmul(weights.slice(2, level * tokens, (level + 1) * tokens),
                                           features.levels[static_cast<std::size_t>(level)]);
        mixed = mixed.defined() ? mixed + part : part;
    }
    const at::Tensor values =
        at::bmm(
            mixed.reshape({samples * anatomies, heads, hidden}).transpose(0, 1),
            weight.slice(0, 2 * hidden, 3 * hidden).reshape({heads, size, hidden}).transpose(1, 2))
            .transpose(0, 1)
            .reshape({samples, anatomies, hidden}) +
        bias.slice(0, 2 * hidden, 3 * hidden);
    const at::Tensor pooled = at::linear(values, parameter(parameters, "attention.out_proj.weight"),
                                         parameter(parameters, "attention.out_proj.bias"));

    std::vector<at::Tensor> vectors(regions.size());
    for (std::size_t a = 0; a < regions.size(); ++a) {
        at::Tensor rows = at::empty({static_cast<std::int64_t>(regions[a].size())}, at::kLong);
        std::ranges::transform(regions[a], rows.mutable_data_ptr<std::int64_t>(),
                               &PooledTokens::sample);
        const std::string head = "vision_projs." + std::to_string(a);
        vectors[a] = at::linear(
            pooled.select(1, static_cast<std::int64_t>(a)).index_select(0, rows),
            parameter(parameters, head + ".weight"), parameter(parameters, head + ".bias"));
        const auto map = StatisticsMap::of(config, parameters, static_cast<int>(a));
        if (map.defined() && !regions[a].empty())
            vectors[a] =
                vectors[a] + map(statisticsOfRegions(features, static_cast<int>(a), regions[a]));
    }
    return vectors;
}

} // namespace fovea
