#include "tests/fuzz/frameTargets.h"
#include "tests/fuzz/storageTargets.h"
#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>

// Compiled once per target, FOVEA_FUZZ_TARGET being its function.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fovea::fuzz::FOVEA_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
    return 0;
}
