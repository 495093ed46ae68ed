#pragma once

#include "model/domain/Anatomy.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace fovea {

/// The colour at `value` of a scale whose anchors (at least two) are evenly spaced from 0 to 1,
/// mixed in sRGB. Values outside and NaN are clamped (NaN to 0).
inline Rgb colourOnScale(std::span<const Rgb> anchors, double value)
{
    const double at = (std::isnan(value) ? 0.0 : std::clamp(value, 0.0, 1.0)) *
                      static_cast<double>(anchors.size() - 1);
    const std::size_t low = std::min(static_cast<std::size_t>(at), anchors.size() - 2);
    const double t = at - static_cast<double>(low);
    Rgb colour{};
    for (std::size_t c = 0; c < colour.size(); ++c) {
        colour[c] = static_cast<std::uint8_t>(
            std::lround((1 - t) * anchors[low][c] + t * anchors[low + 1][c]));
    }
    return colour;
}

} // namespace fovea
