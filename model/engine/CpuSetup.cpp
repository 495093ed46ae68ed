#include "model/engine/CpuSetup.h"

#include <ATen/Context.h>
#include <ATen/cpu/Utils.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace fovea {

void prepareCpuForInference()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
#endif
    if (!at::cpu::is_amx_tile_supported())
        at::globalContext().setFloat32MatmulPrecision("medium");
}

} // namespace fovea
