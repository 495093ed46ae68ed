#pragma once

#include "model/engine/TuneWay.h"

#include <cstddef>
#include <string_view>

// Standard C++ only.

namespace fovea {

/// The anatomy that a parameter belongs to: N of "vision_projs.N.…", "statistics_projs.N.…" and
/// "statistics_norm.N.…"; -1 of all else.
int anatomyOfParameter(std::string_view name);

/// Whether a parameter itself learns; of "query_tokens" with Queries the rows of new anatomies
/// alone. Statistics by which others are standardised never do, nor, but with All, pooling
/// attention and temperature, which all anatomies share.
bool learns(std::string_view name, TuneWay way, std::size_t knownAnatomies);

/// Whether Lora puts an adapter on it: the linears of attention and MLP in both encoders.
bool hasAdapter(std::string_view name);

} // namespace fovea
