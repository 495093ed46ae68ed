#pragma once

#include "model/domain/Anatomy.h"

#include <optional>
#include <vector>

namespace fovea {

/// The one colour scale for "how abnormal", used on slices, surfaces and in lists.
///
/// From dark blue (0) over magenta and orange to yellow (1): matplotlib's "plasma" (CC0), whose
/// lightness rises steadily, so that the order can be read in grey, on paper and with any colour
/// vision deficiency. Values outside [0, 1] and NaN are clamped (NaN to 0).
Rgb abnormalityColour(double abnormality);

/// As above; a neutral grey that is not on the scale where there is no score.
Rgb abnormalityColour(std::optional<double> abnormality);

/// What an anatomy without a score is painted with.
inline constexpr Rgb noScoreColour{128, 128, 128};

struct LegendStop {
    double abnormality = 0.0; ///< In [0, 1].
    Rgb colour{};
};

/// `count` (at least 2) evenly spaced stops from 0 to 1, for a gradient with ticks.
std::vector<LegendStop> abnormalityLegend(int count);

} // namespace fovea
