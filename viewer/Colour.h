#pragma once

#include "model/domain/Anatomy.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// sRGB colour with straight (not premultiplied) alpha.
struct Rgba {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 0;
    bool operator==(const Rgba&) const = default;
};

inline Rgba rgba(const Rgb& colour, std::uint8_t alpha = 255)
{
    return Rgba{colour[0], colour[1], colour[2], alpha};
}

/// How each label of a LabelMap is painted: the entry at a label's value. Label 0 and labels beyond
/// the table are not painted; alpha 0 hides a label.
using LabelTable = std::vector<Rgba>;

} // namespace fovea
