#pragma once

#include "model/bench/BenchReport.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

namespace fovea {

/// Times the analysis of two made-up studies with the reference's order of work and with ours, in
/// turn and in one process, from the prepared study to scores. Prompts are encoded once per model
/// in both, and timed apart. Errors: those of reading the package; Cancelled; OutOfMemory.
Result<BenchReport> benchAnalyze(const BenchOptions& options, const Progress& progress);

} // namespace fovea
