#pragma once

#include "model/engine/SegmenterApi.h"

namespace fovea {

/// See SegmenterApi::evaluate().
Result<SegmenterEvaluation> evaluateSegmenter(const std::filesystem::path& modelFolder,
                                              const std::filesystem::path& recipe,
                                              const StudySource& studies, const Progress& progress);

} // namespace fovea
