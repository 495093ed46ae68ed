#pragma once

#include "model/engine/Engine.h"

namespace fovea {

/// Trains every variant with every seed and measures it on `test`: all runs that were asked for,
/// those of options.finished too, ordered by seed, then by variant.
///
/// All variants of a seed have the same encoder with the same first parameters, the same studies,
/// batches, crops, optimiser and number of steps; co-teaching has a second network beside it, which
/// sees its own batches. The parameters that are measured are those of the best validation. Studies
/// are loaded once and shared.
///
/// Errors: those of trainModel(), and of options.onRun.
Result<ObjectiveComparison>
compareObjectives(const StudySource& training, const StudySource& validation,
                  const StudySource& test, const CompareOptions& options, const Progress& progress);

/// A row per variant that has runs.
std::vector<ComparisonRow> comparisonRows(const std::vector<ComparisonRun>& runs);

} // namespace fovea
