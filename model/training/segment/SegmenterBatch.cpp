#include "model/training/segment/SegmenterBatch.h"

#include "model/phantom/CounterRandom.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

namespace fovea {
namespace {

/// Where a patch begins in its case; negative where the case is the smaller one.
Index3 patchStart(const Index3& size, const Index3& patch, const Index3* around,
                  CounterRandom& random)
{
    Index3 start{};
    for (std::size_t a = 0; a < 3; ++a) {
        const int least = std::min(0, size[a] - patch[a]);
        const int most = std::max(0, size[a] - patch[a]);
        int low = least;
        int high = most;
        if (around) { // the voxel lies in the patch's middle half, where the case allows
            low = std::clamp((*around)[a] - 3 * patch[a] / 4, least, most);
            high = std::clamp((*around)[a] - patch[a] / 4, least, most);
        }
        start[a] = low + static_cast<int>(random.index(static_cast<std::size_t>(high - low) + 1));
    }
    return start;
}

Index3 drawnStart(const SegmenterRecipe& recipe, const SegmenterCase& from, CounterRandom& random)
{
    const Index3 size = from.size();
    std::vector<const std::vector<std::uint32_t>*> shown;
    for (const auto& places : from.places) {
        if (!places.empty())
            shown.push_back(&places);
    }
    if (shown.empty() || !random.chance(recipe.foreground))
        return patchStart(size, recipe.config.patch, nullptr, random);
    const std::vector<std::uint32_t>& places = *shown[random.index(shown.size())];
    const auto voxel = static_cast<int>(places[random.index(places.size())]);
    const Index3 around{voxel / (size[1] * size[2]), voxel / size[2] % size[1], voxel % size[2]};
    return patchStart(size, recipe.config.patch, &around, random);
}

void copyPatch(const SegmenterCase& from, const Index3& start, const Index3& patch, float* image,
               std::int64_t* labels)
{
    const Index3 size = from.size();
    const auto* const voxels = from.image.const_data_ptr<at::Half>();
    const int firstX = std::max(0, -start[2]);
    const int endX = std::min(patch[2], size[2] - start[2]);
    for (int z = std::max(0, -start[0]); z < std::min(patch[0], size[0] - start[0]); ++z) {
        for (int y = std::max(0, -start[1]); y < std::min(patch[1], size[1] - start[1]); ++y) {
            const std::size_t source =
                (static_cast<std::size_t>(start[0] + z) * static_cast<std::size_t>(size[1]) +
                 static_cast<std::size_t>(start[1] + y)) *
                static_cast<std::size_t>(size[2]);
            const std::size_t target =
                (static_cast<std::size_t>(z) * static_cast<std::size_t>(patch[1]) +
                 static_cast<std::size_t>(y)) *
                static_cast<std::size_t>(patch[2]);
            for (int x = firstX; x < endX; ++x) {
                const std::size_t at = source + static_cast<std::size_t>(start[2] + x);
                image[target + static_cast<std::size_t>(x)] = static_cast<float>(voxels[at]);
                labels[target + static_cast<std::size_t>(x)] = from.labels[at];
            }
        }
    }
}

} // namespace

SegmenterBatch segmenterBatch(const SegmenterRecipe& recipe,
                              const std::vector<SegmenterCase>& cases, std::uint64_t seed,
                              std::int64_t step)
{
    CounterRandom random(scatter(seed) ^ static_cast<std::uint64_t>(step), "segmenter batch");
    const Index3& patch = recipe.config.patch;
    SegmenterBatch batch{at::zeros({recipe.batch, 1, patch[0], patch[1], patch[2]}, at::kFloat),
                         at::zeros({recipe.batch, patch[0], patch[1], patch[2]}, at::kLong)};
    for (std::int64_t n = 0; n < recipe.batch; ++n) {
        const SegmenterCase& from = cases[random.index(cases.size())];
        const at::Tensor image = batch.images[n];
        copyPatch(from, drawnStart(recipe, from, random), patch, image.mutable_data_ptr<float>(),
                  batch.labels[n].mutable_data_ptr<std::int64_t>());
        const double noise = random.uniform(0, recipe.noise);
        const double contrast = 1 + random.uniform(-recipe.contrast, recipe.contrast);
        const double brightness = random.uniform(-recipe.brightness, recipe.brightness);
        const at::Generator generator = at::detail::createCPUGenerator(random.next());
        image.mul_(contrast).add_(brightness);
        image.add_(at::randn(image.sizes(), generator, image.options()), noise);
    }
    return batch;
}

} // namespace fovea
