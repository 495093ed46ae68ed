#pragma once

#include "model/network/NetworkConfig.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <optional>

namespace fovea {

/// What NetworkConfig::attentionReach adds to attention scores on a grid of tokens: [queries,
/// keys], 0 within reach and -infinity beyond, of the scores' type and on their device (`scores`).
/// Empty where every token attends to all.
std::optional<at::Tensor> attentionMask(const NetworkConfig& config, const std::array<int, 3>& grid,
                                        const at::TensorOptions& scores);

} // namespace fovea
