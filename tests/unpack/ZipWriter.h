#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fovea::testing {

/// A file for a zip, and what the zip is to claim of it.
struct ZipFile {
    std::string name;
    std::string text;
    bool deflated = true;
    std::optional<std::uint32_t> claimedSize; ///< Other than what it is.
    std::optional<std::uint32_t> claimedChecksum;
};

/// A zip archive of these files, in this order.
std::string zipOf(const std::vector<ZipFile>& files);

} // namespace fovea::testing
