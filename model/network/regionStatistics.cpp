#include "model/network/regionStatistics.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/mv.h>
#include <ATen/ops/topk.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <vector>

namespace fovea {

namespace {

/// Standard deviations: a study unlike all that the network learnt from is not all statistics.
constexpr double limit = 5;
/// Of variances, against statistics that never differed.
constexpr double smallestVariance = 1e-8;

/// The highest along the tokens, falling, and where they are: as many as are ever asked for.
std::tuple<at::Tensor, at::Tensor> highest(const at::Tensor& statistics, std::int64_t atMost)
{
    return at::topk(statistics, std::min(atMost, statistics.size(0)), 0);
}

} // namespace

at::Tensor statisticsOfTokens(const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                              std::span<const std::int64_t> tokens)
{
    const at::Tensor index = at::empty({static_cast<std::int64_t>(tokens.size())}, at::kLong);
    std::ranges::copy(tokens, index.mutable_data_ptr<std::int64_t>());
    return features.statistics.select(0, anatomyIndex)
        .select(0, sample)
        .index_select(0, index.to(features.statistics.device()));
}

at::Tensor regionStatistics(const at::Tensor& statistics)
{
    const at::Tensor values = std::get<0>(highest(statistics, HighestCounts.back()));
    std::vector<at::Tensor> parts;
    for (const std::int64_t count : HighestCounts)
        parts.push_back(values.slice(0, 0, count).mean(0));
    parts.push_back(statistics.mean(0));
    return at::cat(parts);
}

at::Tensor regionStatisticsWithout(const at::Tensor& statistics, const at::Tensor& gone)
{
    // However many are gone, the highest of the others are among so many.
    const auto most = static_cast<std::int64_t>(gone.sum(1).max().item<double>());
    const auto [values, places] = highest(statistics, HighestCounts.back() + most);
    const at::Tensor kept =
        1.0 - gone.index_select(1, places.reshape({-1}))
                  .reshape({gone.size(0), values.size(0), values.size(1)}); // [m, k, C]
    const at::Tensor rank = kept.cumsum(1);
    std::vector<at::Tensor> parts;
    for (const std::int64_t count : HighestCounts) {
        const at::Tensor counted = kept * rank.le(static_cast<double>(count));
        parts.push_back((counted * values).sum(1) / counted.sum(1).clamp_min(1.0));
    }
    const at::Tensor stay = 1.0 - gone; // [m, n]
    parts.push_back(at::matmul(stay, statistics) / stay.sum(1, /*keepdim=*/true).clamp_min(1.0));
    return at::cat(parts, 1);
}

at::Tensor shareOfEach(const at::Tensor& statistics, const at::Tensor& along)
{
    const std::int64_t channels = statistics.size(1);
    const auto [values, places] = highest(statistics, HighestCounts.back());
    at::Tensor shares = at::zeros_like(statistics).select(1, 0);
    std::int64_t begin = 0;
    for (const std::int64_t count : HighestCounts) {
        const std::int64_t own = std::min(count, statistics.size(0));
        const at::Tensor among =
            at::zeros_like(statistics).scatter(0, places.slice(0, 0, own), values.slice(0, 0, own));
        shares = shares +
                 at::mv(among, along.slice(0, begin, begin + channels)) / static_cast<double>(own);
        begin += channels;
    }
    return shares + at::mv(statistics, along.slice(0, begin, begin + channels)) /
                        static_cast<double>(statistics.size(0));
}

StatisticsMap StatisticsMap::of(const NetworkConfig& config, const ParameterMap& parameters,
                                int anatomyIndex)
{
    if (!config.regionStatistics)
        return {};
    const at::NoGradGuard noGradient;
    const std::string a = std::to_string(anatomyIndex);
    const at::Tensor variance = parameter(parameters, "statistics_norm." + a + ".running_var");
    return {parameter(parameters, "statistics_norm." + a + ".running_mean"),
            (variance.clamp_min(smallestVariance) * static_cast<double>(variance.numel())).rsqrt(),
            parameter(parameters, "statistics_projs." + a + ".weight")};
}

at::Tensor StatisticsMap::inputs(const at::Tensor& r) const
{
    const at::NoGradGuard noGradient;
    const double most = limit / std::sqrt(static_cast<double>(mean.numel()));
    return ((r - mean) * factor).clamp(-most, most);
}

at::Tensor StatisticsMap::follows(const at::Tensor& r) const
{
    const double most = limit / std::sqrt(static_cast<double>(mean.numel()));
    return ((r - mean) * factor).abs().lt(most).to(r.scalar_type());
}

at::Tensor StatisticsMap::operator()(const at::Tensor& r) const
{
    return at::linear(inputs(r), weight);
}

} // namespace fovea
