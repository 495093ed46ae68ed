#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/engine/SegmentBench.h"

namespace fovea {

/// See SegmenterApi::bench().
Result<SegmentBenchRun> benchSegment(const SegmentBenchOptions& options, const Progress& progress);

} // namespace fovea
