#include "model/segment/LabelPlanes.h"
#include "model/segment/SegmentationInput.h"
#include "model/segment/resamplePlanes.h"
#include "model/segment/roughCrop.h"
#include "model/verify/GoldenSegmentation.h"
#include "model/verify/verifySegmentation.h"

#include <ATen/ops/from_blob.h>
#include <ATen/ops/upsample_trilinear3d.h>

#include <algorithm>
#include <cmath>

namespace fovea {
namespace {

constexpr double zoomTolerance = 1e-6;
constexpr double noise = 1e-6; ///< Of a value that is a whole number but for rounding.
constexpr double ownTolerance = 1e-5;
constexpr double ownLabelTolerance = 2e-4;

Index3 reversed(const Index3& index)
{
    return {index[2], index[1], index[0]};
}

Vec3 reversedSpacing(const Vec3& spacing)
{
    return {spacing[2], spacing[1], spacing[0]};
}

/// Spacings are float32 in the files that the reference reads.
Vec3 asStored(const Vec3& spacing)
{
    Vec3 stored{};
    std::ranges::transform(spacing, stored.begin(),
                           [](double mm) { return static_cast<double>(static_cast<float>(mm)); });
    return stored;
}

std::vector<std::int64_t> wide(const Index3& index)
{
    return {index.begin(), index.end()};
}

struct Ct {
    std::vector<std::int16_t> voxels;
    ArrayView view; ///< z, y, x.
};

Ct ctOf(const GoldenNode& node, const GoldenNode& spacing)
{
    const Index3 size = node.at("size_ijk").index3();
    goldenVoxelCount(node.at("size_ijk"), size);
    const auto zeros = node.find("zero_boxes_kji");
    return {golden::segmentationCt(
                node.at("name").text(), size, golden::huBoxes(node.at("boxes_kji"), size),
                zeros ? golden::zeroBoxes(*zeros, size) : std::vector<golden::HuBox>{}),
            ArrayView::contiguous(reversed(size), reversedSpacing(asStored(spacing.vec3())))};
}

/// Before it is cut to whole HU.
Result<std::vector<double>> zoomed(const Ct& ct, const Index3& size, int order)
{
    const auto axis = [&](std::size_t a) {
        return AxisSampling::zoom(ct.view.size[a], size[a], order);
    };
    const AxisSampling planes = axis(0);
    const AxisSampling rows = axis(1);
    const AxisSampling columns = axis(2);
    const std::size_t plane = static_cast<std::size_t>(size[1]) * size[2];
    std::vector<double> values(plane * size[0]);
    const auto read = [&](int p, double* to) {
        const std::size_t count = static_cast<std::size_t>(ct.view.size[1]) * ct.view.size[2];
        std::copy_n(ct.voxels.data() + p * count, count, to);
    };
    const auto write = [&](int p, const double* from) {
        std::copy_n(from, plane, values.data() + p * plane);
    };
    if (Status status =
            resamplePlanes(planes, rows, columns, Overshoot::Keep, read, write, Progress{});
        !status)
        return status.error();
    return values;
}

/// Half of the last of the seven digits that figures are written with.
double unwritten(double value)
{
    const double magnitude = std::floor(std::log10(std::max(std::abs(value), 1e-9)));
    return 0.5 * std::pow(10.0, magnitude - 6.0);
}

Status compareOrder(const GoldenNode& node, const Ct& ct, const Vec3& spacing, const Index3& size,
                    SegmentationFigures& made, const Progress& progress)
{
    node.noteOthers({"order", "sum_int32", "sum_before_truncation", "min", "max",
                     "voxels_where_the_value_is_integer_to_1e_6", "samples_int32",
                     "samples_before_truncation"},
                    made.notCompared);
    const auto order = static_cast<int>(node.at("order").integer(0, 3));
    if (order == 2)
        node.at("order").refuse("is not supported");
    const Result<std::vector<double>> exact = zoomed(ct, size, order);
    if (!exact)
        return exact.error();
    for (const golden::Sample& sample :
         golden::samples(node.at("samples_before_truncation"), exact->size()))
        made.comparisons.absolute(Quantity::ZoomedImages, node.place(),
                                  std::max(0.0, std::abs((*exact)[sample.index] - sample.value) -
                                                    unwritten(sample.value)),
                                  0.0, zoomTolerance);
    const Result<ZoomedVolume> whole =
        zoomVolume(ct.voxels.data(), ct.view, spacing, order, progress);
    if (!whole)
        return whole.error();
    const auto uncertain = [&](std::size_t at) {
        return std::abs((*exact)[at] - std::round((*exact)[at])) < noise;
    };
    for (const golden::Sample& sample :
         golden::samples(node.at("samples_int32"), whole->values.size()))
    {
        const double found = whole->values[sample.index];
        const double allowed = uncertain(sample.index) ? 1.0 : 0.0;
        made.comparisons.absolute(Quantity::WholeHu, node.place(),
                                  std::max(0.0, std::abs(found - sample.value) - allowed), 0.0,
                                  0.0);
    }
    double sum = 0.0;
    for (const float value : whole->values)
        sum += value;
    const double allowed = node.at("voxels_where_the_value_is_integer_to_1e_6").number();
    made.comparisons.absolute(
        Quantity::WholeHu, node.place() + ".sum_int32",
        std::max(0.0, std::abs(sum - node.at("sum_int32").number()) - allowed), 0.0, 0.0);
    return Done{};
}

void compareLabelsBack(const GoldenNode& node, const Index3& size, const ArrayView& original,
                       SegmentationFigures& made)
{
    node.noteOthers({"boxes_as_fractions_of_size_kji", "counts_in_model_space", "size_back_ijk",
                     "counts_back", "samples_back"},
                    made.notCompared);
    std::vector<std::uint16_t> labels(static_cast<std::size_t>(size[0]) * size[1] * size[2]);
    for (const GoldenNode& box : node.at("boxes_as_fractions_of_size_kji").elements()) {
        const std::vector<double> ends = box.at("box").numbers();
        if (ends.size() != 6 || std::ranges::any_of(ends, [](double f) { return f < 0 || f > 1; }))
            box.refuse("is not the six ends of a box, from 0 to 1");
        const auto end = [&](std::size_t n) { return static_cast<int>(ends[n] * size[n / 2]); };
        for (int k = end(0); k < end(1); ++k) {
            for (int j = end(2); j < end(3); ++j) {
                for (int i = end(4); i < end(5); ++i)
                    labels[(static_cast<std::size_t>(k) * size[1] + j) * size[2] + i] =
                        static_cast<std::uint16_t>(box.at("label").integer(1, 1000));
            }
        }
    }
    const std::vector<std::int64_t> expected = node.at("counts_back").integers(0, 1 << 30);
    const auto classes = static_cast<int>(expected.size());
    made.comparisons.exact(Quantity::LabelCounts, node.place(),
                           golden::countLabels(labels, classes),
                           node.at("counts_in_model_space").integers(0, 1 << 30));
    std::vector<std::uint16_t> back(static_cast<std::size_t>(original.size[0]) * original.size[1] *
                                    original.size[2]);
    labelsBack(labels.data(), size, original, back.data());
    made.comparisons.exact(Quantity::LabelsBack, node.place(), golden::countLabels(back, classes),
                           expected);
    for (const golden::Sample& sample : golden::samples(node.at("samples_back"), back.size()))
        made.comparisons.exact(Quantity::LabelsBack, node.place(), back[sample.index],
                               static_cast<std::int64_t>(sample.value));
}

void compareOrientation(const GoldenNode& node, SegmentationFigures& made)
{
    const Index3 size = node.at("size_ijk").index3();
    const ArrayView view = canonicalView(golden::geometryOfAffine(node.at("affine_ras"), size));
    const std::string where = node.at("name").text();
    made.comparisons.exact(Quantity::Orientations, where, wide(reversed(view.size)),
                           node.at("canonical_size").integers(1, 1 << 20));
    const Vec3 spacing = node.at("canonical_spacing").vec3();
    for (std::size_t a = 0; a < 3; ++a)
        made.comparisons.exact(Quantity::Orientations, where,
                               std::abs(view.spacingMm[a] - spacing[2 - a]) < 1e-6 * spacing[2 - a],
                               1);
    const std::size_t count = goldenVoxelCount(node.at("size_ijk"), size);
    const auto width = static_cast<std::size_t>(view.size[2]);
    const auto height = static_cast<std::size_t>(view.size[1]);
    for (const golden::Sample& sample :
         golden::samples(node.at("canonical_values_are_source_flat_indices"), count))
        made.comparisons.exact(Quantity::Orientations, where,
                               view.offset(static_cast<int>(sample.index / (width * height)),
                                           static_cast<int>(sample.index / width % height),
                                           static_cast<int>(sample.index % width)),
                               static_cast<std::int64_t>(sample.value));
}

/// Where the part lies is not compared: the file does not say where the whole does.
void compareCrop(const GoldenNode& node, SegmentationFigures& made)
{
    ImageGeometry geometry;
    geometry.size = node.at("size_ijk").index3();
    geometry.spacingMm = node.at("spacing_mm").vec3();
    const RoughBox box = widened(golden::maskBox(node), node.at("addon_mm").vec3(), geometry);
    const std::vector<GoldenNode> ends = node.at("bbox_ijk").elements();
    if (ends.size() != 3)
        node.at("bbox_ijk").refuse("is not of three axes");
    for (std::size_t a = 0; a < 3; ++a)
        made.comparisons.exact(Quantity::CropBoxes, node.place(),
                               std::vector<std::int64_t>{box.low[a], box.high[a]},
                               ends[a].integers(0, 1 << 20));
}

/// "… on the grid [4, 5, 3, 3], resized linearly …"
std::vector<std::int64_t> gridOf(const GoldenNode& rule)
{
    const std::string text = rule.text();
    const std::size_t begin = text.find('[');
    const std::size_t end = text.find(']');
    if (begin == std::string::npos || end == std::string::npos || end < begin)
        rule.refuse("names no grid");
    const GoldenJson list = GoldenJson::parse(text.substr(begin, end - begin + 1), nullptr, false);
    const std::vector<std::int64_t> grid = GoldenNode(list, rule.place()).integers(1, 64);
    if (grid.size() != 4)
        rule.refuse("names no grid of four axes");
    return grid;
}

/// The rule's logits at the size of the network's input.
at::Tensor logitsOf(const GoldenNode& node, const std::string& name, const Index3& size)
{
    const std::vector<std::int64_t> grid = gridOf(node.at("rule"));
    std::vector<float> numbers = golden::numbers(
        "logits:" + name, static_cast<std::size_t>(grid[0] * grid[1] * grid[2] * grid[3]));
    for (float& u : numbers)
        u = 2.0F * u - 1.0F;
    const at::Tensor coarse =
        at::from_blob(numbers.data(), {1, grid[0], grid[1], grid[2], grid[3]}, at::kFloat);
    return at::upsample_trilinear3d(coarse, {size[0], size[1], size[2]}, true)
        .squeeze(0)
        .contiguous();
}

int axisOrNone(const GoldenNode& node, std::string_view key)
{
    const auto axis = node.find(key);
    return axis ? static_cast<int>(axis->integer(0, 2)) : -1;
}

Status compareLogitsBack(const GoldenNode& node, const SegmentationConfig& config,
                         const at::Tensor& logits, const Index3& size, const ArrayView& box,
                         SegmentationFigures& made)
{
    const AxisSampling planes = logitsAxis(config, size, box, 0);
    const AxisSampling rows = logitsAxis(config, size, box, 1);
    const AxisSampling columns = logitsAxis(config, size, box, 2);
    const std::size_t in = static_cast<std::size_t>(size[1]) * size[2];
    const std::size_t out = static_cast<std::size_t>(box.size[1]) * box.size[2];
    const std::size_t volume = out * box.size[0];
    std::vector<float> values(volume * logits.size(0));
    for (std::int64_t c = 0; c < logits.size(0); ++c) {
        const float* const from = logits.const_data_ptr<float>() + c * in * size[0];
        float* const to = values.data() + c * volume;
        const Status status = resamplePlanes(
            planes, rows, columns, Overshoot::Keep,
            [&](int p, double* plane) { std::copy_n(from + p * in, in, plane); },
            [&](int p, const double* plane) {
                for (std::size_t i = 0; i < out; ++i)
                    to[p * out + i] = static_cast<float>(plane[i]);
            },
            Progress{});
        if (!status)
            return status;
    }
    made.comparisons.exact(
        Quantity::ResampledSizes, node.place(),
        std::vector<std::int64_t>{logits.size(0), box.size[0], box.size[1], box.size[2]},
        node.at("shape").integers(1, 1 << 20));
    for (const golden::Sample& sample : golden::samples(node.at("samples"), values.size()))
        made.comparisons.absolute(Quantity::ResampledLogits, node.place(), values[sample.index],
                                  sample.value, ownTolerance);
    return Done{};
}

Status compareCase(const GoldenNode& node, SegmentationFigures& made, const Progress& progress)
{
    node.noteOthers({"name", "size_ijk", "spacing_mm_ijk", "boxes_kji", "zero_boxes_kji",
                     "transpose_forward", "target_spacing_after_transpose", "bbox_nonzero",
                     "shape_before_cropping", "shape_after_cropping", "separate_axis_data",
                     "separate_axis_logits", "preprocessed", "logits", "labels"},
                    made.notCompared);
    const std::string name = node.at("name").text();
    const Ct ct = ctOf(node, node.at("spacing_mm_ijk"));
    SegmentationConfig config;
    golden::setNormalization(config);
    config.spacingMm = node.at("target_spacing_after_transpose").vec3();
    const std::vector<std::int64_t> order = node.at("transpose_forward").integers(0, 2);
    if (order.size() != 3 || order[0] == order[1] || order[1] == order[2] || order[0] == order[2])
        node.at("transpose_forward").refuse("is not an order of three axes");
    for (std::size_t a = 0; a < 3; ++a)
        config.transposeForward[a] = static_cast<int>(order[a]);

    const ArrayView view = ct.view.transposed(config.transposeForward);
    const Result<SegmentationInput> input =
        inputFromVolume(config, ct.voxels.data(), view, progress);
    if (!input)
        return input.error();
    const ArrayView box = view.cropped(input->low, input->high);
    const std::vector<GoldenNode> ends = node.at("bbox_nonzero").elements();
    if (ends.size() != 3)
        node.at("bbox_nonzero").refuse("is not of three axes");
    for (std::size_t a = 0; a < 3; ++a)
        made.comparisons.exact(Quantity::NonzeroBoxes, name,
                               std::vector<std::int64_t>{input->low[a], input->high[a]},
                               ends[a].integers(0, 1 << 20));
    made.comparisons.exact(Quantity::NonzeroBoxes, name, wide(view.size),
                           node.at("shape_before_cropping").integers(1, 1 << 20));
    made.comparisons.exact(Quantity::NonzeroBoxes, name, wide(box.size),
                           node.at("shape_after_cropping").integers(1, 1 << 20));
    made.comparisons.exact(
        Quantity::SeparateAxes, name,
        separateAxis(config.dataResampling, box.spacingMm, config.spacingMm).value_or(-1),
        axisOrNone(node, "separate_axis_data"));
    made.comparisons.exact(
        Quantity::SeparateAxes, name,
        separateAxis(config.probabilityResampling, config.spacingMm, box.spacingMm).value_or(-1),
        axisOrNone(node, "separate_axis_logits"));

    const GoldenNode image = node.at("preprocessed");
    const Index3 size{static_cast<int>(input->image.size(0)),
                      static_cast<int>(input->image.size(1)),
                      static_cast<int>(input->image.size(2))};
    made.comparisons.exact(Quantity::ResampledSizes, name, wide(size),
                           image.at("shape").integers(1, 1 << 20));
    const float* const values = input->image.const_data_ptr<float>();
    for (const golden::Sample& sample :
         golden::samples(image.at("samples"), static_cast<std::size_t>(input->image.numel())))
        made.comparisons.absolute(Quantity::NormalizedImages, name, values[sample.index],
                                  sample.value, ownTolerance);

    const at::Tensor logits = logitsOf(node.at("logits"), name, size);
    if (Status status =
            compareLogitsBack(node.at("logits").at("resampled"), config, logits, size, box, made);
        !status)
        return status;
    std::vector<std::uint16_t> labels(ct.voxels.size());
    LabelsFromResampledLogits writer(config, size, false, labels.data(), box);
    // As it arrives from the sliding window: a few planes at a time.
    for (int p = 0; p < size[0]; p += 5)
        if (Status status = writer(p, logits.narrow(1, p, std::min(5, size[0] - p)).contiguous());
            !status)
            return status;
    const std::vector<std::int64_t> counts = node.at("labels").at("counts").integers(0, 1 << 30);
    made.comparisons.absolute(
        Quantity::SegmentedVoxels, name,
        golden::differingShare(golden::countLabels(labels, static_cast<int>(counts.size())),
                               counts),
        0.0, ownLabelTolerance);
    return Done{};
}

} // namespace

Status compareZoom(const GoldenNode& file, SegmentationFigures& made, const Progress& progress)
{
    file.noteOthers({"zoom", "result_sizes", "orientation", "crop"}, made.notCompared);
    for (const GoldenNode& volume : file.at("zoom").elements()) {
        const Ct ct = ctOf(volume, volume.at("spacing_mm"));
        for (const GoldenNode& to : volume.at("to").elements()) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            const Vec3 spacing = reversedSpacing(to.at("target_spacing_mm").vec3());
            const Index3 size = zoomedSize(ct.view, spacing);
            made.comparisons.exact(Quantity::ResampledSizes, to.place(), wide(reversed(size)),
                                   to.at("size_ijk").integers(1, 1 << 20));
            for (const GoldenNode& order : to.at("orders").elements()) {
                if (Status status = compareOrder(order, ct, spacing, size, made, progress); !status)
                    return status;
            }
            if (const auto labels = to.find("labels"))
                compareLabelsBack(*labels, size, ct.view, made);
        }
    }
    if (const auto sizes = file.find("result_sizes")) {
        for (const GoldenNode& node : sizes->elements()) {
            const ArrayView view =
                ArrayView::contiguous(reversed(node.at("size_ijk").index3()),
                                      reversedSpacing(asStored(node.at("spacing_mm").vec3())));
            const double target = node.at("target_mm").number();
            made.comparisons.exact(Quantity::ResampledSizes, node.place(),
                                   wide(reversed(zoomedSize(view, {target, target, target}))),
                                   node.at("result_size_ijk").integers(1, 1 << 20));
        }
    }
    if (const auto orientations = file.find("orientation")) {
        for (const GoldenNode& node : orientations->elements())
            compareOrientation(node, made);
    }
    if (const auto crops = file.find("crop")) {
        for (const GoldenNode& node : crops->elements())
            compareCrop(node, made);
    }
    return Done{};
}

Status compareOwnPreprocessing(const GoldenNode& file, SegmentationFigures& made,
                               const Progress& progress)
{
    const std::vector<GoldenNode> cases = file.elements();
    for (std::size_t i = 0; i < cases.size(); ++i) {
        progress.report(static_cast<double>(i) / static_cast<double>(cases.size()));
        if (Status status = compareCase(cases[i], made, progress.part(0.0, 1.0)); !status)
            return status;
    }
    return Done{};
}

} // namespace fovea
