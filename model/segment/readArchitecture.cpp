#include "model/segment/readArchitecture.h"

#include <algorithm>

namespace fovea {
namespace {

using Architecture = SegmentationConfig::Architecture;

// Beyond what anybody trains, and small enough that sizes made of them do not overflow.
constexpr int maxStages = 10;
constexpr int maxFeatures = 2048;
constexpr int maxKernel = 15;
constexpr int maxStride = 8;
constexpr int maxBlocks = 64;

/// What follows the last dot: "torch.nn.modules.conv.Conv3d" is Conv3d.
std::string className(const PlansNode& node)
{
    const std::string name = node.text();
    return name.substr(name.rfind('.') + 1); // npos + 1 is 0
}

void requireClass(const PlansNode& node, const std::string& supported)
{
    if (const std::string name = className(node); name != supported)
        node.refuse("is “" + name + "”; only " + supported + " is supported");
}

Architecture architecture(const PlansNode& node)
{
    const std::string name = className(node);
    if (name == "PlainConvUNet")
        return Architecture::PlainConvUNet;
    if (name == "ResidualEncoderUNet")
        return Architecture::ResidualEncoderUNet;
    node.refuse("is “" + name + "”; only PlainConvUNet and ResidualEncoderUNet are supported");
}

std::vector<Index3> perStage(const PlansNode& node, std::size_t stages, int low, int high)
{
    if (node.json().is_number())
        return std::vector<Index3>(stages, node.index3(low, high));
    const std::vector<PlansNode> nodes = node.elements();
    if (nodes.size() != stages)
        node.refuse("has " + std::to_string(nodes.size()) + " entries instead of " +
                    std::to_string(stages));
    std::vector<Index3> values;
    for (const PlansNode& entry : nodes)
        values.push_back(entry.index3(low, high));
    return values;
}

std::vector<Index3> kernels(const PlansNode& node, std::size_t stages)
{
    std::vector<Index3> values = perStage(node, stages, 1, maxKernel);
    for (const Index3& kernel : values) {
        if (std::ranges::any_of(kernel, [](int k) { return k % 2 == 0; }))
            node.refuse("has an even kernel, which would shift the image");
    }
    return values;
}

std::vector<Index3> strides(const PlansNode& node, std::size_t stages)
{
    std::vector<Index3> values = perStage(node, stages, 1, maxStride);
    if (values.front() != Index3{1, 1, 1})
        node.refuse("begins with a stride: the network would answer at a lower resolution");
    return values;
}

void requireDefaults(const PlansNode& arguments, SegmentationConfig& config)
{
    requireClass(arguments.at("conv_op"), "Conv3d");
    requireClass(arguments.at("norm_op"), "InstanceNorm3d");
    requireClass(arguments.at("nonlin"), "LeakyReLU");
    for (const char* refused : {"dropout_op", "squeeze_excitation", "stochastic_depth_p"}) {
        const auto value = arguments.find(refused);
        const bool off = !value || (value->json().is_boolean() && !value->boolean()) ||
                         (value->json().is_number() && value->number() == 0.0);
        if (!off)
            value->refuse("is not supported");
    }
    if (const auto block = arguments.find("block"))
        requireClass(*block, "BasicBlockD");
    for (const char* refused : {"nonlin_first", "bottleneck_channels", "stem_channels"}) {
        if (const auto value = arguments.find(refused);
            value && !(value->json().is_boolean() && !value->boolean()))
            value->refuse("is not supported");
    }
    if (const auto bias = arguments.find("conv_bias"))
        config.convolutionBias = bias->boolean();
    else
        config.convolutionBias = false; // the class's own default
    if (const auto norm = arguments.find("norm_op_kwargs")) {
        if (const auto eps = norm->find("eps")) {
            config.normEps = eps->number();
            if (config.normEps <= 0.0 || config.normEps > 1.0)
                eps->refuse("is not a small positive number");
        }
        const auto affine = norm->find("affine");
        if (!affine || !affine->boolean())
            norm->refuse("is not affine, which is not supported");
        if (const auto running = norm->find("track_running_stats"); running && running->boolean())
            running->refuse("is not supported");
    } else {
        arguments.refuse("has no “norm_op_kwargs”: a norm that is not affine is not supported");
    }
    if (const auto nonlin = arguments.find("nonlin_kwargs")) {
        if (const auto slope = nonlin->find("negative_slope")) {
            config.negativeSlope = slope->number();
            if (config.negativeSlope < 0.0 || config.negativeSlope > 1.0)
                slope->refuse("is not from 0 to 1");
        }
    }
}

void readNewForm(const PlansNode& node, SegmentationConfig& config)
{
    config.architecture = architecture(node.at("network_class_name"));
    const PlansNode arguments = node.at("arch_kwargs");
    const auto stages = static_cast<std::size_t>(arguments.at("n_stages").integer(2, maxStages));
    config.features = arguments.at("features_per_stage").integers(stages, 1, maxFeatures);
    config.kernels = kernels(arguments.at("kernel_sizes"), stages);
    config.strides = strides(arguments.at("strides"), stages);
    const bool plain = config.architecture == Architecture::PlainConvUNet;
    config.encoder = arguments.at(plain ? "n_conv_per_stage" : "n_blocks_per_stage")
                         .integers(stages, 1, maxBlocks);
    config.decoder = arguments.at("n_conv_per_stage_decoder").integers(stages - 1, 1, maxBlocks);
    requireDefaults(arguments, config);
}

void readOldForm(const PlansNode& node, SegmentationConfig& config)
{
    config.architecture = architecture(node.at("UNet_class_name"));
    const PlansNode convolutions = node.at("n_conv_per_stage_encoder");
    const std::size_t stages = convolutions.elements().size();
    if (stages < 2 || stages > maxStages)
        convolutions.refuse("is not of 2 to " + std::to_string(maxStages) + " stages");
    config.encoder = convolutions.integers(stages, 1, maxBlocks);
    config.decoder = node.at("n_conv_per_stage_decoder").integers(stages - 1, 1, maxBlocks);
    const int base = node.at("UNet_base_num_features").integer(1, maxFeatures);
    const int most = node.at("unet_max_num_features").integer(1, maxFeatures);
    for (std::size_t s = 0; s < stages; ++s)
        config.features.push_back(std::min(base << s, most));
    config.kernels = kernels(node.at("conv_kernel_sizes"), stages);
    config.strides = strides(node.at("pool_op_kernel_sizes"), stages);
}

} // namespace

void readArchitecture(const PlansNode& configuration, SegmentationConfig& config)
{
    if (const auto form = configuration.find("architecture"))
        readNewForm(*form, config);
    else
        readOldForm(configuration, config);
}

} // namespace fovea
