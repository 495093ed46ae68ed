#include "model/engine/CpuSetup.h"

#include "model/network/PackedLinear.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/cpu/Utils.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <thread>

#ifdef __GLIBC__
#include <malloc.h>
#include <sched.h>
#endif

namespace fovea {
namespace {

constexpr int widthWorthConverting = 256;

int allowedProcessors()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace

int physicalCores()
{
#ifdef __GLIBC__
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof(allowed), &allowed) != 0)
        return allowedProcessors();
    std::set<std::string> cores;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed))
            continue;
        std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(cpu) +
                           "/topology/thread_siblings_list");
        std::string siblings;
        if (!std::getline(file, siblings))
            return allowedProcessors();
        cores.insert(siblings);
    }
    return std::max(1, static_cast<int>(cores.size()));
#else
    return allowedProcessors();
#endif
}

void prepareCpuForInference()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
#endif
    if (!at::cpu::is_amx_tile_supported())
        at::globalContext().setFloat32MatmulPrecision("medium");
    if (std::getenv("OMP_NUM_THREADS") == nullptr && at::get_num_threads() != physicalCores())
        at::set_num_threads(physicalCores());
}

Precision fastestCpuPrecision(const NetworkConfig& config)
{
    const bool instructions =
        at::cpu::is_avx512_bf16_supported() || at::cpu::is_amx_tile_supported();
    return instructions && PackedLinear::packs() && config.hidden >= widthWorthConverting
               ? Precision::BFloat16
               : Precision::Float32;
}

} // namespace fovea
