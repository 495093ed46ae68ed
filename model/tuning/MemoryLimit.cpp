#include "model/tuning/MemoryLimit.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <sys/resource.h>

namespace fovea {

namespace {

struct Memory {
    std::uint64_t resident = 0;
    std::uint64_t mapped = 0; ///< As RLIMIT_DATA counts.
};

std::optional<Memory> memoryNow()
{
    std::ifstream status("/proc/self/status");
    Memory memory;
    std::string word;
    std::uint64_t kilobytes = 0;
    while (status >> word) {
        if (word == "VmRSS:" && status >> kilobytes)
            memory.resident = kilobytes * 1024;
        else if (word == "VmData:" && status >> kilobytes)
            memory.mapped = kilobytes * 1024;
    }
    if (memory.resident == 0 || memory.mapped == 0)
        return std::nullopt;
    return memory;
}

} // namespace

MemoryLimit::MemoryLimit(std::uint64_t bytes)
{
    const auto memory = memoryNow();
    rlimit limit{};
    if (!memory || getrlimit(RLIMIT_DATA, &limit) != 0)
        return;
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = std::min<rlim_t>(
        before, memory->mapped + (bytes > memory->resident ? bytes - memory->resident : 0));
    if (setrlimit(RLIMIT_DATA, &limit) == 0)
        m_before = before;
}

MemoryLimit::~MemoryLimit()
{
    rlimit limit{};
    if (!m_before || getrlimit(RLIMIT_DATA, &limit) != 0)
        return;
    limit.rlim_cur = *m_before;
    setrlimit(RLIMIT_DATA, &limit);
}

} // namespace fovea
