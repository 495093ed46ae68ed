#include "model/training/FirstPatches.h"

#include "model/network/PatchEmbedding.h"
#include "model/training/Augmentation.h"
#include "model/training/TrainingBatch.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/stack.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace fovea {

namespace {

constexpr int MostCrops = 400;

at::Tensor samplePatches(const Recipe& recipe, const std::vector<TrainingCase>& cases,
                         std::uint64_t seed)
{
    const Index3& patch = recipe.network.patch;
    const Index3& size = recipe.preprocess.minimumSize;
    const std::size_t anatomies = recipe.network.anatomies.size();
    std::mt19937_64 random(seed);
    const int crops = std::min(MostCrops, static_cast<int>(cases.size()));
    const std::int64_t each =
        std::max<std::int64_t>(1, PatchSample / (crops * static_cast<std::int64_t>(anatomies)));
    std::vector<at::Tensor> patches;
    for (int n = 0; n < crops; ++n) {
        const TrainingCase& one = cases[random() % cases.size()];
        const Crop crop = randomCrop(one, size, {}, random);
        const std::vector<float> image = cropImage(one, crop);
        at::Tensor voxels = at::empty({1, 1, size[0], size[1], size[2]}, at::kFloat);
        std::ranges::copy(image, voxels.mutable_data_ptr<float>());
        const at::Tensor rows = patchRows(
            recipe.network, voxels, {size[0] / patch[0], size[1] / patch[1], size[2] / patch[2]});
        for (const std::vector<std::int64_t>& tokens :
             tokensOfLabels(cropLabels(one, crop), size, patch, anatomies))
        {
            for (std::int64_t k = 0; k < each && !tokens.empty(); ++k)
                patches.push_back(rows.select(0, tokens[random() % tokens.size()]));
        }
    }
    return patches.empty() ? at::Tensor() : at::stack(patches);
}

} // namespace

void startFromPatches(const Recipe& recipe, const std::vector<TrainingCase>& cases,
                      std::uint64_t seed, ParameterMap& parameters)
{
    if (!recipe.network.stem.empty())
        return;
    const at::NoGradGuard noGradient;
    const at::Tensor patches = samplePatches(recipe, cases, seed);
    if (!patches.defined() || patches.size(0) < 2)
        return;
    const std::int64_t voxels = patches.size(1);
    const std::int64_t rows =
        std::min({static_cast<std::int64_t>(recipe.network.hidden), voxels, patches.size(0) - 1});
    const at::Tensor mean = patches.mean(0);
    const at::Tensor centred = (patches - mean).to(at::kDouble);
    const at::Tensor covariance =
        at::matmul(centred.t(), centred) / static_cast<double>(patches.size(0) - 1);
    const auto [values, vectors] = at::linalg_eigh(covariance); // rising
    const at::Tensor variance = values.slice(0, voxels - rows, voxels).flip(0);
    const at::Tensor components = vectors.slice(1, voxels - rows, voxels).flip(1).t();
    // Components hardly there are not blown up to the size of the others.
    const at::Tensor scale = (variance.clamp_min(0) + 1e-6).rsqrt();
    const at::Tensor weight = (components * scale.unsqueeze(1)).to(at::kFloat);
    const std::string name = "visual_encoder.patch_embedding.patch_embeddings.";
    parameters.at(name + "weight")
        .slice(0, 0, rows)
        .copy_(weight.reshape(
            {rows, 1, recipe.network.patch[0], recipe.network.patch[1], recipe.network.patch[2]}));
    parameters.at(name + "bias").slice(0, 0, rows).copy_(-at::matmul(weight, mean));
}

} // namespace fovea
