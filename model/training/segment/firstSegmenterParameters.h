#pragma once

#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"

#include <cstdint>

namespace fovea {

/// Fresh fp32 parameters on the CPU, the same for the same seed: convolutions after He for
/// LeakyReLU, as nnU-Net begins, biases 0, norms 1 and 0.
ParameterMap firstSegmenterParameters(const SegmentationConfig& config, std::uint64_t seed);

} // namespace fovea
