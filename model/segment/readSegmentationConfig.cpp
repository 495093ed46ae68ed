#include "model/segment/readSegmentationConfig.h"

#include "model/segment/PlansNode.h"
#include "model/segment/readArchitecture.h"

#include <algorithm>
#include <new>
#include <set>

namespace fovea {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t maxPatchVoxels = std::int64_t{1} << 25; // 320³; the largest released is 192³
constexpr std::int64_t maxParameters = std::int64_t{1} << 30;
constexpr int maxPatchSide = 1024;
constexpr int maxClasses = 1024;

/// The configuration with all that it inherits, its own members over its parent's.
Json resolved(const PlansNode& configurations, std::string name)
{
    Json merged = Json::object();
    std::set<std::string> seen;
    while (seen.insert(name).second) {
        const PlansNode node = configurations.at(name);
        if (!node.json().is_object())
            node.refuse("is not an object");
        for (const auto& [key, value] : node.json().items()) {
            if (!merged.contains(key))
                merged[key] = value;
        }
        const auto parent = node.find("inherits_from");
        if (!parent)
            return merged;
        name = parent->text();
    }
    configurations.refuse("inherit from each other in a circle");
}

Index3 permutation(const PlansNode& node)
{
    const Index3 axes = node.index3(0, 2);
    if (axes[0] == axes[1] || axes[1] == axes[2] || axes[0] == axes[2])
        node.refuse("is not an order of three axes");
    return axes;
}

SegmentationResampling resampling(const PlansNode& node, const std::string& what,
                                  SegmentationResampling usual)
{
    if (const auto function = node.find("resampling_fn_" + what)) {
        if (const std::string name = function->text(); name != "resample_data_or_seg_to_shape")
            function->refuse("is “" + name + "”; only resample_data_or_seg_to_shape is supported");
    }
    const auto arguments = node.find("resampling_fn_" + what + "_kwargs");
    if (!arguments)
        return usual;
    if (const auto order = arguments->find("order")) {
        usual.order = order->integer(0, 5);
        if (usual.order != 0 && usual.order != 1 && usual.order != 3)
            order->refuse("is neither 0, 1 nor 3");
    }
    if (const auto order = arguments->find("order_z"); order && order->integer(0, 5) != 0)
        order->refuse("is not 0, which is not supported");
    if (const auto separate = arguments->find("force_separate_z"))
        usual.separateZ = separate->boolean();
    if (const auto labels = arguments->find("is_seg"); labels && labels->boolean())
        labels->refuse("is true for an image");
    return usual;
}

void readNormalization(const PlansNode& plans, const PlansNode& node, SegmentationConfig& config)
{
    const std::vector<PlansNode> schemes = node.at("normalization_schemes").elements();
    if (schemes.size() != 1)
        node.at("normalization_schemes").refuse("is not of one input channel");
    const std::string scheme = schemes.front().text();
    if (scheme == "ZScoreNormalization") {
        config.normalization = SegmentationConfig::Normalization::ZScore;
        if (const auto mask = node.find("use_mask_for_norm")) {
            for (const PlansNode& entry : mask->elements()) {
                if (entry.boolean())
                    entry.refuse("is true, which is not supported with ZScoreNormalization");
            }
        }
        return;
    }
    if (scheme != "CTNormalization")
        schemes.front().refuse("is “" + scheme +
                               "”; only CTNormalization and ZScoreNormalization are supported");
    auto properties = plans.find("foreground_intensity_properties_per_channel");
    if (!properties)
        properties = plans.at("foreground_intensity_properties_by_modality");
    const PlansNode channel = properties->at("0");
    config.clipLow = channel.at("percentile_00_5").number();
    config.clipHigh = channel.at("percentile_99_5").number();
    config.mean = channel.at("mean").number();
    config.std = channel.at("std").number();
    if (config.clipLow >= config.clipHigh)
        channel.refuse("has percentiles in the wrong order");
    if (config.std < 0.0)
        channel.at("std").refuse("is negative");
}

void readPatch(const PlansNode& node, SegmentationConfig& config)
{
    config.patch = node.index3(1, maxPatchSide);
    std::int64_t voxels = 1;
    for (std::size_t a = 0; a < 3; ++a) {
        voxels *= config.patch[a];
        int side = config.patch[a];
        for (const Index3& stride : config.strides) {
            if (side % stride[a] != 0)
                node.refuse("is not a multiple of the network's strides");
            side /= stride[a];
        }
    }
    if (voxels > maxPatchVoxels)
        node.refuse("is absurdly large");
}

void readPlans(const PlansNode& plans, std::string_view configuration, SegmentationConfig& config)
{
    config.configuration = configuration;
    config.datasetName = plans.at("dataset_name").text();
    config.plansName = plans.at("plans_name").text();
    if (const auto reader = plans.find("image_reader_writer"))
        config.imageReader = reader->text();
    config.transposeForward = permutation(plans.at("transpose_forward"));
    config.transposeBackward = permutation(plans.at("transpose_backward"));
    for (int a = 0; a < 3; ++a) {
        if (config.transposeForward[static_cast<std::size_t>(config.transposeBackward[a])] != a)
            plans.at("transpose_backward").refuse("does not undo transpose_forward");
    }
    const Json merged = resolved(plans.at("configurations"), config.configuration);
    const PlansNode node(merged, "configurations." + config.configuration);
    if (const auto previous = node.find("previous_stage"))
        previous->refuse("makes it the second step of a cascade, which is not supported");
    readArchitecture(node, config);
    readPatch(node.at("patch_size"), config);
    config.spacingMm = node.at("spacing").positiveVec3();
    readNormalization(plans, node, config);
    config.dataResampling = resampling(node, "data", {3, 0, {}});
    config.probabilityResampling = resampling(node, "probabilities", {1, 0, {}});
    if (config.probabilityResampling.order > 1)
        node.at("resampling_fn_probabilities_kwargs").refuse("has an order above 1");
}

void readDataset(const PlansNode& dataset, SegmentationConfig& config)
{
    auto channels = dataset.find("channel_names");
    if (!channels)
        channels = dataset.at("modality");
    if (channels->json().size() != 1)
        channels->refuse("is not of one input channel");
    if (const auto reader = dataset.find("overwrite_image_reader_writer");
        reader && reader->text() != "None")
        config.imageReader = reader->text();
    if (dataset.find("regions_class_order"))
        dataset.at("regions_class_order").refuse("is not supported (overlapping regions)");

    const PlansNode labels = dataset.at("labels");
    if (!labels.json().is_object() || labels.json().size() > maxClasses)
        labels.refuse("is not an object of at most " + std::to_string(maxClasses) + " labels");
    for (const auto& [name, value] : labels.json().items()) {
        const PlansNode node(value, "labels." + name);
        if (value.is_array())
            node.refuse("is a region of several labels, which is not supported");
        // Training leaves these voxels out; they are no output.
        if (name != "ignore")
            config.labels.push_back({node.integer(0, maxClasses), name});
    }
    std::ranges::sort(config.labels, {}, &SegmentationLabel::value);
    for (std::size_t i = 0; i < config.labels.size(); ++i) {
        if (config.labels[i].value != static_cast<int>(i))
            labels.refuse("are not numbered 0, 1, 2 and so on");
    }
    if (config.labels.size() < 2)
        labels.refuse("are fewer than two");
    config.classes = static_cast<int>(config.labels.size());
    config.labels.erase(config.labels.begin()); // the background
}

void checkSize(const SegmentationConfig& config)
{
    std::int64_t count = 0;
    for (const ParameterShape& parameter : segmentationParameters(config)) {
        std::int64_t size = 1;
        for (const std::int64_t axis : parameter.shape)
            size *= axis; // at most 2^12 · 2^12 · 15³: no overflow
        count += size;
        if (count > maxParameters)
            throw BadPlans("the network has more than 2^30 parameters");
    }
}

Error broken(const char* file, const std::string& what, std::string detail = {})
{
    return makeError(ErrorCode::ModelBroken, {file, what}, std::move(detail));
}

/// Errors of one file end here, with its name.
template <typename Read> Status reading(const char* file, std::string_view text, const Read& read)
{
    try {
        const Json document = Json::parse(text);
        read(PlansNode(document, {}));
        return Done{};
    } catch (const Json::parse_error& e) {
        return broken(file, "not valid JSON at byte " + std::to_string(e.byte), e.what());
    } catch (const Json::exception& e) {
        return broken(file, "not what it should be", e.what());
    } catch (const BadPlans& e) {
        return broken(file, e.what());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {file});
    }
}

} // namespace

Result<SegmentationConfig> readSegmentationConfig(std::string_view plans, std::string_view dataset,
                                                  std::string_view configuration)
{
    SegmentationConfig config;
    if (Status status =
            reading("dataset.json", dataset, [&](const PlansNode& n) { readDataset(n, config); });
        !status)
        return status.error();
    const std::string overriding = config.imageReader;
    if (Status status = reading("plans.json", plans,
                                [&](const PlansNode& n) {
                                    readPlans(n, configuration, config);
                                    checkSize(config);
                                });
        !status)
        return status.error();
    if (!overriding.empty())
        config.imageReader = overriding;
    return config;
}

} // namespace fovea
