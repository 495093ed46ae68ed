#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fovea::fuzz {

/// Inputs that a target reads whole, made by the project: what mutations start from.
std::vector<std::string> seeds(std::string_view target);

} // namespace fovea::fuzz
