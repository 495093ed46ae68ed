#include "storage/availableMemory.h"

#include <fstream>

namespace fovea {

std::optional<std::uint64_t> availableMemory()
{
    std::ifstream file("/proc/meminfo");
    std::string name;
    std::uint64_t kibibytes = 0;
    std::string unit;
    while (file >> name >> kibibytes && std::getline(file, unit)) {
        if (name == "MemAvailable:")
            return kibibytes * 1024;
    }
    return std::nullopt;
}

Status checkMemory(const std::string& what, std::uint64_t bytes,
                   std::optional<std::uint64_t> available)
{
    if (!available || bytes <= *available)
        return Done{};
    return makeError(ErrorCode::OutOfMemory,
                     {what, std::to_string(bytes), std::to_string(bytes - *available)});
}

} // namespace fovea
