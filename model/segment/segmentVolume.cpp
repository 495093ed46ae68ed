#include "model/segment/segmentVolume.h"

#include "model/segment/CanonicalGrid.h"
#include "model/segment/ConfidenceRecorder.h"
#include "model/segment/LabelPlanes.h"
#include "model/segment/SegmentationInput.h"
#include "model/segment/SlidingWindow.h"
#include "model/segment/SmoothLabels.h"
#include "model/segment/ZoomedSegmentation.h"
#include "model/segment/slideIntoLabels.h"

#include <cmath>
#include <functional>

namespace fovea {
namespace {

using Work = SegmentOptions::Work;

constexpr double resampledShare = 0.03; ///< Of the time, for progress: windows take nearly all.
constexpr double slidShare = 0.98;

Result<std::vector<std::uint16_t>> asTotalSegmentator(const SegmentationModel& model,
                                                      const Volume& volume,
                                                      const SegmentOptions& options,
                                                      const Progress& progress,
                                                      ConfidenceRecorder* recorder)
{
    Result<ZoomedSegmentation> zoomed = ZoomedSegmentation::create(
        model.config, volume, options, progress.part(0.0, resampledShare));
    if (!zoomed)
        return zoomed.error();
    if (Status status =
            zoomed->add(model, 0, options, progress.part(resampledShare, slidShare), recorder);
        !status)
        return status.error();
    if (options.smallPiecesMm3 > 0.0)
        zoomed->removeSmallPieces(options.smallPiecesMm3);
    return zoomed->labels();
}

Result<std::vector<std::uint16_t>> asNnUnet(const SegmentationModel& model, const Volume& volume,
                                            const SegmentOptions& options, const Progress& progress,
                                            ConfidenceRecorder* recorder)
{
    const SegmentationConfig& config = model.config;
    if (options.smallPiecesMm3 > 0.0)
        return makeError(ErrorCode::BadOption,
                         {"small pieces", "they are removed in TotalSegmentator's order of work"});
    if (config.imageReader != "NibabelIOWithReorient")
        return makeError(ErrorCode::ModelBroken,
                         {"plans.json", "image_reader_writer is “" + config.imageReader +
                                            "”; only NibabelIOWithReorient is supported"});
    const ArrayView view = canonicalView(volume.geometry()).transposed(config.transposeForward);
    const Result<SegmentationInput> input =
        inputFromVolume(config, volume.voxels().data(), view, progress.part(0.0, resampledShare));
    if (!input)
        return input.error();
    std::vector<std::uint16_t> labels(volume.geometry().voxelCount());
    const ArrayView box = view.cropped(input->low, input->high);
    const Index3 size{static_cast<int>(input->image.size(0)),
                      static_cast<int>(input->image.size(1)),
                      static_cast<int>(input->image.size(2))};
    const SlidingWindowOptions sliding = slidingWindowOptions(model, options);
    const Progress windows = progress.part(resampledShare, slidShare);
    Status slid = Done{};
    if (options.smoothEdges) {
        SmoothLabels smooth(config.classes, size, labels.data(), box);
        slid = slideWindow(config, model.weights, input->image, sliding,
                           recorded(recorder, std::ref(smooth)), windows);
        if (slid)
            slid = smooth.write(progress.part(slidShare, 1.0));
    } else if (size == box.size) {
        slid = slideIntoLabels(model, input->image, sliding, {labels.data(), box, 0}, recorder,
                               windows);
    } else {
        LabelsFromResampledLogits resampled(config, size, options.halfSums, labels.data(), box);
        slid = slideWindow(config, model.weights, input->image, sliding,
                           recorded(recorder, std::ref(resampled)), windows);
    }
    if (!slid)
        return slid.error();
    return labels;
}

} // namespace

SlidingWindowOptions slidingWindowOptions(const SegmentationModel& model,
                                          const SegmentOptions& options)
{
    SlidingWindowOptions made;
    made.step = options.step.value_or(automaticStep(model.config));
    made.halfSums = options.halfSums;
    if (options.mirroring)
        made.mirrorAxes = model.mirrorAxes;
    if (!options.cpuOnly)
        made.place = WindowPlace::fastest();
    return made;
}

Status checkOptions(const SegmentOptions& options)
{
    if (options.imageOrder != 0 && options.imageOrder != 1 && options.imageOrder != 3)
        return makeError(ErrorCode::BadOption, {"image order", "0, 1 or 3"});
    if (options.step && !(*options.step >= 0.1 && *options.step <= 1.0))
        return makeError(ErrorCode::BadOption, {"step", "from 0.1 to 1"});
    if (options.smallPiecesMm3 < 0.0 || !std::isfinite(options.smallPiecesMm3))
        return makeError(ErrorCode::BadOption, {"small pieces", "0 or more mm³"});
    return Done{};
}

Work automaticWork(const SegmentationConfig& config)
{
    const std::string& name = config.datasetName;
    const bool total = name.find("TotalSegmentator") != std::string::npos ||
                       name.starts_with("Dataset299_body") || name.starts_with("Dataset300_body");
    return total ? Work::TotalSegmentator : Work::NnUnet;
}

Work workOf(const SegmentationConfig& config, const SegmentOptions& options)
{
    if (options.smoothEdges)
        return Work::NnUnet;
    return options.work == Work::Automatic ? automaticWork(config) : options.work;
}

double automaticStep(const SegmentationConfig& config)
{
    return config.datasetName.find("TotalSegmentator") != std::string::npos ? 0.8 : 0.5;
}

Result<std::vector<std::uint16_t>>
segmentVolume(const SegmentationModel& model, const Volume& volume, const SegmentOptions& options,
              const Progress& progress, ConfidenceRecorder* recorder)
{
    if (Status status = checkOptions(options); !status)
        return status.error();
    const Work work = workOf(model.config, options);
    Result<std::vector<std::uint16_t>> labels =
        work == Work::TotalSegmentator
            ? asTotalSegmentator(model, volume, options, progress, recorder)
            : asNnUnet(model, volume, options, progress, recorder);
    if (labels)
        progress.report(1.0);
    return labels;
}

} // namespace fovea
