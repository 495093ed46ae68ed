#pragma once

#include <cstdint>
#include <filesystem>

namespace fovea {

/// Of all files below a folder, as far as it can be read.
std::uintmax_t bytesBelow(const std::filesystem::path& folder);

} // namespace fovea
