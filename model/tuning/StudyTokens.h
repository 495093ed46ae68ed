#pragma once

#include "model/network/Parameters.h"

#include <optional>
#include <vector>

namespace fovea {

/// What the pooling of one region asks of the image encoder.
struct RegionTokens {
    int anatomyIndex = 0;
    /// Features of the region's tokens on every level, one level after the other, [levels * tokens,
    /// hidden] (regionKeys.h): fp16, or bf16 where a value is beyond fp16's range.
    at::Tensor keys;
    at::Tensor statistics; ///< r of regionStatistics.h, fp32; undefined where there is none.
};

/// The regions of a study, by rising anatomy.
using StudyTokens = std::vector<RegionTokens>;

/// As they are kept: "<anatomy>.keys" and "<anatomy>.statistics".
ParameterMap tensorsOf(const StudyTokens& study);
/// Empty where these are no tokens of such a network.
std::optional<StudyTokens> tokensOf(const ParameterMap& tensors, const NetworkConfig& network);

} // namespace fovea
