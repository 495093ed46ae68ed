#pragma once

#include <fstream>
#include <string>

namespace fovea {

/// As the kernel calls it; "unknown" where it does not say.
inline std::string processorName()
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos)
            return line.substr(colon + 2);
    }
    return "unknown";
}

} // namespace fovea
