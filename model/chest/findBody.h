#pragma once

#include "model/chest/GridMask.h"

namespace fovea {

/// The patient with everything inside, air too: the largest piece of tissue that a table, clothes
/// and cables do not hang on (3 mm are taken off first and given back), and in every axial plane
/// what it encloses. Air at the edge of the picture is outside, unless its HU are those of a lung
/// that the field of view cuts. Empty where cancelled.
GridMask findBody(const CoarseGrid& grid, const Progress& progress);

} // namespace fovea
