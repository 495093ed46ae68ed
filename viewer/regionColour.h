#pragma once

#include "model/domain/Anatomy.h"

namespace fovea {

/// The one colour scale of region maps, on slices, in 3D and in their legends: `relative` is a
/// cell's value over the peak's.
///
/// From dark violet (0) over blue and green to yellow (1): matplotlib's "viridis" (CC0), whose
/// lightness rises steadily and that can be told apart with any color vision deficiency. Another
/// scale than abnormality's, which answers another question. Clamped to [0, 1].
Rgb regionColour(double relative);

/// How opaque a cell is painted, as a part of the map's opacity: weak cells leave the image as it
/// is.
double regionAlpha(double relative);

} // namespace fovea
