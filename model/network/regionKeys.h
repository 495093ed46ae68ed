#pragma once

#include "model/network/ImageEncoder.h"

#include <cstdint>
#include <span>

namespace fovea {

/// What pooling attends to: the features of a region's tokens on every level, one level after the
/// other, [levels * tokens, hidden], on the features' device. `sample` is the row of the batch;
/// `tokens` are flat positions in the features' grid, at least one. Heeds
/// ImageFeatures::lastTokens; a token that was not encoded is a c10::Error. Differentiable.
at::Tensor regionKeys(const ImageFeatures& features, std::int64_t sample,
                      std::span<const std::int64_t> tokens);

} // namespace fovea
