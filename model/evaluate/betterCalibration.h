#pragma once

#include "model/evaluate/Metrics.h"
#include "model/evaluate/Platt.h"

// Standard C++ only.

namespace fovea {

/// So many cases with a score decide on a calibration at least: of fewer, a fit is worth nothing.
inline constexpr int LeastCalibrationCases = 20;

/// Which of two calibrations to state probabilities by: `old`, which was there before, unless
/// `fitted`, which fitPlatt() made of these very cases, does better on cases that it was not made
/// of: by the log loss of five folds, each calibrated by a fit of the others, and by more than the
/// standard error of the difference over the cases (the rule of one standard error, Breiman et al.,
/// Classification and Regression Trees, 1984: what cannot be told apart stays what it is). A fit to
/// a few dozen cases knows no probability near 0 or 1, because Platt's targets are smoothed by how
/// few they are (a fit to 4 positives among 40 aims at 5/6), while the old one may still hold.
PlattFit betterCalibration(const PlattFit& old, const PlattFit& fitted, const ScoredCases& cases);

} // namespace fovea
