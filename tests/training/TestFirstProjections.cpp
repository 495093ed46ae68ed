#include "model/network/PatchEmbedding.h"
#include "model/training/FirstPositions.h"
#include "model/training/FirstProjections.h"
#include "model/training/TrainedNetwork.h"
#include "model/training/TrainingStep.h"
#include "model/training/Vocabulary.h"
#include "tests/training/Cubes.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/linalg_eigvalsh.h>
#include <ATen/ops/matmul.h>

#include <gtest/gtest.h>

namespace fovea {
namespace {

TEST(FirstProjections, StudiesDifferInEveryDirectionFromTheStart)
{
    Result<Recipe> recipe = recipeFromJson(smallRecipe().dump());
    ASSERT_TRUE(recipe.ok());
    const auto cases = loadCases(cubes(1, 96), recipe->network.anatomies, recipe->preprocess, {});
    ASSERT_TRUE(cases.ok());
    const Result<WordPiece> words = WordPiece::create(vocabularyOf(*recipe, cases->cases));
    ASSERT_TRUE(words.ok());
    recipe->network.vocabulary = static_cast<int>(words->size());
    const ParameterMap parameters = firstParameters(*recipe, 1);
    const Result<Fvlm> network = Fvlm::create(recipe->network, parameters);
    ASSERT_TRUE(network.ok());

    BatchOptions options;
    options.crop = recipe->preprocess.minimumSize;
    options.patch = recipe->network.patch;
    options.anatomyIds = recipe->network.anatomies;
    const auto vectors = [&] {
        BatchStream batches(cases->cases, options, *words, 32, 16, 5);
        std::vector<at::Tensor> all;
        for (std::size_t n = 0; n < batches.batchesPerEpoch(); ++n)
            all.push_back(regionVectors(*network, batches.next(), {})[0]);
        return at::cat(all, 0).detach();
    };
    // What they have in common is larger than what tells them apart.
    const at::Tensor before = vectors();
    EXPECT_GT(before.mean(0).norm().item<double>(), before.std(0).norm().item<double>());

    const double size = parameters.at("vision_projs.0.weight").norm().item<double>();
    startProjections(*recipe, *network, BatchStream(cases->cases, options, *words, 32, 16, 9));
    const at::Tensor after = vectors();
    EXPECT_LT(after.mean(0).norm().item<double>(), 0.2 * after.std(0).norm().item<double>());
    const at::Tensor centred = after - after.mean(0);
    const at::Tensor covariance =
        at::matmul(centred.t(), centred) / static_cast<double>(after.size(0) - 1);
    // Where studies differ at all they differ alike; where they hardly do, by less.
    const at::Tensor spread = at::linalg_eigvalsh(covariance);
    EXPECT_GE((spread > 0.5 * spread.max()).sum().item<std::int64_t>(), 2);
    // Weights stay as large as the optimiser's steps expect them.
    EXPECT_NEAR(parameters.at("vision_projs.0.weight").norm().item<double>(), size, 1e-3 * size);
}

TEST(FirstPositions, TellPlacesApartAsLoudlyAsPatches)
{
    Result<Recipe> recipe = recipeFromJson(smallRecipe().dump());
    ASSERT_TRUE(recipe.ok());
    const auto cases = loadCases(cubes(1, 32), recipe->network.anatomies, recipe->preprocess, {});
    ASSERT_TRUE(cases.ok());
    const Result<WordPiece> words = WordPiece::create(vocabularyOf(*recipe, cases->cases));
    ASSERT_TRUE(words.ok());
    recipe->network.vocabulary = static_cast<int>(words->size());
    const NetworkConfig& config = recipe->network;
    const ParameterMap parameters = firstParameters(*recipe, 1);
    const Result<Fvlm> network = Fvlm::create(config, parameters);
    ASSERT_TRUE(network.ok());
    BatchOptions options;
    options.crop = recipe->preprocess.minimumSize;
    options.patch = config.patch;
    options.anatomyIds = config.anatomies;
    startPositions(*network, BatchStream(cases->cases, options, *words, 32, 16, 5));

    const at::Tensor positions =
        parameters.at("visual_encoder.patch_embedding.position_embeddings")[0];
    const at::Tensor patches =
        embedPatches(config, parameters,
                     BatchStream(cases->cases, options, *words, 32, 16, 5).next().images,
                     config.grid)
            .detach();
    const auto size = [](const at::Tensor& x) { return x.square().mean().sqrt().item<double>(); };
    EXPECT_NEAR(size(positions) / size(patches), FirstPositionShare, 1e-3);
    for (std::int64_t a = 0; a < positions.size(0); ++a) {
        for (std::int64_t b = 0; b < a; ++b)
            EXPECT_GT((positions[a] - positions[b]).norm().item<double>(),
                      0.1 * positions[a].norm().item<double>())
                << a << ", " << b;
    }
}

} // namespace
} // namespace fovea
