#pragma once

#include "model/engine/SegmenterApi.h"

namespace fovea {

/// See SegmenterApi::train(). AdamW, linear warm-up and cosine over random patches of all studies,
/// which are kept in memory (three bytes per voxel at the network's spacing). Stopped and resumed
/// from a checkpoint it gives the same network to the last bit, with the same number of threads.
Status trainSegmenter(const StudySource& training, const SegmenterTrainOptions& options,
                      const Progress& progress);

} // namespace fovea
