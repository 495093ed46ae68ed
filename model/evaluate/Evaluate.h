#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/EvaluateOptions.h"

namespace fovea {

/// Scores every study of the source and compares with its regions' findings, per finding, in
/// the order in which the model first answered them. A study counts for a finding where its anatomy
/// could be scored and is counted as unscored elsewhere. Intervals and folds are over studies, each
/// taken for a patient of its own. Each study is loaded and encoded once, whatever is measured.
///
/// NoCases where the source is empty; errors of loading or analysing a study end the evaluation, as
/// do texts of the options that the engine cannot embed.
Result<Evaluation> evaluateEngine(Engine& engine, const StudySource& studies,
                                  const EvaluateOptions& options, const Progress& progress);

} // namespace fovea
