#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "model/segment/SegmentOptions.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// See ModelApi::segment().
Result<LabelMapPtr> segmentStudy(const std::vector<std::filesystem::path>& modelFolders,
                                 const Volume& volume, const SegmentOptions& options,
                                 const Progress& progress);

} // namespace fovea
