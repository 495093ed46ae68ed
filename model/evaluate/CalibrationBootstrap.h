#pragma once

#include "model/evaluate/Evaluation.h"

#include <vector>

namespace fovea {

/// Groups are dealt out to so many folds for calibration.
inline constexpr int CalibrationFolds = 5;

/// Gives the calibrations of `evaluation`, which has one finding per entry of `scored` (cases with
/// a score), their intervals. Fitting is dear: at most 200 of options.resamples are made.
/// A resample repeats cases, which raises the expected calibration error of good probabilities, so
/// those intervals lean upwards and may lie above the estimate.
/// `foldOfGroup` as crossCalibrated(); the number of groups is its size. Errors: Cancelled.
Status addCalibrationIntervals(Evaluation& evaluation, const std::vector<FindingCases>& scored,
                               const std::vector<int>& foldOfGroup, const MeasureOptions& options,
                               const Progress& progress);

} // namespace fovea
