#pragma once

#include "model/network/ImageEncoder.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// One region of a batch: the tokens of one anatomy in one sample.
struct PooledTokens {
    std::int64_t sample = 0;
    std::vector<std::int64_t> tokens; ///< Flat positions in the features' grid, at least one.
};

/// poolRegion() for a whole batch at once, without its L2 normalisation: for every anatomy of the
/// network the vectors [regions, embedding] of its regions in their order.
///
/// Tokens outside a region are masked instead of left out, so that all regions are one product.
/// Keys are not projected: q . (W k + b) = (W^T q) . k + q . b, and what is the same for all tokens
/// does not change a softmax; values are projected after they are mixed. Both are exact.
/// Differentiable; throws c10::Error.
std::vector<at::Tensor> poolBatch(const NetworkConfig& config, const ParameterMap& parameters,
                                  const ImageFeatures& features,
                                  const std::vector<std::vector<PooledTokens>>& regions);

} // namespace fovea
