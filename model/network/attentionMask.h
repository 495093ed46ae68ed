#pragma once

#include "model/network/NetworkConfig.h"

#include <ATen/core/Tensor.h>

#include <array>

namespace fovea {

/// What NetworkConfig::attentionReach adds to attention scores on a grid of tokens: [queries, keys]
/// fp32 on the CPU, 0 within reach and -infinity beyond. Undefined where every token attends to
/// all.
at::Tensor attentionMask(const NetworkConfig& config, const std::array<int, 3>& grid);

} // namespace fovea
