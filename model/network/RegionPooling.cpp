#include "model/network/RegionPooling.h"

#include "model/network/regionStatistics.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace fovea {

at::Tensor unitVectors(const at::Tensor& x)
{
    return x / x.norm(2, -1, /*keepdim=*/true).clamp_min(1e-12);
}

PooledRegion poolRegion(const NetworkConfig& config, const ParameterMap& parameters,
                        const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                        std::span<const std::int64_t> tokens)
{
    const auto count = static_cast<std::int64_t>(tokens.size());
    at::Tensor index = at::empty({count}, at::kLong);
    std::ranges::copy(tokens, index.mutable_data_ptr<std::int64_t>());
    index = index.to(features.levels.front().device());

    std::vector<at::Tensor> selected;
    for (const at::Tensor& level : features.levels)
        selected.push_back(level.select(0, sample).index_select(0, index));
    const at::Tensor keys = at::cat(selected, 0); // [levels * n, hidden]

    const std::int64_t hidden = config.hidden;
    const std::int64_t heads = config.poolingHeads;
    const std::int64_t headSize = hidden / heads;
    const at::Tensor weight = parameter(parameters, "attention.in_proj_weight");
    const at::Tensor bias = parameter(parameters, "attention.in_proj_bias");
    const auto project = [&](const at::Tensor& x, std::int64_t part) {
        return at::linear(x, weight.slice(0, part * hidden, (part + 1) * hidden),
                          bias.slice(0, part * hidden, (part + 1) * hidden))
            .reshape({x.size(0), heads, headSize})
            .transpose(0, 1); // [heads, rows, headSize]
    };
    const at::Tensor query =
        project(parameter(parameters, "query_tokens").slice(0, anatomyIndex, anatomyIndex + 1), 0);
    const at::Tensor key = project(keys, 1);
    const at::Tensor value = project(keys, 2);

    const double scale = 1.0 / std::sqrt(static_cast<double>(headSize));
    const at::Tensor weights = at::softmax(at::matmul(query * scale, key.transpose(1, 2)), -1);
    const at::Tensor mixed = at::matmul(weights, value).transpose(0, 1).reshape({1, hidden});
    const at::Tensor pooled = at::linear(mixed, parameter(parameters, "attention.out_proj.weight"),
                                         parameter(parameters, "attention.out_proj.bias"));

    const std::string head = "vision_projs." + std::to_string(anatomyIndex);
    at::Tensor vector = at::linear(pooled, parameter(parameters, head + ".weight"),
                                   parameter(parameters, head + ".bias"));
    if (const auto map = StatisticsMap::of(config, parameters, anatomyIndex); map.defined())
        vector = vector +
                 map(regionStatistics(statisticsOfTokens(features, sample, anatomyIndex, tokens)));
    PooledRegion region;
    region.vector = unitVectors(vector).squeeze(0);
    region.attention =
        weights.mean(0).reshape({static_cast<std::int64_t>(features.levels.size()), count}).sum(0);
    return region;
}

} // namespace fovea
