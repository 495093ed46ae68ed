#pragma once

#include "model/network/ImageEncoder.h"
#include "model/network/Parameters.h"

#include <cstdint>
#include <span>

namespace fovea {

/// One anatomy of one window, pooled.
struct PooledRegion {
    at::Tensor vector; ///< [embedding], L2 norm 1.
    /// [n], one weight per token handed in: averaged over heads, summed over feature levels;
    /// together 1.
    at::Tensor attention;
};

/// Cross-attention of the anatomy's query over the tokens of its region, taken from every feature
/// level and concatenated, followed by the anatomy's own projection, with
/// NetworkConfig::regionStatistics plus that of the region's statistics, and L2 normalisation.
/// `sample` is the row of the batch; `tokens` are flat positions in the features' grid, at least
/// one. Differentiable, stateless, throws c10::Error.
PooledRegion poolRegion(const NetworkConfig& config, const ParameterMap& parameters,
                        const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                        std::span<const std::int64_t> tokens);

/// x / max(|x|, 1e-12) along the last axis.
at::Tensor unitVectors(const at::Tensor& x);

} // namespace fovea
