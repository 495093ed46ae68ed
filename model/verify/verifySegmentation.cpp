#include "model/verify/verifySegmentation.h"

#include <c10/core/InferenceMode.h>

namespace fovea {
namespace {

enum class Form { None, Networks, SlidingWindow, Zoom, Pieces, OwnPreprocessing, Pipeline, Parts };

Form formOf(const GoldenNode& file)
{
    if (file.isArray()) {
        if (file.json().empty() || !file.json().front().is_object())
            return Form::None;
        const GoldenNode first(file.json().front(), {});
        if (first.find("network") && first.find("logits"))
            return Form::Networks;
        if (first.find("operations"))
            return Form::Pieces;
        return first.find("target_spacing_after_transpose") ? Form::OwnPreprocessing : Form::None;
    }
    if (!file.isObject())
        return Form::None;
    if (file.find("volumes") && file.find("step_starts"))
        return Form::SlidingWindow;
    if (file.find("zoom"))
        return Form::Zoom;
    if (file.find("models") && file.find("resample_mm"))
        return Form::Parts;
    return file.find("checkpoint") && file.find("runs") ? Form::Pipeline : Form::None;
}

} // namespace

bool isSegmentationFile(const GoldenNode& file)
{
    return formOf(file) != Form::None;
}

Result<Verification> verifySegmentation(const GoldenNode& file,
                                        const std::filesystem::path& goldenFile,
                                        const Progress& progress)
{
    const c10::InferenceMode inference;
    SegmentationFigures made;
    Status status = Done{};
    switch (formOf(file)) {
    case Form::None:
        file.refuse("has no figures of nnU-Net");
    case Form::Networks:
        status = compareSegmentationNetworks(file, made, progress);
        break;
    case Form::SlidingWindow:
        status = compareSlidingWindow(file, goldenFile, made, progress);
        break;
    case Form::Zoom:
        status = compareZoom(file, made, progress);
        break;
    case Form::Pieces:
        status = compareLabelPieces(file, made, progress);
        break;
    case Form::OwnPreprocessing:
        status = compareOwnPreprocessing(file, made, progress);
        break;
    case Form::Pipeline:
        status = compareSegmentationPipeline(file, goldenFile, made, progress);
        break;
    case Form::Parts:
        status = compareSegmentationParts(file, made, progress);
        break;
    }
    if (!status)
        return status.error();
    Verification verification;
    verification.kind = Verification::Kind::Segmentation;
    verification.comparisons = made.comparisons.take();
    verification.notCompared = std::move(made.notCompared);
    return verification;
}

} // namespace fovea
