#pragma once

#include "viewer/Colour.h"

#include <cstdint>

namespace fovea {

/// The colour over an opaque 0xffRRGGBB pixel.
inline std::uint32_t blend(std::uint32_t pixel, const Rgba& colour)
{
    const auto mix = [&](int shift, std::uint32_t top) {
        const std::uint32_t under = pixel >> shift & 0xffU;
        const std::uint32_t sum = under * (255U - colour.alpha) + top * colour.alpha;
        return (sum + 127U) / 255U << shift;
    };
    return 0xff000000U | mix(16, colour.red) | mix(8, colour.green) | mix(0, colour.blue);
}

} // namespace fovea
