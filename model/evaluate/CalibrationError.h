#pragma once

#include "model/evaluate/Metrics.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fovea {

/// Expected calibration error of a two-class score: over 15 bins of equal width (Guo et al., "On
/// Calibration of Modern Neural Networks", ICML 2017), the mean of |mean score - share of positive
/// cases|, each bin weighted with its cases. The last bin holds score 1. Cases without a score
/// (NaN) are left out. Empty where none has one.
std::optional<double> expectedCalibrationError(const ScoredCases& cases);

/// `cases` with each score calibrated by a Platt fit of the other folds, so that no case is judged
/// by a calibration it had a part in. All cases of a group (a patient) are in one fold:
/// `foldOfGroup[groups[i]]`, in [0, folds). Empty where any fold with cases cannot be fitted.
std::optional<ScoredCases> crossCalibrated(const ScoredCases& cases,
                                           const std::vector<std::uint32_t>& groups,
                                           const std::vector<int>& foldOfGroup, int folds);

/// Groups dealt out to `folds` folds in an order that `seed` shuffles; sizes differ by at most one.
std::vector<int> dealFolds(std::size_t groups, int folds, std::uint64_t seed);

} // namespace fovea
