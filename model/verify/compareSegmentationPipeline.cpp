#include "model/segment/AxisSampling.h"
#include "model/segment/SegmentationInput.h"
#include "model/segment/SlidingWindow.h"
#include "model/segment/roughCrop.h"
#include "model/segment/segmentVolume.h"
#include "model/verify/GoldenSegmentation.h"
#include "model/verify/verifySegmentation.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>

namespace fovea {
namespace {

namespace fs = std::filesystem;

constexpr double inputTolerance = 1e-5;
constexpr double logitTolerance = 2e-3; // absolute and relative: sums in half precision
constexpr double halfLabelTolerance = 1e-3;
constexpr double labelTolerance = 2e-4;

/// The trained folder that lies beside the file.
Result<SegmentationModel> modelBeside(const GoldenNode& file, const fs::path& goldenFile,
                                      const Progress& progress)
{
    std::vector<fs::path> folders;
    std::error_code error;
    const fs::path parent = goldenFile.has_parent_path() ? goldenFile.parent_path() : fs::path(".");
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) {
        if (it->is_directory(error) && it->path().filename().string().starts_with("Dataset"))
            folders.push_back(it->path());
    }
    if (folders.size() != 1)
        file.refuse("has not exactly one trained folder “Dataset…” beside it");
    return readSegmentationModel(folders.front(), {}, progress);
}

VolumePtr volumeOf(const GoldenNode& node, SegmentationFigures& made)
{
    VolumePtr volume = golden::segmentationVolume(node);
    if (const auto expected = node.find("sum")) {
        std::int64_t sum = 0;
        for (const std::int16_t voxel : volume->voxels())
            sum += voxel;
        made.comparisons.exact(Quantity::WholeHu, node.place(), sum,
                               static_cast<std::int64_t>(expected->number()));
    }
    return volume;
}

/// The stages of one run that have figures of their own.
Status compareStages(const GoldenNode& run, const SegmentationModel& model, const Volume& volume,
                     const SegmentOptions& options, SegmentationFigures& made,
                     const Progress& progress)
{
    const SegmentationConfig& config = model.config;
    const std::string where = run.at("name").text();
    const ArrayView view = canonicalView(volume.geometry());
    const Result<ZoomedVolume> zoomed =
        zoomVolume(volume.voxels().data(), view, config.spacingMm, options.imageOrder, Progress{});
    if (!zoomed)
        return zoomed.error();
    made.comparisons.exact(
        Quantity::ResampledSizes, where,
        std::vector<std::int64_t>{zoomed->size[2], zoomed->size[1], zoomed->size[0]},
        run.at("model_size_ijk").integers(1, 1 << 20));
    for (const golden::Sample& sample :
         golden::samples(run.at("model_int32").at("samples"), zoomed->values.size()))
        // A whole number that rounding noise moved is cut to its neighbour.
        made.comparisons.absolute(Quantity::WholeHu, where, zoomed->values[sample.index],
                                  sample.value, 1.0);

    const SegmentationInput input = inputFromZoomed(
        config, zoomed->values.data(), ArrayView::contiguous(zoomed->size, config.spacingMm));
    const std::vector<GoldenNode> ends = run.at("bbox_nonzero_zyx").elements();
    const std::vector<GoldenNode> starts = run.at("window_starts_zyx").elements();
    if (ends.size() != 3 || starts.size() != 3)
        run.refuse("is not of three axes");
    for (std::size_t a = 0; a < 3; ++a) {
        made.comparisons.exact(Quantity::NonzeroBoxes, where,
                               std::vector<std::int64_t>{input.low[a], input.high[a]},
                               ends[a].integers(0, 1 << 20));
        const int length = std::max(
            static_cast<int>(input.image.size(static_cast<std::int64_t>(a))), config.patch[a]);
        const std::vector<int> found = windowStarts(length, config.patch[a], *options.step);
        made.comparisons.exact(Quantity::WindowStarts, where,
                               std::vector<std::int64_t>(found.begin(), found.end()),
                               starts[a].integers(0, 1 << 20));
    }
    const float* const values = input.image.const_data_ptr<float>();
    // HU that differ by 1 for rounding noise differ by 1 / std here.
    const auto elements = static_cast<std::size_t>(input.image.numel());
    for (const golden::Sample& sample :
         golden::samples(run.at("network_input").at("samples"), elements))
        made.comparisons.absolute(Quantity::NormalizedImages, where, values[sample.index],
                                  sample.value, inputTolerance);

    at::Tensor logits =
        at::empty({config.classes, input.image.size(0), input.image.size(1), input.image.size(2)},
                  at::kFloat);
    SlidingWindowOptions sliding;
    sliding.step = *options.step;
    sliding.halfSums = true;
    const Status slid = slideWindow(
        config, model.weights, input.image, sliding,
        [&](int first, const at::Tensor& planes) -> Status {
            logits.narrow(1, first, planes.size(1)).copy_(planes);
            return Done{};
        },
        progress);
    if (!slid)
        return slid;
    const float* const found = logits.const_data_ptr<float>();
    for (const golden::Sample& sample :
         golden::samples(run.at("logits_fp16_samples"), static_cast<std::size_t>(logits.numel())))
        made.comparisons.relative(Quantity::HalfSlidLogits, where, found[sample.index],
                                  sample.value, 1.0 + std::abs(sample.value), logitTolerance);
    return Done{};
}

Status compareLabels(Quantity quantity, double tolerance, const std::string& where,
                     const GoldenNode& counts, const SegmentationModel& model, const Volume& volume,
                     const SegmentOptions& options, SegmentationFigures& made,
                     const Progress& progress)
{
    const Result<std::vector<std::uint16_t>> labels =
        segmentVolume(model, volume, options, progress);
    if (!labels)
        return labels.error();
    made.comparisons.absolute(
        quantity, where,
        golden::differingShare(golden::countLabels(*labels, model.config.classes),
                               counts.integers(0, 1 << 30)),
        0.0, tolerance);
    return Done{};
}

/// Only the box of a mask and a margin is segmented, and laid back into background.
Status compareCropped(const GoldenNode& node, const SegmentationModel& model, const Volume& volume,
                      SegmentationFigures& made, const Progress& progress)
{
    node.noteOthers({"mask_box_kji", "addon_mm", "tile_step_size", "image_order", "counts",
                     "label_map_sha256_i_fastest"},
                    made.notCompared);
    const RoughBox inner = golden::maskBox(node);
    for (std::size_t a = 0; a < 3; ++a) {
        if (inner.low[a] >= inner.high[a] || inner.high[a] > volume.geometry().size[a])
            node.at("mask_box_kji").refuse("does not lie in the volume");
    }
    const RoughBox box = widened(inner, node.at("addon_mm").vec3(), volume.geometry());
    const VolumePtr part = cropped(volume, box);
    SegmentOptions options;
    options.work = SegmentOptions::Work::TotalSegmentator;
    options.step = node.at("tile_step_size").number();
    options.imageOrder = static_cast<int>(node.at("image_order").integer(0, 3));
    options.halfSums = true;
    const auto labels = segmentVolume(model, *part, options, progress);
    if (!labels)
        return labels.error();
    made.comparisons.absolute(
        Quantity::HalfSegmentedVoxels, node.place(),
        golden::differingShare(golden::countLabels(uncropped(*labels, box, volume.geometry().size),
                                                   model.config.classes),
                               node.at("counts").integers(0, 1 << 30)),
        0.0, halfLabelTolerance);
    return Done{};
}

Status compareRun(const GoldenNode& run, const SegmentationModel& model, const Volume& volume,
                  SegmentationFigures& made, const Progress& progress)
{
    run.noteOthers({"name", "tile_step_size", "image_order", "canonical_size_ijk", "model_size_ijk",
                    "model_int32", "bbox_nonzero_zyx", "network_input", "window_starts_zyx",
                    "logits_fp16_samples", "labels_in_model_space", "labels",
                    "with_fp32_accumulation", "label_map_sha256_i_fastest"},
                   made.notCompared);
    SegmentOptions options;
    options.work = SegmentOptions::Work::TotalSegmentator;
    options.step = run.at("tile_step_size").number();
    options.imageOrder = static_cast<int>(run.at("image_order").integer(0, 3));
    if (options.imageOrder == 2 || *options.step < 0.1 || *options.step > 1.0)
        run.refuse("has settings that are not supported");
    if (Status status = compareStages(run, model, volume, options, made, progress.part(0.0, 0.3));
        !status)
        return status;
    const std::string where = run.at("name").text();
    options.halfSums = true;
    if (Status status = compareLabels(Quantity::HalfSegmentedVoxels, halfLabelTolerance, where,
                                      run.at("labels").at("counts"), model, volume, options, made,
                                      progress.part(0.3, 0.65));
        !status)
        return status;
    options.halfSums = false;
    return compareLabels(Quantity::SegmentedVoxels, labelTolerance, where,
                         run.at("with_fp32_accumulation").at("counts"), model, volume, options,
                         made, progress.part(0.65, 1.0));
}

} // namespace

Status compareSegmentationPipeline(const GoldenNode& file, const fs::path& goldenFile,
                                   SegmentationFigures& made, const Progress& progress)
{
    file.noteOthers({"volume", "checkpoint", "checkpoint_older", "runs", "cropped",
                     "nnunet_own_resampling", "higher_order"},
                    made.notCompared);
    const Result<SegmentationModel> model = modelBeside(file, goldenFile, progress.part(0.0, 0.05));
    if (!model)
        return model.error();
    const VolumePtr volume = volumeOf(file.at("volume"), made);
    const std::vector<GoldenNode> runs = file.at("runs").elements();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto share = [&](std::size_t n) {
            return 0.05 + 0.8 * static_cast<double>(n) / static_cast<double>(runs.size());
        };
        if (Status status =
                compareRun(runs[i], *model, *volume, made, progress.part(share(i), share(i + 1)));
            !status)
            return status;
    }
    if (const auto crop = file.find("cropped")) {
        if (Status status = compareCropped(*crop, *model, *volume, made, progress.part(0.85, 0.9));
            !status)
            return status;
    }
    for (const char* const way : {"nnunet_own_resampling", "higher_order"}) {
        const auto own = file.find(way);
        if (!own)
            continue;
        SegmentOptions options;
        options.work = SegmentOptions::Work::NnUnet;
        options.smoothEdges = way == std::string_view("higher_order");
        options.step = own->at("tile_step_size").number();
        options.halfSums = true;
        if (Status status = compareLabels(Quantity::HalfSegmentedVoxels, halfLabelTolerance,
                                          own->place(), own->at("counts"), *model, *volume, options,
                                          made, progress.part(0.9, 1.0));
            !status)
            return status;
    }
    return Done{};
}

} // namespace fovea
