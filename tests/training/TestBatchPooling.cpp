#include "model/network/Fvlm.h"
#include "model/network/markInside.h"
#include "model/training/BatchPooling.h"
#include "model/training/TrainingEncoder.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/rand.h>

#include <cstddef>
#include <gtest/gtest.h>
#include <vector>

namespace fovea {
namespace {

NetworkConfig networkWith(bool regionStatistics)
{
    NetworkConfig config;
    config.hidden = 24;
    config.mlp = 40;
    config.heads = 3;
    config.layers = 2;
    config.patch = {4, 8, 8};
    config.grid = {3, 2, 4};
    config.levels = {0};
    config.poolingHeads = 2;
    config.stem = {5, 6};
    config.windows = {{0.0, 0.4}, {0.3, 1.0}};
    config.anatomyChannel = true;
    config.shapeLevels = 2;
    config.regionStatistics = regionStatistics;
    config.textHidden = 16;
    config.textLayers = 1;
    config.textHeads = 2;
    config.textIntermediate = 20;
    config.vocabulary = 20;
    config.embedding = 12;
    config.anatomies = {"lung", "heart", "aorta"};
    return config;
}

const std::vector<std::vector<PooledTokens>> someRegions{
    {{0, {0, 1, 2, 5, 9}}, {1, {3, 4, 20}}}, // Regions of several sizes,
    {{1, {3, 7}}},                           // not in every sample,
    {}};                                     // and an anatomy that no sample has.

TEST(BatchPooling, IsTheRegionsOneByOne)
{
    for (const bool regionStatistics : {false, true}) {
        const NetworkConfig config = networkWith(regionStatistics);
        const Result<Fvlm> network = Fvlm::create(config, initialParameters(config, 4));
        ASSERT_TRUE(network);
        at::Tensor images = at::rand({2, 1, 12, 16, 32});
        images.slice(4, 8, 20) += InsideOffset;
        const ImageFeatures features = encodeForTraining(config, network->parameters(), images, {});
        const std::vector<at::Tensor> vectors =
            poolBatch(config, network->parameters(), features, someRegions);
        const ImageFeatures own = network->encodeImage(images);
        ASSERT_EQ(vectors.size(), 3U);
        for (std::size_t a = 0; a < someRegions.size(); ++a) {
            ASSERT_EQ(vectors[a].size(0), static_cast<std::int64_t>(someRegions[a].size()));
            for (std::size_t n = 0; n < someRegions[a].size(); ++n) {
                const PooledTokens& region = someRegions[a][n];
                const at::Tensor expected =
                    network->pool(own, region.sample, static_cast<int>(a), region.tokens).vector;
                const at::Tensor found = unitVectors(vectors[a][static_cast<std::int64_t>(n)]);
                EXPECT_LT((found - expected).abs().max().item<float>(), 1e-5F)
                    << regionStatistics << ' ' << a << ' ' << n;
            }
        }
    }
}

TEST(BatchPooling, HasTheGradientsOfTheRegionsOneByOne)
{
    const NetworkConfig config = networkWith(true);
    const at::Tensor images = at::rand({2, 1, 12, 16, 32}) + InsideOffset;
    ParameterMap parameters = initialParameters(config, 4);
    const at::Tensor along = at::rand({12});
    const auto gradients = [&](bool together) {
        ParameterMap own;
        for (const auto& [name, tensor] : parameters)
            own[name] = tensor.clone().requires_grad_(true);
        const ImageFeatures features = together ? encodeForTraining(config, own, images, {})
                                                : encodeImage(config, own, images);
        at::Tensor sum;
        const auto add = [&](const at::Tensor& vector) {
            const at::Tensor part = (vector * along).sum();
            sum = sum.defined() ? sum + part : part;
        };
        const std::vector<at::Tensor> vectors = poolBatch(config, own, features, someRegions);
        for (std::size_t a = 0; a < someRegions.size(); ++a) {
            for (std::size_t n = 0; n < someRegions[a].size(); ++n) {
                const PooledTokens& region = someRegions[a][n];
                add(together ? unitVectors(vectors[a][static_cast<std::int64_t>(n)])
                             : poolRegion(config, own, features, region.sample, static_cast<int>(a),
                                          region.tokens)
                                   .vector);
            }
        }
        sum.backward();
        return own;
    };
    const ParameterMap together = gradients(true);
    const ParameterMap apart = gradients(false);
    for (const char* name : {"statistics_projs.0.weight", "visual_encoder.stem.0.weight",
                             "visual_encoder.stem.peaks.weight", "vision_projs.0.weight"})
    {
        const at::Tensor expected = apart.at(name).grad();
        const double size = expected.norm().item<double>();
        EXPECT_GT(size, 1e-4) << name;
        EXPECT_LT((together.at(name).grad() - expected).norm().item<double>(), 1e-4 * size) << name;
    }
}

} // namespace
} // namespace fovea
