#include "model/verify/GoldenSegmentation.h"

#include "model/segment/PlansNode.h"
#include "model/segment/readArchitecture.h"
#include "model/verify/GoldenRule.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace fovea::golden {
namespace {

HuBox boxIn(const GoldenNode& node, std::int16_t hu, const Index3& sizeIjk)
{
    const std::vector<std::int64_t> ends = node.integers(0, 1 << 20);
    if (ends.size() != 6)
        node.refuse("is not the six ends of a box");
    HuBox box;
    box.hu = hu;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        // A box that reaches out is cut at the border, as slices of arrays are.
        const auto size = static_cast<std::int64_t>(sizeIjk[2 - axis]);
        box.low[axis] = static_cast<int>(std::min(ends[2 * axis], size));
        box.high[axis] = static_cast<int>(std::min(ends[2 * axis + 1], size));
    }
    return box;
}

void fill(std::vector<std::int16_t>& voxels, const Index3& sizeIjk, const HuBox& box)
{
    for (int k = box.low[0]; k < box.high[0]; ++k) {
        for (int j = box.low[1]; j < box.high[1]; ++j) {
            for (int i = box.low[2]; i < box.high[2]; ++i)
                voxels[(static_cast<std::size_t>(k) * sizeIjk[1] + j) * sizeIjk[0] + i] = box.hu;
        }
    }
}

} // namespace

ParameterMap segmentationParameters(const SegmentationConfig& config, std::string_view prefix)
{
    ParameterMap map;
    for (const ParameterShape& p : fovea::segmentationParameters(config)) {
        at::Tensor tensor = at::empty(p.shape, at::kFloat);
        float* data = tensor.mutable_data_ptr<float>();
        std::int64_t rest = 1;
        for (std::size_t i = 1; i < p.shape.size(); ++i)
            rest *= p.shape[i];
        const auto bound = static_cast<float>(std::sqrt(3.0 / static_cast<double>(rest)));
        NamedNumbers numbers(std::string(prefix) + p.name);
        for (std::int64_t i = 0; i < tensor.numel(); ++i) {
            const float u = numbers.next();
            if (p.shape.size() > 1)
                data[i] = (2.0F * u - 1.0F) * bound;
            else if (p.name.ends_with("weight"))
                data[i] = 1.0F + 0.2F * (u - 0.5F);
            else
                data[i] = 0.1F * (u - 0.5F);
        }
        map.emplace(p.name, std::move(tensor));
    }
    return map;
}

std::vector<float> numbers(std::string_view name, std::size_t count)
{
    std::vector<float> values(count);
    NamedNumbers numbers(name);
    for (float& value : values)
        value = numbers.next();
    return values;
}

std::vector<HuBox> huBoxes(const GoldenNode& boxes, const Index3& sizeIjk)
{
    std::vector<HuBox> made;
    for (const GoldenNode& entry : boxes.elements())
        made.push_back(boxIn(entry.at("box"),
                             static_cast<std::int16_t>(entry.at("hu").integer(-32768, 32767)),
                             sizeIjk));
    return made;
}

std::vector<HuBox> zeroBoxes(const GoldenNode& boxes, const Index3& sizeIjk)
{
    std::vector<HuBox> made;
    for (const GoldenNode& entry : boxes.elements())
        made.push_back(boxIn(entry, 0, sizeIjk));
    return made;
}

std::vector<std::int16_t> segmentationCt(std::string_view name, const Index3& sizeIjk,
                                         const std::vector<HuBox>& boxes,
                                         const std::vector<HuBox>& zeros)
{
    const std::int64_t nx = sizeIjk[0];
    const std::int64_t ny = sizeIjk[1];
    std::vector<std::int16_t> voxels(static_cast<std::size_t>(nx) * ny * sizeIjk[2]);
    std::size_t flat = 0;
    for (int k = 0; k < sizeIjk[2]; ++k) {
        for (std::int64_t j = 0; j < ny; ++j) {
            for (std::int64_t i = 0; i < nx; ++i) {
                const std::int64_t a = (2 * i - nx + 1) * ny;
                const std::int64_t b = (2 * j - ny + 1) * nx;
                const bool body = 5 * (a * a + b * b) <= 4 * (nx * ny) * (nx * ny);
                voxels[flat++] = static_cast<std::int16_t>(body ? 40 : -1000);
            }
        }
    }
    for (const HuBox& box : boxes)
        fill(voxels, sizeIjk, box);
    NamedNumbers noise("ct:" + std::string(name));
    for (std::int16_t& voxel : voxels)
        voxel = static_cast<std::int16_t>(voxel +
                                          static_cast<int>(std::floor(60.0F * noise.next())) - 30);
    for (const HuBox& box : zeros)
        fill(voxels, sizeIjk, box);
    return voxels;
}

ImageGeometry geometryOfAffine(const GoldenNode& affineRas, const Index3& sizeIjk)
{
    const std::vector<GoldenNode> rows = affineRas.elements();
    if (rows.size() < 3)
        affineRas.refuse("is not an affine");
    ImageGeometry geometry;
    geometry.size = sizeIjk;
    for (std::size_t p = 0; p < 3; ++p) {
        const std::vector<double> row = rows[p].numbers();
        if (row.size() != 4)
            rows[p].refuse("is not a row of an affine");
        const double sign = p < 2 ? -1.0 : 1.0; // RAS to LPS
        for (std::size_t a = 0; a < 3; ++a)
            geometry.axes[a][p] = sign * row[a];
        geometry.originMm[p] = sign * row[3];
    }
    for (std::size_t a = 0; a < 3; ++a) {
        geometry.spacingMm[a] = norm(geometry.axes[a]);
        if (geometry.spacingMm[a] <= 0.0)
            affineRas.refuse("has a column of zeros");
        geometry.axes[a] = geometry.axes[a] * (1.0 / geometry.spacingMm[a]);
    }
    return geometry;
}

VolumePtr segmentationVolume(const GoldenNode& node)
{
    const Index3 size = node.at("size_ijk").index3();
    goldenVoxelCount(node.at("size_ijk"), size);
    const auto zeros = node.find("zero_boxes_kji");
    return Volume::create(geometryOfAffine(node.at("affine_ras"), size),
                          segmentationCt(node.at("name").text(), size,
                                         huBoxes(node.at("boxes_kji"), size),
                                         zeros ? zeroBoxes(*zeros, size) : std::vector<HuBox>{}));
}

RoughBox maskBox(const GoldenNode& node)
{
    const std::vector<std::int64_t> ends = node.at("mask_box_kji").integers(0, 1 << 20);
    if (ends.size() != 6)
        node.at("mask_box_kji").refuse("is not the six ends of a box");
    RoughBox box;
    for (std::size_t a = 0; a < 3; ++a) {
        box.low[a] = static_cast<int>(ends[2 * (2 - a)]);
        box.high[a] = static_cast<int>(ends[2 * (2 - a) + 1]);
    }
    return box;
}

void setNormalization(SegmentationConfig& config)
{
    config.clipLow = -1004.0;
    config.clipHigh = 1588.0;
    config.mean = -50.38;
    config.std = 503.39;
}

namespace {

/// Plans are read by the code that reads them in models.
void readPlansNode(const GoldenNode& node, SegmentationConfig& config)
{
    try {
        const nlohmann::json plans = nlohmann::json::parse(node.json().dump());
        readArchitecture(PlansNode(plans, node.place()), config);
    } catch (const BadPlans& e) {
        throw BadGoldenFile(e.what());
    }
}

void finish(const GoldenNode& patch, const GoldenNode& network, SegmentationConfig& config)
{
    config.patch = patch.index3();
    config.classes = static_cast<int>(network.at("classes").integer(2, 1024));
    std::int64_t count = 0;
    for (const ParameterShape& p : fovea::segmentationParameters(config)) {
        std::int64_t size = 1;
        for (const std::int64_t axis : p.shape)
            size *= axis;
        count += size;
    }
    if (count > std::int64_t{1} << 30)
        network.refuse("has more than 2^30 parameters");
    for (std::size_t a = 0; a < 3; ++a) {
        int side = config.patch[a];
        for (const Index3& stride : config.strides) {
            if (side % stride[a] != 0)
                patch.refuse("is not a multiple of the network's strides");
            side /= stride[a];
        }
    }
    goldenVoxelCount(patch, config.patch);
}

} // namespace

SegmentationConfig segmentationConfig(const GoldenNode& file)
{
    SegmentationConfig config;
    if (const auto newer = file.find("plans_new_form"))
        readPlansNode(GoldenNode(GoldenJson{{"architecture", newer->json()}}, newer->place()),
                      config);
    else
        readPlansNode(file.at("plans_old_form"), config);
    finish(file.at("patch_dhw"), file.at("network"), config);
    return config;
}

SegmentationConfig plainConfig(const GoldenNode& network, const GoldenNode& patch)
{
    SegmentationConfig config;
    const GoldenJson plans{{"UNet_class_name", network.at("class").text()},
                           {"UNet_base_num_features", network.at("base").json()},
                           {"unet_max_num_features", network.at("max").json()},
                           {"n_conv_per_stage_encoder", network.at("encoder").json()},
                           {"n_conv_per_stage_decoder", network.at("decoder").json()},
                           {"conv_kernel_sizes", network.at("kernels").json()},
                           {"pool_op_kernel_sizes", network.at("strides").json()}};
    readPlansNode(GoldenNode(plans, network.place()), config);
    finish(patch, network, config);
    return config;
}

std::vector<Sample> samples(const GoldenNode& node, std::size_t count)
{
    std::vector<Sample> made;
    for (const GoldenNode& entry : node.elements()) {
        const std::vector<GoldenNode> pair = entry.elements();
        if (pair.size() != 2)
            entry.refuse("is not an index and a value");
        made.push_back(
            {static_cast<std::size_t>(pair[0].integer(0, static_cast<std::int64_t>(count) - 1)),
             pair[1].number()});
    }
    return made;
}

double differingShare(const std::vector<std::int64_t>& found,
                      const std::vector<std::int64_t>& expected)
{
    std::int64_t moved = 0;
    std::int64_t all = 0;
    for (std::size_t i = 0; i < std::max(found.size(), expected.size()); ++i) {
        const std::int64_t a = i < found.size() ? found[i] : 0;
        const std::int64_t b = i < expected.size() ? expected[i] : 0;
        moved += std::abs(a - b);
        all += b;
    }
    // A voxel that moves leaves one label and comes to another.
    return static_cast<double>(moved) / 2.0 / static_cast<double>(std::max<std::int64_t>(all, 1));
}

std::vector<std::int64_t> countLabels(const std::vector<std::uint16_t>& labels, int classes)
{
    std::vector<std::int64_t> counts(static_cast<std::size_t>(classes));
    for (const std::uint16_t label : labels) {
        if (label < classes)
            ++counts[label];
    }
    return counts;
}

} // namespace fovea::golden
