#include "model/tuning/PeakMemory.h"

#include <fstream>
#include <string>

namespace fovea {

PeakMemory::PeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

std::uint64_t PeakMemory::bytes() const
{
    std::ifstream status("/proc/self/status");
    std::string word;
    std::uint64_t kilobytes = 0;
    while (status >> word) {
        if (word == "VmHWM:" && status >> kilobytes)
            return kilobytes * 1024;
    }
    return 0;
}

} // namespace fovea
