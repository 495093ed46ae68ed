#include "model/tuning/estimateTune.h"

#include "model/tuning/TunedManifest.h"
#include "model/tuning/trainableParts.h"
#include "model/tuning/tuneRecipe.h"

#include <fstream>
#include <iterator>

namespace fovea {

namespace {

std::uint64_t count(const std::vector<std::int64_t>& shape)
{
    std::uint64_t all = 1;
    for (const std::int64_t axis : shape)
        all *= static_cast<std::uint64_t>(axis);
    return all;
}

} // namespace

TuneEstimate estimateTune(const ModelManifest& manifest, std::size_t knownAnatomies,
                          const TuneOptions& options, std::size_t trainingStudies,
                          std::uint64_t largestStudyBytes)
{
    const NetworkConfig& network = manifest.network;
    const PreprocessSettings& preprocess = manifest.preprocess;
    const TuneWay way = options.way;
    const Recipe recipe = tuneRecipe(manifest, options, trainingStudies);
    std::uint64_t parameters = 0;
    std::uint64_t trainable = 0;
    for (const ParameterShape& shape : parameterShapes(network)) {
        parameters += count(shape.shape);
        if (shape.name == "query_tokens" && way == TuneWay::Queries)
            trainable += (network.anatomies.size() - knownAnatomies) *
                         static_cast<std::uint64_t>(network.hidden);
        else if (learns(shape.name, way, knownAnatomies))
            trainable += count(shape.shape);
        else if (way == TuneWay::Lora && hasAdapter(shape.name))
            trainable += static_cast<std::uint64_t>(options.loraRank) *
                         static_cast<std::uint64_t>(shape.shape[0] + shape.shape[1]);
    }
    std::uint64_t voxels = 1, tokens = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        voxels *= static_cast<std::uint64_t>(preprocess.minimumSize[axis]);
        tokens *= static_cast<std::uint64_t>((preprocess.roi[axis] + network.patch[axis] - 1) /
                                             network.patch[axis]);
    }
    const auto hidden = static_cast<std::uint64_t>(network.hidden);
    const std::uint64_t levels = network.levels.size() + 1;
    // Regions overlap in few tokens, so that all together have little more than the window.
    const std::uint64_t study = 2 * tokens * levels * hidden;
    // A window while it is encoded: image and stem, then a block's activations.
    const std::uint64_t encoding =
        voxels * (4 + (network.stem.empty() ? 0 : 40)) +
        tokens * 4 * (8 * hidden + 2 * static_cast<std::uint64_t>(network.mlp)) +
        tokens * tokens * 4 * static_cast<std::uint64_t>(network.heads);

    TuneEstimate estimate;
    estimate.trainableParameters = static_cast<std::int64_t>(trainable);
    estimate.bytesPerStudy = study;
    // Parent twice (as read, and packed for the encoder), then value, gradient, two moments, start
    // and best of what learns.
    estimate.peakBytes = 8 * parameters + 24 * trainable + largestStudyBytes + encoding;
    const auto samples = static_cast<std::uint64_t>(recipe.batch);
    if (way == TuneWay::Lora || way == TuneWay::All) {
        estimate.bytesPerStudy = 2 * voxels;
        estimate.peakBytes += samples * encoding * static_cast<std::uint64_t>(network.layers);
    } else {
        estimate.peakBytes += samples * 4 * study; // fp16, fp32, and what differentiation keeps
    }
    const auto perEpoch =
        (static_cast<std::int64_t>(trainingStudies) + recipe.batch - 1) / recipe.batch;
    estimate.steps = perEpoch * recipe.epochs;
    return estimate;
}

Result<TuneEstimate> estimateTune(const TuneOptions& options, std::size_t trainingStudies,
                                  std::uint64_t largestStudyBytes)
{
    const std::filesystem::path path = options.parentPackage / "model.json";
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return makeError(ErrorCode::ModelNotFound, {options.parentPackage.string()});
    const Result<ModelManifest> parent = manifestFromJson(
        std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()));
    if (!parent)
        return parent.error();
    const Result<ModelManifest> manifest = tunedManifest(*parent, options);
    if (!manifest)
        return manifest.error();
    return estimateTune(*manifest, parent->network.anatomies.size(), options, trainingStudies,
                        largestStudyBytes);
}

} // namespace fovea
