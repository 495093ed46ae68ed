#include "model/bench/benchSegment.h"

#include "model/bench/ReferenceWindows.h"
#include "model/bench/fastestOf.h"
#include "model/bench/processorName.h"
#include "model/engine/CpuSetup.h"
#include "model/engine/torchErrors.h"
#include "model/segment/SegmentationModel.h"
#include "model/segment/SlidingWindow.h"
#include "model/segment/segmentVolume.h"
#include "model/tuning/PeakMemory.h"
#include "model/verify/GoldenSegmentation.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/upsample_trilinear3d.h>
#include <torch/version.h>

#include <algorithm>
#include <ctime>
#include <optional>

namespace fovea {
namespace {

using Way = SegmentBenchOptions::Way;

double processorSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// TotalSegmentator's 3 mm model, which has 117 structures.
SegmentationModel madeUpNetwork()
{
    SegmentationModel model;
    SegmentationConfig& config = model.config;
    config.datasetName = "Dataset297_TotalSegmentator_total_3mm_1559subj";
    config.features = {32, 64, 128, 256, 320};
    config.kernels.assign(5, {3, 3, 3});
    config.strides.assign(5, {2, 2, 2});
    config.strides.front() = {1, 1, 1};
    config.encoder.assign(5, 2);
    config.decoder.assign(4, 2);
    config.classes = 118;
    config.patch = {112, 112, 128};
    model.folds = {0};
    model.weights.push_back(golden::segmentationParameters(config));
    return model;
}

/// Smooth hills of organs' size with noise over them: neighbours are alike, as in a CT.
at::Tensor madeUpImage(const Index3& size)
{
    const at::Generator generator = at::detail::createCPUGenerator(1);
    const at::TensorOptions options(at::kFloat);
    constexpr int hill = 12; // voxels
    const at::Tensor coarse = at::randn(
        {1, 1, size[0] / hill + 2, size[1] / hill + 2, size[2] / hill + 2}, generator, options);
    const at::Tensor smooth =
        at::upsample_trilinear3d(coarse, {size[0], size[1], size[2]}, false).squeeze();
    return smooth + at::randn(smooth.sizes(), generator, options) * 0.2;
}

int windowsOf(const SegmentationConfig& config, const Index3& size, double step)
{
    std::size_t windows = 1;
    for (std::size_t a = 0; a < 3; ++a)
        windows *= windowStarts(std::max(size[a], config.patch[a]), config.patch[a], step).size();
    return static_cast<int>(windows);
}

Result<std::vector<std::uint16_t>> labelsOf(Way way, const SegmentationModel& model,
                                            const at::Tensor& image, double step,
                                            const Progress& progress)
{
    if (way != Way::Ours)
        return referenceLabels(model.config, model.weights.front(), image, step,
                               way == Way::Reference ? at::kHalf : at::kFloat, progress);
    std::vector<std::uint16_t> labels(static_cast<std::size_t>(image.numel()));
    const std::int64_t plane = image.size(1) * image.size(2);
    SlidingWindowOptions sliding;
    sliding.step = step;
    const Status slid = slideLabels(
        model.config, {&model.weights.front(), 1}, image, sliding,
        [&](int first, int planes, const std::uint16_t* found) -> Status {
            std::copy_n(found, planes * plane, labels.data() + first * plane);
            return Done{};
        },
        progress);
    if (!slid)
        return slid.error();
    return labels;
}

} // namespace

Result<SegmentBenchRun> benchSegment(const SegmentBenchOptions& options, const Progress& progress)
{
    // The reference as its users run it, but on as many threads as ours.
    if (options.way == Way::Ours)
        prepareCpuForInference();
    else
        at::set_num_threads(physicalCores());
    return guarded<SegmentBenchRun>([&]() -> Result<SegmentBenchRun> {
        Result<SegmentationModel> model = options.model.empty()
                                              ? Result<SegmentationModel>(madeUpNetwork())
                                              : readSegmentationModel(options.model, {}, {});
        if (!model)
            return model.error();
        for (std::size_t a = 0; a < 3; ++a) {
            if (options.size[a] < model->config.patch[a])
                return makeError(ErrorCode::BadOption,
                                 {"size", "smaller than a window of the network"});
        }
        const double step = automaticStep(model->config);
        const at::Tensor image = madeUpImage(options.size);
        SegmentBenchRun run;
        run.windows = windowsOf(model->config, options.size, step);
        run.threads = at::get_num_threads();
        run.processor = processorName();
        run.torchVersion = TORCH_VERSION;
        const PeakMemory memory;
        const double before = processorSeconds();
        std::optional<Result<std::vector<std::uint16_t>>> labels;
        run.seconds = secondsOf(
            [&] { labels.emplace(labelsOf(options.way, *model, image, step, progress)); });
        if (!*labels)
            return labels->error();
        run.processorSeconds = processorSeconds() - before;
        run.peakBytes = memory.bytes();
        run.labels = std::move(**labels);
        return run;
    });
}

} // namespace fovea
