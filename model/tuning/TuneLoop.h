#pragma once

#include "model/engine/TuneOptions.h"
#include "model/training/TrainingCheckpoint.h"
#include "model/tuning/TuneLearner.h"

namespace fovea {

/// How a tuning went.
struct TuneOutcome {
    ParameterMap best;     ///< Of what learns: at the validation with the highest mean AUC.
    std::int64_t step = 0; ///< After which they were taken; 0: nothing was better than the start.
    std::int64_t steps = 0;
    Evaluation first; ///< At the start, and with `best`.
    Evaluation last;
    bool improved() const { return step > 0; }
};

/// Steps, validations, early end, log and checkpoints, whatever learns. Stopped and resumed from a
/// checkpoint it ends in the same parameters to the last bit as without the stop, with the same
/// number of threads. The learner is left with `best`.
///
/// A `peer`, which may be null, learns from the same studies in another order, and each softens the
/// other's targets (CoTeaching.h) from Recipe::coTeachingStart on. What it becomes is not judged.
///
/// Cancelled, TrainingDiverged (step), BadOption and CheckpointBroken of a checkpoint, errors of
/// writing and of loading studies. Throws c10::Error.
Result<TuneOutcome> runTuning(TuneLearner& learner, TuneLearner* peer, const Recipe& recipe,
                              const TrainingIdentity& identity, const TuneOptions& options,
                              const Progress& progress);

} // namespace fovea
