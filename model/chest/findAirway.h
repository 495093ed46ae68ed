#pragma once

#include "model/chest/GridMask.h"

namespace fovea {

/// Trachea and bronchi inside the body, by region growing from the trachea. The trachea is the
/// longest pile of round cross-sections of air (50 to 700 mm²) near the middle of the body whose
/// middle lies above that of all air in it (`air`: what may be lung). From there a threshold is
/// raised step by step for as long as the tree grows little; where it would leak into the lungs,
/// the step before counts, and where even the first leaks, the trachea alone. All 0 where there is
/// no trachea. Empty where cancelled.
GridMask findAirway(const CoarseGrid& grid, const GridMask& body, const GridMask& air,
                    const Progress& progress);

} // namespace fovea
