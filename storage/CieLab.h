#pragma once

#include "model/domain/Anatomy.h"

#include <array>
#include <cstdint>

namespace fovea {

/// sRGB (D65) as CIE L*a*b* under D50 in DICOM's 16-bit coding (PS3.3 C.10.7.1.1): L* of 0..100 and
/// a*, b* of -128..127 over 0..65535.
std::array<std::uint16_t, 3> dicomCieLab(const Rgb& colour);

} // namespace fovea
