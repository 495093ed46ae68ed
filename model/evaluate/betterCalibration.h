#pragma once

#include "model/evaluate/Metrics.h"
#include "model/evaluate/Platt.h"

// Standard C++ only.

namespace fovea {

/// Which of two calibrations to state probabilities by: `old`, which was there before, unless
/// `fitted`, which fitPlatt() made of these very cases, does better on cases that it was not made
/// of: by the log loss of five folds, each calibrated by a fit of the others. A fit to a few dozen
/// cases knows no probability near 0 or 1, because Platt's targets are smoothed by how few they are
/// (a fit to 4 positives among 40 aims at 5/6), while the old one may still hold.
PlattFit betterCalibration(const PlattFit& old, const PlattFit& fitted, const ScoredCases& cases);

} // namespace fovea
