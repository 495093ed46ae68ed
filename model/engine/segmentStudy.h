#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Segmentation.h"
#include "model/domain/Volume.h"
#include "model/segment/SegmentOptions.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// See SegmentApi::segment(). Without `confidence`, which takes some time, there is none.
Result<Segmentation> segmentStudy(const std::vector<std::filesystem::path>& modelFolders,
                                  const Volume& volume, const SegmentOptions& options,
                                  bool confidence, const Progress& progress);

} // namespace fovea
