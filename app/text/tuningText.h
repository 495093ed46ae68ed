#pragma once

#include "app/work/tuning/PatientSplit.h"
#include "app/work/tuning/TuningProblem.h"
#include "model/evaluate/TuningJudgement.h"

#include <QString>

namespace fovea {

/// What is wrong with the studies that a model is to learn from, one sentence.
QString tuningProblemText(const TuningProblem& problem);
/// What speaks against a tuned model, or what its judgement does not know; one sentence.
QString tuningConcernText(const TuningConcern& concern);
/// "training", "validation", "test", as within a sentence.
QString tuningSplitName(TuningSplit split);

} // namespace fovea
