#include "model/network/PatchEmbedding.h"
#include "model/network/regionStatistics.h"
#include "model/training/FirstPositions.h"
#include "model/training/FirstProjections.h"
#include "model/training/FirstStatistics.h"
#include "model/training/TrainedNetwork.h"
#include "model/training/TrainingStep.h"
#include "model/training/Vocabulary.h"
#include "tests/training/Cubes.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/linalg_eigvalsh.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/stack.h>

#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <optional>
#include <utility>
#include <vector>

namespace fovea {
namespace {

/// A small network with its first parameters, and cases to start it from.
class FirstParameters : public testing::Test {
protected:
    void SetUp() override
    {
        Result<Recipe> recipe = recipeFromJson(smallRecipe().dump());
        ASSERT_TRUE(recipe.ok());
        m_recipe = *std::move(recipe);
        auto cases = loadCases(cubes(1, 96), m_recipe.network.anatomies, m_recipe.preprocess, {});
        ASSERT_TRUE(cases.ok());
        m_cases = std::move(cases->cases);
        const Result<WordPiece> words = WordPiece::create(vocabularyOf(m_recipe, m_cases));
        ASSERT_TRUE(words.ok());
        m_words.emplace(*words);
        m_recipe.network.vocabulary = static_cast<int>(m_words->size());
        m_parameters = firstParameters(m_recipe, 1);
        const Result<Fvlm> network = Fvlm::create(m_recipe.network, m_parameters);
        ASSERT_TRUE(network.ok());
        m_network.emplace(*network);
        m_options.crop = m_recipe.preprocess.minimumSize;
        m_options.patch = m_recipe.network.patch;
        m_options.anatomyIds = m_recipe.network.anatomies;
    }

    BatchStream stream(std::uint64_t seed) const
    {
        return BatchStream(m_cases, m_options, *m_words, 32, 16, seed);
    }

    Recipe m_recipe;
    std::vector<TrainingCase> m_cases;
    std::optional<WordPiece> m_words;
    ParameterMap m_parameters;
    std::optional<Fvlm> m_network; ///< Shares m_parameters' storage.
    BatchOptions m_options;
};

using FirstProjections = FirstParameters;
using FirstPositions = FirstParameters;
using FirstStatistics = FirstParameters;

TEST_F(FirstProjections, StudiesDifferInEveryDirectionFromTheStart)
{
    const auto vectors = [&] {
        BatchStream batches = stream(5);
        std::vector<at::Tensor> all;
        for (std::size_t n = 0; n < batches.batchesPerEpoch(); ++n)
            all.push_back(regionVectors(*m_network, batches.next(), {})[0]);
        return at::cat(all, 0).detach();
    };
    // What they have in common is larger than what tells them apart.
    const at::Tensor before = vectors();
    EXPECT_GT(before.mean(0).norm().item<double>(), before.std(0).norm().item<double>());

    const double size = m_parameters.at("vision_projs.0.weight").norm().item<double>();
    startProjections(m_recipe, *m_network, stream(9));
    const at::Tensor after = vectors();
    EXPECT_LT(after.mean(0).norm().item<double>(), 0.2 * after.std(0).norm().item<double>());
    const at::Tensor centred = after - after.mean(0);
    const at::Tensor covariance =
        at::matmul(centred.t(), centred) / static_cast<double>(after.size(0) - 1);
    // Where studies differ at all they differ alike; where they hardly do, by less.
    const at::Tensor spread = at::linalg_eigvalsh(covariance);
    EXPECT_GE((spread > 0.5 * spread.max()).sum().item<std::int64_t>(), 2);
    // Weights stay as large as the optimiser's steps expect them.
    EXPECT_NEAR(m_parameters.at("vision_projs.0.weight").norm().item<double>(), size, 1e-3 * size);
}

TEST_F(FirstPositions, TellPlacesApartAsLoudlyAsPatches)
{
    const NetworkConfig& config = m_recipe.network;
    startPositions(*m_network, stream(5));

    const at::Tensor positions =
        m_parameters.at("visual_encoder.patch_embedding.position_embeddings")[0];
    const at::Tensor patches =
        embedPatches(config, m_parameters, stream(5).next().images, config.grid).detach();
    const auto size = [](const at::Tensor& x) { return x.square().mean().sqrt().item<double>(); };
    EXPECT_NEAR(size(positions) / size(patches), FirstPositionShare, 1e-3);
    for (std::int64_t a = 0; a < positions.size(0); ++a) {
        for (std::int64_t b = 0; b < a; ++b)
            EXPECT_GT((positions[a] - positions[b]).norm().item<double>(),
                      0.1 * positions[a].norm().item<double>())
                << a << ", " << b;
    }
}

TEST_F(FirstStatistics, AreStandardisedAndMadeNothingOf)
{
    m_recipe.network.stem = {4};
    m_recipe.network.windows = {{0.0, 0.6}, {0.4, 1.0}};
    m_recipe.network.anatomyChannel = true;
    m_recipe.network.regionStatistics = true;
    m_options.anatomyChannel = true;
    m_parameters = firstParameters(m_recipe, 1);
    const Result<Fvlm> network = Fvlm::create(m_recipe.network, m_parameters);
    ASSERT_TRUE(network.ok());
    startStatistics(m_recipe, *network, stream(9));
    EXPECT_EQ(m_parameters.at("statistics_projs.0.weight").abs().max().item<float>(), 0);

    const StatisticsMap map = StatisticsMap::of(m_recipe.network, m_parameters, 0);
    std::vector<at::Tensor> all;
    BatchStream batches = stream(9);
    for (std::size_t n = 0; n < batches.batchesPerEpoch(); ++n) {
        const TrainingBatch batch = batches.next();
        const ImageFeatures features = network->encodeImage(batch.images);
        for (const TrainingBatch::Region& region : batch.regions[0])
            all.push_back(map.inputs(
                regionStatistics(statisticsOfTokens(features, region.sample, 0, region.tokens))));
    }
    ASSERT_GT(all.size(), 48U);
    const at::Tensor inputs = at::stack(all);
    EXPECT_LT(inputs.mean(0).abs().max().item<double>(), 0.01);
    // Those that differ among the studies differ alike; none more.
    const at::Tensor spread =
        inputs.std(0) * std::sqrt(static_cast<double>(m_recipe.network.regionStatisticsLength()));
    EXPECT_LT(spread.max().item<double>(), 1.1);
    EXPECT_GT((spread > 0.8).sum().item<std::int64_t>(), spread.numel() / 4);
}

} // namespace
} // namespace fovea
