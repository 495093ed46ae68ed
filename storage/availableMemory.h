#pragma once

#include "model/domain/Result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fovea {

/// Bytes that can be had without other programs being pushed to disk (MemAvailable of
/// /proc/meminfo); empty where the system does not say.
std::optional<std::uint64_t> availableMemory();

/// Whether `bytes` can be had of what is `available`. Linux gives memory that it does not have and
/// ends the program when it is used, so one has to ask before. Error: OutOfMemory (`what`, bytes
/// needed, bytes missing; both decimal).
Status checkMemory(const std::string& what, std::uint64_t bytes,
                   std::optional<std::uint64_t> available);

} // namespace fovea
