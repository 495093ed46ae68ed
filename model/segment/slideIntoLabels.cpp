#include "model/segment/slideIntoLabels.h"

namespace fovea {

Status slideIntoLabels(const SegmentationModel& model, const at::Tensor& image,
                       const SlidingWindowOptions& options, const LabelTarget& target,
                       ConfidenceRecorder* recorder, const Progress& progress)
{
    LabelsInPlace labels(target.labels, target.view, target.offset);
    if (!recorder)
        return slideLabels(model.config, model.weights, image, options, labels, progress);
    const LogitsSink sink = [&](int first, const at::Tensor& logits) {
        const std::vector<std::uint16_t> largest = largestLogits(logits);
        return labels(first, static_cast<int>(logits.size(1)), largest.data());
    };
    return slideWindow(model.config, model.weights, image, options, recorded(recorder, sink),
                       progress);
}

} // namespace fovea
