#include "model/engine/chooseTuneWay.h"
#include "model/network/Fvlm.h"
#include "model/network/RegionPooling.h"
#include "model/network/regionKeys.h"
#include "model/training/ZeroShot.h"
#include "model/tuning/PromptPairLoss.h"
#include "model/tuning/TokenPooling.h"
#include "model/tuning/TunedManifest.h"
#include "model/tuning/estimateTune.h"
#include "model/tuning/trainableParts.h"
#include "tests/model/SmallModel.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/allclose.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/tensor.h>

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

TEST(TuneWays, AreChosenByCasesAndWhatIsNew)
{
    EXPECT_EQ(chooseTuneWay(5, {}), TuneWay::Calibration);
    EXPECT_EQ(chooseTuneWay(5, {true, false}), TuneWay::Queries);
    EXPECT_EQ(chooseTuneWay(5, {true, true}), TuneWay::Heads);
    EXPECT_EQ(chooseTuneWay(16, {}), TuneWay::Calibration);
    EXPECT_EQ(chooseTuneWay(40, {}), TuneWay::Heads);
    EXPECT_EQ(chooseTuneWay(200, {}), TuneWay::Heads);
    EXPECT_EQ(chooseTuneWay(1000, {}), TuneWay::Lora);
    EXPECT_EQ(chooseTuneWay(20000, {}), TuneWay::All);
    for (const TuneWay way : TuneWays)
        EXPECT_EQ(tuneWayOf(nameOf(way)), way);
    EXPECT_FALSE(tuneWayOf("everything").has_value());
}

TEST(TokenPooling, IsThePoolingOfTheNetwork)
{
    const ModelPackage package = testing::smallPackage();
    const Result<Fvlm> network = Fvlm::create(package.manifest.network, package.parameters);
    ASSERT_TRUE(network.ok());
    const ImageFeatures features = network->encodeImage(at::rand({1, 1, 16, 24, 24}));
    const std::vector<std::int64_t> some{1, 5, 7, 20}, more{0, 2, 3, 4, 9, 30};
    RegionTokens first, second;
    first.keys = regionKeys(features, 0, some);
    second.keys = regionKeys(features, 0, more);
    const RegionTokens* regions[]{&first, &second};
    const at::Tensor vectors =
        unitVectors(poolTokens(network->config(), network->parameters(), 1, regions));
    EXPECT_TRUE(at::allclose(vectors[0], network->pool(features, 0, 1, some).vector, 1e-4, 1e-5));
    EXPECT_TRUE(at::allclose(vectors[1], network->pool(features, 0, 1, more).vector, 1e-4, 1e-5));
    EXPECT_EQ(poolTokens(network->config(), network->parameters(), 1, {}).size(0), 0);
}

TEST(GrownParameters, KeepWhatThereIsAndStartTheNewFromTheMean)
{
    const ModelPackage package = testing::smallPackage();
    NetworkConfig grown = package.manifest.network;
    grown.anatomies.push_back("liver");
    const ParameterMap all = grownParameters(package.manifest.network, package.parameters, grown);
    EXPECT_TRUE(checkParameters(grown, all).ok());
    const at::Tensor queries = package.parameters.at("query_tokens");
    EXPECT_TRUE(at::equal(all.at("query_tokens").slice(0, 0, 3), queries));
    EXPECT_TRUE(at::allclose(all.at("query_tokens")[3], queries.mean(0)));
    for (const auto& [name, tensor] : package.parameters) {
        if (name != "query_tokens") {
            EXPECT_TRUE(at::equal(tensor, all.at(name))) << name;
        }
    }
}

TEST(PromptPairLoss, IsBalancedCrossEntropyOfTheScores)
{
    const ModelPackage package = testing::smallPackage();
    const Result<Fvlm> network = Fvlm::create(package.manifest.network, package.parameters);
    const Result<WordPiece> words = WordPiece::create(package.vocabulary);
    ASSERT_TRUE(network.ok() && words.ok());
    // Three with the finding, one without, one of which nobody knows.
    std::vector<TrainingCase> cases(5);
    for (std::size_t n = 0; n < cases.size(); ++n) {
        TrainingCase::Region& region = cases[n].regions.emplace_back();
        region.anatomyIndex = 0;
        if (n < 3)
            region.findings = {"pleural_effusion"};
        if (n == 4)
            region.unknown = {"pleural_effusion"};
    }
    const PromptPairLoss loss(package.manifest.findings, package.manifest.network.anatomies, cases,
                              *words, 16);
    ASSERT_EQ(loss.counts().size(), 3U);
    EXPECT_EQ(loss.counts()[0].positives, 3U);
    EXPECT_EQ(loss.counts()[0].negatives, 1U);

    TrainingBatch batch;
    batch.regions.resize(3);
    for (std::size_t n = 0; n < cases.size(); ++n) {
        batch.cases.push_back(&cases[n]);
        batch.regions[0].emplace_back().sample = static_cast<std::int64_t>(n);
    }
    const std::vector<at::Tensor> regions{at::rand({5, 12}) - 0.5, {}, {}};
    const TextVectors texts = [&](const std::vector<std::vector<std::int64_t>>& sequences) {
        return network->textVectors(sequences);
    };
    const double value = loss(batch, regions, texts, network->temperature()).item<double>();

    std::vector<CaseVectors> vectors(5, CaseVectors(3));
    for (std::size_t n = 0; n < 5; ++n) {
        const at::Tensor unit = unitVectors(regions[0][static_cast<std::int64_t>(n)]);
        vectors[n][0].assign(unit.const_data_ptr<float>(), unit.const_data_ptr<float>() + 12);
    }
    const FindingScores scores =
        scoreFinding(*network, *words, package.manifest.findings[0], cases, vectors);
    ASSERT_EQ(scores.scores.size(), 4U) << "the one that nobody knows does not count";
    double expected = 0;
    for (std::size_t n = 0; n < 4; ++n)
        expected -= scores.positive[n] ? 4.0 / 6 * std::log(scores.scores[n])
                                       : 4.0 / 2 * std::log(1 - scores.scores[n]);
    EXPECT_NEAR(value, expected / 5, 1e-4);

    // Of one class alone there is nothing to learn.
    cases.resize(3);
    const PromptPairLoss none(package.manifest.findings, package.manifest.network.anatomies, cases,
                              *words, 16);
    EXPECT_FALSE(none(batch, regions, texts, network->temperature()).defined());
}

TEST(TuneEstimate, CountsWhatLearns)
{
    const auto estimate = [&](TuneWay way, std::size_t known) {
        TuneOptions options;
        options.way = way;
        options.loraRank = 2;
        options.batch = 8;
        options.epochs = 5;
        return estimateTune(testing::smallPackage().manifest, known, options, 20, 1000);
    };
    EXPECT_EQ(estimate(TuneWay::Heads, 3).steps, 15);
    // Query, projection with bias of 3 anatomies, and the texts' projection.
    const std::int64_t anatomy = 24 + 12 * 24 + 12;
    EXPECT_EQ(estimate(TuneWay::Heads, 3).trainableParameters, 3 * anatomy + 12 * 16 + 12);
    EXPECT_EQ(estimate(TuneWay::Queries, 2).trainableParameters, anatomy);
    std::int64_t all = 0;
    for (const auto& [name, tensor] : testing::smallPackage().parameters)
        all += tensor.numel();
    EXPECT_EQ(estimate(TuneWay::All, 3).trainableParameters, all);
    // Two linears of each attention and two of each MLP, six in each layer of the text encoder.
    const std::int64_t image = 6 * 2 * (24 + 72 + 24 + 24 + 24 + 40 + 40 + 24);
    const std::int64_t text = 2 * 2 * (4 * (16 + 16) + 2 * (16 + 20));
    EXPECT_EQ(estimate(TuneWay::Lora, 3).trainableParameters,
              estimate(TuneWay::Heads, 3).trainableParameters + image + text);
    EXPECT_GT(estimate(TuneWay::Lora, 3).peakBytes, estimate(TuneWay::Heads, 3).peakBytes);
    EXPECT_FALSE(hasAdapter("visual_encoder.norm.weight"));
    EXPECT_FALSE(hasAdapter("text_encoder.encoder.layer.0.output.LayerNorm.weight"));
}

} // namespace
} // namespace fovea
