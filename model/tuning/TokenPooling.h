#pragma once

#include "model/network/Parameters.h"
#include "model/tuning/StudyTokens.h"

#include <span>

namespace fovea {

/// poolRegion() of regions of one anatomy whose tokens are known, without its L2 normalisation:
/// [regions, embedding]; no region: [0, embedding]. Differentiable in query, projections and
/// pooling attention; throws c10::Error.
at::Tensor poolTokens(const NetworkConfig& config, const ParameterMap& parameters, int anatomyIndex,
                      std::span<const RegionTokens* const> regions);

} // namespace fovea
