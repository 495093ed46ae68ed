#include "model/tuning/TokenPooling.h"

#include "model/network/regionStatistics.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/bmm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros.h>

#include <cmath>
#include <string>
#include <vector>

namespace fovea {

// As poolBatch(): keys are not projected, values are projected after they are mixed. Regions differ
// in size, so that each has products of its own up to there.
at::Tensor poolTokens(const NetworkConfig& config, const ParameterMap& parameters, int anatomyIndex,
                      std::span<const RegionTokens* const> regions)
{
    if (regions.empty())
        return at::zeros({0, config.embedding}, at::kFloat);
    const std::int64_t hidden = config.hidden;
    const std::int64_t heads = config.poolingHeads;
    const std::int64_t size = hidden / heads;
    const auto count = static_cast<std::int64_t>(regions.size());
    const at::Tensor weight = parameter(parameters, "attention.in_proj_weight");
    const at::Tensor bias = parameter(parameters, "attention.in_proj_bias");
    const at::Tensor query =
        (at::linear(parameter(parameters, "query_tokens").slice(0, anatomyIndex, anatomyIndex + 1),
                    weight.slice(0, 0, hidden), bias.slice(0, 0, hidden)) /
         std::sqrt(static_cast<double>(size)))
            .reshape({heads, 1, size});
    const at::Tensor keyed =
        at::bmm(query, weight.slice(0, hidden, 2 * hidden).reshape({heads, size, hidden}))
            .reshape({heads, hidden});

    std::vector<at::Tensor> mixed; // of each region [heads, hidden]
    std::vector<at::Tensor> statistics;
    for (const RegionTokens* region : regions) {
        const at::Tensor keys = region->keys.to(at::kFloat);
        const at::Tensor weights = at::softmax(at::linear(keyed, keys), -1);
        mixed.push_back(at::matmul(weights, keys));
        if (region->statistics.defined())
            statistics.push_back(region->statistics);
    }
    const at::Tensor values =
        at::bmm(
            at::stack(mixed).transpose(0, 1), // [heads, regions, hidden]
            weight.slice(0, 2 * hidden, 3 * hidden).reshape({heads, size, hidden}).transpose(1, 2))
            .transpose(0, 1)
            .reshape({count, hidden}) +
        bias.slice(0, 2 * hidden, 3 * hidden);
    const at::Tensor pooled = at::linear(values, parameter(parameters, "attention.out_proj.weight"),
                                         parameter(parameters, "attention.out_proj.bias"));
    const std::string head = "vision_projs." + std::to_string(anatomyIndex);
    at::Tensor vectors = at::linear(pooled, parameter(parameters, head + ".weight"),
                                    parameter(parameters, head + ".bias"));
    if (const auto map = StatisticsMap::of(config, parameters, anatomyIndex); map.defined())
        vectors = vectors + map(at::stack(statistics));
    return vectors;
}

} // namespace fovea
