#include "model/segment/TotalParts.h"
#include "model/segment/ZoomedSegmentation.h"
#include "model/verify/GoldenSegmentation.h"
#include "model/verify/verifySegmentation.h"

namespace fovea {
namespace {

constexpr double labelTolerance = 1e-3;

SegmentationModel modelOf(const GoldenNode& node, double spacingMm)
{
    SegmentationModel model;
    model.config = golden::plainConfig(node.at("network"), node.at("patch_dhw"));
    model.config.datasetName =
        "Dataset" + std::to_string(node.at("dataset_id").integer(1, 9999)) + "_TotalSegmentator";
    model.config.spacingMm = {spacingMm, spacingMm, spacingMm};
    golden::setNormalization(model.config);
    if (!totalPartOffset(model.config.datasetName))
        node.at("dataset_id").refuse("is not that of a part of TotalSegmentator's total");
    model.folds = {0};
    model.weights = {
        golden::segmentationParameters(model.config, node.at("weight_name_prefix").text())};
    return model;
}

/// The only member whose name begins so: "counts_by_label_0_to_50".
GoldenNode memberLike(const GoldenNode& node, std::string_view begin)
{
    for (const auto& [key, member] : node.members()) {
        if (key.starts_with(begin))
            return member;
    }
    node.refuse("has no “" + std::string(begin) + "”");
}

void compareRun(const GoldenNode& run, const std::vector<std::uint16_t>& labels,
                SegmentationFigures& made)
{
    const std::vector<std::int64_t> expected =
        memberLike(run, "counts_by_label").integers(0, 1 << 30);
    made.comparisons.absolute(
        Quantity::HalfSegmentedVoxels, run.place(),
        golden::differingShare(golden::countLabels(labels, static_cast<int>(expected.size())),
                               expected),
        0.0, labelTolerance);
    const std::vector<golden::Sample> samples = golden::samples(run.at("samples"), labels.size());
    double different = 0.0;
    for (const golden::Sample& sample : samples)
        different += labels[sample.index] != sample.value ? 1.0 : 0.0;
    if (!samples.empty())
        // One of a few hundred may be one of the tolerated thousandth.
        made.comparisons.absolute(Quantity::LabelSamples, run.place(),
                                  different / static_cast<double>(samples.size()), 0.0,
                                  labelTolerance + 1.0 / static_cast<double>(samples.size()));
}

} // namespace

Status compareSegmentationParts(const GoldenNode& file, SegmentationFigures& made,
                                const Progress& progress)
{
    file.noteOthers({"volume", "models", "resample_mm", "image_order", "tile_step_size", "runs"},
                    made.notCompared);
    SegmentOptions options;
    options.imageOrder = static_cast<int>(file.at("image_order").integer(0, 3));
    options.step = file.at("tile_step_size").number();
    options.halfSums = true;
    const double spacing = file.at("resample_mm").number();
    if (options.imageOrder == 2 || *options.step < 0.1 || *options.step > 1.0 || spacing < 0.1 ||
        spacing > 100.0)
        file.refuse("has settings that are not supported");
    const VolumePtr volume = golden::segmentationVolume(file.at("volume"));
    const std::vector<GoldenNode> models = file.at("models").elements();
    if (models.empty())
        file.at("models").refuse("is empty");

    SegmentationConfig grid;
    grid.spacingMm = {spacing, spacing, spacing};
    Result<ZoomedSegmentation> zoomed =
        ZoomedSegmentation::create(grid, *volume, options, Progress{});
    if (!zoomed)
        return zoomed.error();
    for (std::size_t i = 0; i < models.size(); ++i) {
        const auto share = [&](std::size_t n) {
            return static_cast<double>(n) / static_cast<double>(models.size());
        };
        const SegmentationModel model = modelOf(models[i], spacing);
        if (Status status = zoomed->add(model, *totalPartOffset(model.config.datasetName), options,
                                        progress.part(share(i), share(i + 1)));
            !status)
            return status;
    }
    const std::vector<std::uint16_t> labels = zoomed->labels();
    for (const GoldenNode& run : file.at("runs").elements()) {
        // Pieces along z were the reference's way to save memory; this program does not need them.
        if (run.at("split_into_three_along_z").is(true))
            made.notCompared.push_back(run.place());
        else
            compareRun(run, labels, made);
    }
    return Done{};
}

} // namespace fovea
