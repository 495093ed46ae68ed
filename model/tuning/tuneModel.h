#pragma once

#include "model/engine/Engine.h"

namespace fovea {

/// ModelApi::tune(): see TuneOptions.h. Call from one thread; volumes are loaded one at a time.
/// Deterministic for options.seed, the studies and one number of threads.
Result<TuneResult> tuneModel(const StudySource& training, const StudySource& validation,
                             const TuneOptions& options, const Progress& progress);

} // namespace fovea
