#include "model/training/segment/SegmenterRecipe.h"

#include "model/segment/readSegmentationConfig.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace fovea {
namespace {

using Json = nlohmann::json;

constexpr std::size_t mostStructures = 250; ///< Training keeps labels in bytes.

/// Ends in the reader, with the file's name.
struct BadRecipe {
    std::string what;
};

void refuseUnknown(const Json& object, const std::set<std::string>& known)
{
    for (const auto& [key, value] : object.items()) {
        if (!known.contains(key))
            throw BadRecipe{"unknown member “" + key + "”"};
    }
}

void readTraining(const Json& in, SegmenterRecipe& recipe)
{
    refuseUnknown(in,
                  {"steps", "batch", "learningRate", "warmupSteps", "weightDecay", "gradientClip",
                   "foreground", "noise", "contrast", "brightness", "bfloat16", "checkpointEvery"});
    in.at("steps").get_to(recipe.steps);
    in.at("batch").get_to(recipe.batch);
    in.at("learningRate").get_to(recipe.learningRate);
    in.at("warmupSteps").get_to(recipe.warmupSteps);
    in.at("weightDecay").get_to(recipe.weightDecay);
    in.at("gradientClip").get_to(recipe.gradientClip);
    in.at("foreground").get_to(recipe.foreground);
    in.at("noise").get_to(recipe.noise);
    in.at("contrast").get_to(recipe.contrast);
    in.at("brightness").get_to(recipe.brightness);
    in.at("bfloat16").get_to(recipe.bfloat16);
    in.at("checkpointEvery").get_to(recipe.checkpointEvery);
    if (recipe.steps < 1 || recipe.batch < 1 || recipe.checkpointEvery < 1 ||
        recipe.learningRate <= 0 || recipe.gradientClip <= 0 || recipe.foreground < 0 ||
        recipe.foreground > 1 || recipe.noise < 0 || recipe.contrast < 0 || recipe.contrast >= 1)
        throw BadRecipe{"a training number is out of its range"};
}

void read(const Json& in, SegmenterRecipe& recipe)
{
    refuseUnknown(in, {"name", "description", "licence", "spacingMm", "patch", "features",
                       "encoder", "decoder", "clip", "mean", "std", "structures", "training"});
    SegmentationConfig& config = recipe.config;
    in.at("name").get_to(config.datasetName);
    in.at("description").get_to(recipe.notes.description);
    in.at("licence").get_to(recipe.notes.licence);
    config.plansName = "nnUNetPlans";
    config.configuration = "3d_fullres";
    config.imageReader = "NibabelIOWithReorient";
    in.at("spacingMm").get_to(config.spacingMm);
    in.at("patch").get_to(config.patch);
    in.at("features").get_to(config.features);
    in.at("encoder").get_to(config.encoder);
    in.at("decoder").get_to(config.decoder);
    config.kernels.assign(config.stages(), {3, 3, 3});
    config.strides.assign(config.stages(), {2, 2, 2});
    if (!config.strides.empty())
        config.strides.front() = {1, 1, 1};
    config.clipLow = in.at("clip").at(0);
    config.clipHigh = in.at("clip").at(1);
    in.at("mean").get_to(config.mean);
    in.at("std").get_to(config.std);
    for (const Json& structure : in.at("structures")) {
        const int value = static_cast<int>(config.labels.size()) + 1;
        config.labels.push_back({value, structure.at("name")});
        recipe.sources.push_back(structure.at("of"));
    }
    if (config.labels.empty() || config.labels.size() > mostStructures)
        throw BadRecipe{"no structures, or too many"};
    config.classes = static_cast<int>(config.labels.size()) + 1;
    readTraining(in.at("training"), recipe);
}

} // namespace

Result<SegmenterRecipe> readSegmenterRecipe(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return makeError(ErrorCode::FileNotFound, {path.string()});
    const std::string name = path.filename().string();
    SegmenterRecipe recipe;
    recipe.source = {std::istreambuf_iterator<char>(file), {}};
    try {
        read(Json::parse(recipe.source), recipe);
        // What the network's own reader would refuse is found here, not after the training.
        const Result<SegmentationConfig> config = readSegmentationConfig(
            segmentationPlans(recipe.config).dump(),
            segmentationDataset(recipe.config, recipe.notes).dump(), recipe.config.configuration);
        if (!config)
            return makeError(ErrorCode::MetadataBroken, {name, config.error().arguments.back()});
        if (*config != recipe.config)
            return makeError(ErrorCode::MetadataBroken, {name, "a structure is named twice"});
    } catch (const Json::exception& e) {
        return makeError(ErrorCode::MetadataBroken, {name, e.what()});
    } catch (const BadRecipe& e) {
        return makeError(ErrorCode::MetadataBroken, {name, e.what});
    }
    return recipe;
}

std::vector<std::uint8_t> learntLabels(const SegmenterRecipe& recipe, const LabelMap& labels)
{
    std::vector<std::uint8_t> learnt(std::size_t{1} + labels.maxLabel(), 0);
    for (const Structure& structure : labels.structures()) {
        for (std::size_t n = 0; n < recipe.sources.size(); ++n) {
            if (structure.label < learnt.size() &&
                std::ranges::find(recipe.sources[n], structure.name) != recipe.sources[n].end())
                learnt[structure.label] = static_cast<std::uint8_t>(n + 1);
        }
    }
    return learnt;
}

} // namespace fovea
