#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/verify/GoldenNode.h"
#include "model/verify/Verification.h"

namespace fovea {

/// Compares prepareStudy(), with the released settings, with figures of the reference pipeline.
/// `cases` is a list: `size_ijk`, `spacing_mm` and `label_boxes_kji` describe a study in LPS index
/// order with HU = floor(2000 u("ct:" + name, i)) - 1300; the rest are figures.
///
/// Tolerances: sizes, crops and label counts exactly; samples 1e-6 absolute; the sum 1e-6 of
/// itself.
///
/// Throws BadGoldenFile and std::bad_alloc.
Result<Verification> verifyPreprocessing(const GoldenNode& cases, const Progress& progress);

} // namespace fovea
