#pragma once

#include "model/segment/ConfidenceRecorder.h"
#include "model/segment/LabelPlanes.h"
#include "model/segment/SegmentationModel.h"
#include "model/segment/SlidingWindow.h"

namespace fovea {

/// Where labels go: `labels` is what `view` looks at, `offset` is added to all but 0.
struct LabelTarget {
    std::uint16_t* labels = nullptr;
    ArrayView view;
    int offset = 0;
};

/// slideLabels() into a label buffer; with a recorder, which wants logits, slideWindow().
Status slideIntoLabels(const SegmentationModel& model, const at::Tensor& image,
                       const SlidingWindowOptions& options, const LabelTarget& target,
                       ConfidenceRecorder* recorder, const Progress& progress);

} // namespace fovea
