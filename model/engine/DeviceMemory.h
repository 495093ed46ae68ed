#pragma once

#include <cstdint>
#include <optional>

namespace fovea {

/// Most bytes that tensors took on the first CUDA device since the last reset; empty where this
/// build or this machine has none.
std::optional<std::int64_t> peakDeviceBytes();
void resetPeakDeviceBytes();

} // namespace fovea
