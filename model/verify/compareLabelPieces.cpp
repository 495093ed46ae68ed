#include "model/segment/labelPieces.h"
#include "model/verify/GoldenSegmentation.h"
#include "model/verify/verifySegmentation.h"

#include <set>

namespace fovea {
namespace {

std::vector<std::uint16_t> labelsOf(const GoldenNode& node, const Index3& size)
{
    std::vector<std::uint16_t> labels(goldenVoxelCount(node.at("size_ijk"), size));
    for (const GoldenNode& one : node.at("boxes_kji").elements()) {
        const std::vector<std::int64_t> ends = one.at("box").integers(0, 1 << 20);
        if (ends.size() != 6 || ends[1] > size[2] || ends[3] > size[1] || ends[5] > size[0])
            one.refuse("is not a box in the volume");
        const auto label = static_cast<std::uint16_t>(one.at("label").integer(1, 1000));
        for (std::int64_t k = ends[0]; k < ends[1]; ++k) {
            for (std::int64_t j = ends[2]; j < ends[3]; ++j) {
                for (std::int64_t i = ends[4]; i < ends[5]; ++i)
                    labels[static_cast<std::size_t>((k * size[1] + j) * size[0] + i)] = label;
            }
        }
    }
    return labels;
}

void compareOperation(const GoldenNode& node, std::vector<std::uint16_t> labels,
                      const Index3& sizeKji, double voxelMm3, SegmentationFigures& made)
{
    node.noteOthers(
        {"operation", "labels", "threshold_mm3", "threshold_voxels", "counts", "samples"},
        made.notCompared);
    const std::string operation = node.at("operation").text();
    std::set<std::uint16_t> which;
    for (const std::int64_t label : node.at("labels").integers(1, 1000))
        which.insert(static_cast<std::uint16_t>(label));
    if (operation == "keep the largest component") {
        keepLargestPieces(labels, sizeKji, which);
    } else if (operation == "remove small components") {
        removeSmallPieces(labels, sizeKji, node.at("threshold_mm3").number() / voxelMm3, which);
    } else {
        made.notCompared.push_back(node.place());
        return;
    }
    const std::vector<std::int64_t> counts = node.at("counts").integers(0, 1 << 30);
    made.comparisons.exact(Quantity::LabelPieces, node.place(),
                           golden::countLabels(labels, static_cast<int>(counts.size())), counts);
    for (const golden::Sample& sample : golden::samples(node.at("samples"), labels.size()))
        made.comparisons.exact(Quantity::LabelPieces, node.place(), labels[sample.index],
                               static_cast<std::int64_t>(sample.value));
}

} // namespace

Status compareLabelPieces(const GoldenNode& file, SegmentationFigures& made,
                          const Progress& progress)
{
    for (const GoldenNode& node : file.elements()) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        node.noteOthers({"name", "size_ijk", "spacing_mm", "boxes_kji", "counts", "operations"},
                        made.notCompared);
        const Index3 size = node.at("size_ijk").index3();
        const Vec3 spacing = node.at("spacing_mm").vec3();
        const std::vector<std::uint16_t> labels = labelsOf(node, size);
        const std::vector<std::int64_t> counts = node.at("counts").integers(0, 1 << 30);
        made.comparisons.exact(Quantity::LabelCounts, node.place(),
                               golden::countLabels(labels, static_cast<int>(counts.size())),
                               counts);
        for (const GoldenNode& operation : node.at("operations").elements())
            compareOperation(operation, labels, {size[2], size[1], size[0]},
                             spacing[0] * spacing[1] * spacing[2], made);
    }
    return Done{};
}

} // namespace fovea
