#include "model/tuning/freedMemory.h"

#include <cstddef>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace fovea {

void giveBackFreedMemory()
{
#ifdef __GLIBC__
    constexpr std::size_t kept = std::size_t{256} << 20;
    if (mallinfo2().fordblks > kept)
        malloc_trim(0);
#endif
}

} // namespace fovea
