#include "model/engine/DeviceMemory.h"

#ifdef FOVEA_CUDA
#include <ATen/Context.h>
#include <c10/cuda/CUDACachingAllocator.h>
#endif

namespace fovea {

#ifdef FOVEA_CUDA

std::optional<std::int64_t> peakDeviceBytes()
{
    if (!at::hasCUDA())
        return std::nullopt;
    return c10::cuda::CUDACachingAllocator::getDeviceStats(0).allocated_bytes[0].peak;
}

void resetPeakDeviceBytes()
{
    if (at::hasCUDA())
        c10::cuda::CUDACachingAllocator::resetPeakStats(0);
}

#else

std::optional<std::int64_t> peakDeviceBytes()
{
    return std::nullopt;
}

void resetPeakDeviceBytes() {}

#endif

} // namespace fovea
