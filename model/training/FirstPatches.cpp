#include "model/training/FirstPatches.h"

#include "model/training/Augmentation.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/matmul.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace fovea {

namespace {

constexpr int MostCrops = 400;

/// One patch of a crop, D-major as the embedding's kernel.
void copyPatch(const std::vector<float>& image, const Index3& size, const Index3& patch,
               const Index3& token, float* out)
{
    for (int d = 0; d < patch[0]; ++d) {
        for (int h = 0; h < patch[1]; ++h) {
            const std::size_t row = (static_cast<std::size_t>(token[0] * patch[0] + d) *
                                         static_cast<std::size_t>(size[1]) +
                                     static_cast<std::size_t>(token[1] * patch[1] + h)) *
                                        static_cast<std::size_t>(size[2]) +
                                    static_cast<std::size_t>(token[2] * patch[2]);
            out = std::copy_n(image.data() + row, patch[2], out);
        }
    }
}

/// For each anatomy (label 1 …), the tokens that hold a voxel of it.
std::vector<std::vector<Index3>> tokensOf(const std::vector<std::uint8_t>& labels,
                                          const Index3& size, const Index3& patch,
                                          std::size_t anatomies)
{
    std::vector<std::vector<Index3>> tokens(anatomies);
    const Index3 grid{size[0] / patch[0], size[1] / patch[1], size[2] / patch[2]};
    std::vector<char> seen(anatomies + 1);
    for (int d = 0; d < grid[0]; ++d) {
        for (int h = 0; h < grid[1]; ++h) {
            for (int w = 0; w < grid[2]; ++w) {
                std::ranges::fill(seen, 0);
                for (int z = d * patch[0]; z < (d + 1) * patch[0]; ++z) {
                    for (int y = h * patch[1]; y < (h + 1) * patch[1]; ++y) {
                        const std::size_t row =
                            (static_cast<std::size_t>(z) * static_cast<std::size_t>(size[1]) +
                             static_cast<std::size_t>(y)) *
                            static_cast<std::size_t>(size[2]);
                        for (int x = w * patch[2]; x < (w + 1) * patch[2]; ++x) {
                            const std::uint8_t label = labels[row + static_cast<std::size_t>(x)];
                            if (label <= anatomies)
                                seen[label] = 1;
                        }
                    }
                }
                for (std::size_t a = 0; a < anatomies; ++a) {
                    if (seen[a + 1] != 0)
                        tokens[a].push_back({d, h, w});
                }
            }
        }
    }
    return tokens;
}

at::Tensor samplePatches(const Recipe& recipe, const std::vector<TrainingCase>& cases,
                         std::uint64_t seed)
{
    const Index3& patch = recipe.network.patch;
    const Index3& size = recipe.preprocess.minimumSize;
    const std::int64_t voxels = std::int64_t{patch[0]} * patch[1] * patch[2];
    const std::size_t anatomies = recipe.network.anatomies.size();
    std::mt19937_64 random(seed);
    const int crops = std::min(MostCrops, static_cast<int>(cases.size()));
    const std::int64_t each =
        std::max<std::int64_t>(1, PatchSample / (crops * static_cast<std::int64_t>(anatomies)));
    at::Tensor patches =
        at::empty({crops * each * static_cast<std::int64_t>(anatomies), voxels}, at::kFloat);
    float* out = patches.mutable_data_ptr<float>();
    std::int64_t count = 0;
    for (int n = 0; n < crops; ++n) {
        const TrainingCase& one = cases[random() % cases.size()];
        const Crop crop = randomCrop(one, size, {}, random);
        const std::vector<float> image = cropImage(one, crop);
        for (const std::vector<Index3>& tokens :
             tokensOf(cropLabels(one, crop), size, patch, anatomies))
        {
            for (std::int64_t k = 0; k < each && !tokens.empty(); ++k, ++count)
                copyPatch(image, size, patch, tokens[random() % tokens.size()],
                          out + count * voxels);
        }
    }
    return patches.slice(0, 0, count);
}

} // namespace

void startFromPatches(const Recipe& recipe, const std::vector<TrainingCase>& cases,
                      std::uint64_t seed, ParameterMap& parameters)
{
    const at::NoGradGuard noGradient;
    const at::Tensor patches = samplePatches(recipe, cases, seed);
    const std::int64_t voxels = patches.size(1);
    if (patches.size(0) < 2)
        return;
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
