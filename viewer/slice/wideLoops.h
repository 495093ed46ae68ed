#pragma once

/// Functions of one simple loop, compiled a second time for processors with AVX2, where the
/// compiler makes eight steps of it at once. Write the loop as a FOVEA_LOOP function and call it
/// from two functions, one of them FOVEA_WIDE; hasWideLoops() says which.
#if defined(__x86_64__) && defined(__GNUC__)
#define FOVEA_LOOP inline __attribute__((always_inline))
#define FOVEA_WIDE __attribute__((target("avx2")))
#else
#define FOVEA_LOOP inline
#define FOVEA_WIDE
#endif

namespace fovea {

inline bool hasWideLoops()
{
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

} // namespace fovea
