#pragma once

#include "model/network/ImageEncoder.h"

#include <array>
#include <cstdint>
#include <span>

// What a region shows as a whole and at its most: NetworkConfig::regionStatistics.
//
// A region's vector is an attention-weighted mean over its tokens. What is small sits in one of the
// hundreds that lungs have, and what is spread thinly in a few more; attention shows them once it
// has learnt to leave the others out, which takes a small network more studies than it will see. A
// linear map of plain order statistics shows them from the start (maximum and top-k pooling:
// Oquab et al., "Is object localization for free?", CVPR 2015; Durand et al., "WELDON", CVPR 2016).
// So
//
//     W_s · clamp((r - mean) / sqrt(variance), ±5) / sqrt(length) ("statistics_projs.A.weight")
//
// is added to anatomy A's vector before it is made unit, r being for each of the anatomy's token
// statistics (PatchEmbedding.h) the mean of the 1, 4, 16 and 64 highest of the region's tokens and
// the mean of all, in this order. Mean and variance ("statistics_norm.A.running_mean" and
// "running_var", as PyTorch's BatchNorm names them) are set once from the training studies and do
// not learn. Token statistics have no parameters before them: nothing is differentiated through r.

namespace fovea {

inline constexpr std::array<std::int64_t, 4> HighestCounts{1, 4, 16, 64};

/// The statistics of a region's tokens, [n, config.anatomyStatistics()]. `features` of a network
/// with region statistics; the others as poolRegion(). Throws c10::Error.
at::Tensor statisticsOfTokens(const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                              std::span<const std::int64_t> tokens);

/// r of `statistics` [n, C], n at least 1: [5 * C]. Where there are fewer tokens than are counted,
/// the mean of all.
at::Tensor regionStatistics(const at::Tensor& statistics);

/// r of regions that lack a group of the tokens each: `gone` [m, n] is 1 where a token is left out
/// and 0 where not; [m, 5 * C]. Where a group has all tokens, 0.
at::Tensor regionStatisticsWithout(const at::Tensor& statistics, const at::Tensor& gone);

/// How <along, r> splits among the tokens, whose sum it is: [n]. `along` [5 * C].
at::Tensor shareOfEach(const at::Tensor& statistics, const at::Tensor& along);

/// How r enters an anatomy's vector.
struct StatisticsMap {
    at::Tensor mean;   ///< [length]
    at::Tensor factor; ///< [length], of r - mean.
    at::Tensor weight; ///< [embedding, length]

    /// Undefined tensors where the network has no region statistics.
    static StatisticsMap of(const NetworkConfig& config, const ParameterMap& parameters,
                            int anatomyIndex);
    bool defined() const { return weight.defined(); }
    /// What `weight` is applied to, of r [..., length].
    at::Tensor inputs(const at::Tensor& r) const;
    /// 1 where inputs() follows r, 0 where it is clamped; [length].
    at::Tensor follows(const at::Tensor& r) const;
    /// What is added to vectors, of r [..., length]: [..., embedding]. Differentiable in `weight`.
    at::Tensor operator()(const at::Tensor& r) const;
};

} // namespace fovea
