#pragma once

#include "viewer/WindowPreset.h"

#include <algorithm>
#include <cstdint>

namespace fovea {

/// A window as a line: grey = (hu - offset) * slope, clamped to a byte: the LINEAR VOI LUT function
/// of DICOM PS3.3 C.11.2.1.2.
struct GreyLine {
    float offset = 0;
    float slope = 1;
    int flipped = 0; ///< 255: black and white change places.

    explicit GreyLine(const WindowLevel& window, bool inverted = false)
        : flipped(inverted ? 255 : 0)
    {
        const double width = std::max(window.widthHu, 1.0);
        // Width 1 is a step at centre - 0.5.
        const double run = std::max(width - 1.0, 1e-3);
        offset = static_cast<float>(window.centreHu - 0.5 - run / 2);
        slope = static_cast<float>(255.0 / run);
    }
    int grey(float hu) const
    {
        return static_cast<int>(std::min(std::max((hu - offset) * slope, 0.0F), 255.0F) + 0.5F) ^
               flipped;
    }
    /// 0xffRRGGBB.
    std::uint32_t pixel(float hu) const
    {
        return 0xff000000U | static_cast<std::uint32_t>(grey(hu)) * 0x010101U;
    }
};

} // namespace fovea
