// Which tokens speak for a text: against the sum that they must make and against differentiation.

#include "model/engine/FvlmEngine.h"
#include "model/network/InferenceNetwork.h"
#include "model/network/Relevance.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/dot.h>
#include <ATen/ops/full_like.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/rand_like.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/randn_like.h>
#include <c10/core/InferenceMode.h>

#include "SmallModel.h"
#include "SpeckledStudy.h"
#include <algorithm>
#include <cstddef>
#include <gtest/gtest.h>
#include <numeric>
#include <string>
#include <vector>

namespace fovea {
namespace {

const std::vector<std::int64_t> someTokens{0, 3, 4, 11, 17, 35};

/// A small network with biases that are not 0 and attention that is not flat.
ParameterMap livelyParameters(const NetworkConfig& config)
{
    ParameterMap parameters = initialParameters(config, 3);
    for (auto& [name, tensor] : parameters) {
        if (name.ends_with("bias"))
            tensor = at::randn_like(tensor) * 0.3;
        if (name == "query_tokens")
            tensor = at::randn_like(tensor);
    }
    return parameters;
}

Fvlm livelyNetwork(bool regionStatistics)
{
    NetworkConfig config = testing::smallNetwork();
    if (regionStatistics) {
        config.stem = {5, 6};
        config.windows = {{0.0, 0.4}, {0.3, 1.0}};
        config.regionStatistics = true;
        config.bands = {{0.2, 0.5}};
    }
    Result<Fvlm> network = Fvlm::create(config, livelyParameters(config));
    EXPECT_TRUE(network);
    return *network;
}

/// Without and with region statistics.
class Relevance : public ::testing::TestWithParam<bool> {};

INSTANTIATE_TEST_SUITE_P(Statistics, Relevance, ::testing::Bool());

at::Tensor someImage()
{
    return at::rand({2, 1, 16, 24, 24});
}

TEST_P(Relevance, AttributionsAndTheirBiasesAddUpToTheCosine)
{
    const c10::InferenceMode inference;
    const Fvlm network = livelyNetwork(GetParam());
    const ImageFeatures features = network.encodeImage(someImage());
    for (int anatomy = 0; anatomy < 3; ++anatomy) {
        const at::Tensor text = unitVectors(at::randn({network.config().embedding}));
        const PooledRegion pooled = network.pool(features, 1, anatomy, someTokens);
        const TokenRelevance relevance =
            tokenRelevance(network.config(), network.parameters(), features, 1, anatomy, someTokens,
                           text, RelevanceMethod::AttentionWeightedValue);
        const double cosine = at::dot(text, pooled.vector).item<double>();
        EXPECT_NEAR(relevance.target, cosine, 1e-5);
        EXPECT_GT(std::abs(relevance.bias), 1e-3) << "this network has biases";
        EXPECT_NEAR(relevance.values.sum().item<double>() + relevance.bias, cosine, 1e-5);
        EXPECT_EQ(relevance.values.numel(), static_cast<std::int64_t>(someTokens.size()));
    }
}

TEST(RelevanceOfAttention, AnAttributionIsATokensOwn)
{
    // Without the keys' influence (equal attention) a token's attribution follows its features
    // alone: scaling them scales it.
    const c10::InferenceMode inference;
    const NetworkConfig config = testing::smallNetwork();
    ParameterMap parameters = livelyParameters(config);
    parameters["query_tokens"] = at::full_like(parameters["query_tokens"], 0.0);
    parameters["attention.in_proj_bias"] = at::full_like(parameters["attention.in_proj_bias"], 0.0);
    const Result<Fvlm> network = Fvlm::create(config, parameters);
    ASSERT_TRUE(network);
    ImageFeatures features = network->encodeImage(someImage());
    const at::Tensor text = unitVectors(at::randn({config.embedding}));
    const auto ratioOfFirstTwo = [&] {
        const at::Tensor values = tokenRelevance(config, parameters, features, 0, 0, someTokens,
                                                 text, RelevanceMethod::AttentionWeightedValue)
                                      .values;
        return (values[0] / values[1]).item<double>();
    };
    const double before = ratioOfFirstTwo();
    for (at::Tensor& level : features.levels)
        level.select(0, 0).select(0, someTokens[0]).mul_(3.0);
    EXPECT_NEAR(ratioOfFirstTwo() / before, 3.0, 1e-3);
}

TEST_P(Relevance, GradientTimesInputIsTheSlopeOfTheMargin)
{
    const c10::InferenceMode inference;
    const Fvlm network = livelyNetwork(GetParam());
    ImageFeatures features = network.encodeImage(someImage());
    if (features.statistics.defined()) // Where tokens are equally high, the highest has no slope.
        features.statistics = at::rand_like(features.statistics);
    const at::Tensor margin = unitVectors(at::randn({network.config().embedding})) -
                              unitVectors(at::randn({network.config().embedding}));
    const TokenRelevance relevance =
        tokenRelevance(network.config(), network.parameters(), features, 0, 2, someTokens, margin,
                       RelevanceMethod::GradientTimesInput);
    EXPECT_EQ(relevance.bias, 0.0);

    // In fp64, through the network that training differentiates: scaling a token's features by
    // 1 + h moves the margin by h times its gradient x input.
    ParameterMap precise;
    for (const auto& [name, tensor] : network.parameters())
        precise[name] = tensor.to(at::kDouble);
    const auto marginAt = [&](std::int64_t token, double scale) {
        ImageFeatures moved = features;
        for (at::Tensor& level : moved.levels) {
            level = level.to(at::kDouble).clone();
            level.select(0, 0).select(0, token).mul_(scale);
        }
        if (moved.statistics.defined()) {
            moved.statistics = moved.statistics.to(at::kDouble).clone();
            moved.statistics.select(0, 2).select(0, 0).select(0, token).mul_(scale);
        }
        const at::Tensor v = poolRegion(network.config(), precise, moved, 0, 2, someTokens).vector;
        return at::dot(v, margin.to(at::kDouble)).item<double>();
    };
    EXPECT_NEAR(relevance.target, marginAt(someTokens[0], 1.0), 1e-5);
    constexpr double h = 1e-4;
    double largest = 0.0;
    for (std::size_t i = 0; i < someTokens.size(); ++i) {
        const double slope =
            (marginAt(someTokens[i], 1.0 + h) - marginAt(someTokens[i], 1.0 - h)) / (2.0 * h);
        EXPECT_NEAR(relevance.values[static_cast<std::int64_t>(i)].item<double>(), slope, 1e-5);
        largest = std::max(largest, std::abs(slope));
    }
    EXPECT_GT(largest, 1e-3) << "nothing was measured";
}

TEST_P(Relevance, LeavingATokenOutIsPoolingWithoutIt)
{
    const c10::InferenceMode inference;
    const Fvlm network = livelyNetwork(GetParam());
    const ImageFeatures features = network.encodeImage(someImage());
    const at::Tensor text = unitVectors(at::randn({network.config().embedding}));
    const auto targetOf = [&](const std::vector<std::int64_t>& tokens) {
        return at::dot(text, network.pool(features, 1, 0, tokens).vector).item<double>();
    };
    const auto leaveOneOut = [&](const std::vector<std::int64_t>& tokens) {
        return tokenRelevance(network.config(), network.parameters(), features, 1, 0, tokens, text,
                              RelevanceMethod::LeaveOneOut);
    };
    const TokenRelevance relevance = leaveOneOut(someTokens);
    EXPECT_EQ(relevance.bias, 0.0);
    EXPECT_NEAR(relevance.target, targetOf(someTokens), 1e-5);
    for (std::size_t i = 0; i < someTokens.size(); ++i) {
        std::vector<std::int64_t> rest = someTokens;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_NEAR(relevance.values[static_cast<std::int64_t>(i)].item<double>(),
                    relevance.target - targetOf(rest), 1e-5);
    }
    EXPECT_GT(relevance.values.abs().max().item<double>(), 1e-3) << "nothing was measured";
    const TokenRelevance alone = leaveOneOut({7});
    EXPECT_NEAR(alone.values.item<double>(), alone.target, 1e-7);
}

TEST_P(Relevance, LeavingNeighborsOutIsPoolingWithoutThem)
{
    const c10::InferenceMode inference;
    const Fvlm network = livelyNetwork(GetParam());
    const ImageFeatures features = network.encodeImage(someImage());
    const at::Tensor text = unitVectors(at::randn({network.config().embedding}));
    const auto relevanceOf = [&](const std::vector<std::int64_t>& tokens) {
        return tokenRelevance(network.config(), network.parameters(), features, 1, 0, tokens, text,
                              RelevanceMethod::LeaveNeighborsOut);
    };
    const auto grid = network.config().grid;
    ASSERT_GE(grid[2], 3) << "all tokens touch";
    const std::int64_t last = std::int64_t{1} * grid[0] * grid[1] * grid[2] - 1;
    const std::vector<std::int64_t> tokens{0, 1, 2, last};
    const auto apart = [&](std::int64_t a, std::int64_t b) {
        return std::max({std::abs(a / (grid[1] * grid[2]) - b / (grid[1] * grid[2])),
                         std::abs(a / grid[2] % grid[1] - b / grid[2] % grid[1]),
                         std::abs(a % grid[2] - b % grid[2])});
    };
    const TokenRelevance relevance = relevanceOf(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        double expected = 0;
        for (const std::int64_t reach : {0, 1, 2}) {
            std::vector<std::int64_t> rest;
            std::ranges::copy_if(tokens, std::back_inserter(rest), [&](std::int64_t token) {
                return apart(token, tokens[i]) > reach;
            });
            const double left =
                rest.empty()
                    ? 0.0
                    : at::dot(text, network.pool(features, 1, 0, rest).vector).item<double>();
            expected += (relevance.target - left) / 3;
        }
        EXPECT_NEAR(relevance.values[static_cast<std::int64_t>(i)].item<double>(), expected, 1e-5);
    }
    EXPECT_GT(relevance.values.abs().max().item<double>(), 1e-3) << "nothing was measured";
    const TokenRelevance alone = relevanceOf({7});
    EXPECT_NEAR(alone.values.item<double>(), alone.target, 1e-7) << "something is left";
}

TEST_P(Relevance, IsTheSameWhereTheLastLevelHasTheRegionsTokensOnly)
{
    const c10::InferenceMode inference;
    const InferenceNetwork network(livelyNetwork(GetParam()), Precision::Float32);
    const at::Tensor image = someImage().slice(0, 0, 1);
    const at::Tensor text = unitVectors(at::randn({network.config().embedding}));
    for (const RelevanceMethod method :
         {RelevanceMethod::AttentionWeightedValue, RelevanceMethod::GradientTimesInput,
          RelevanceMethod::LeaveOneOut, RelevanceMethod::LeaveNeighborsOut})
    {
        const at::Tensor all =
            network.relevance(network.encodeImage(image), 0, 0, someTokens, text, method).values;
        const ImageFeatures few = network.encodeImage(image, [] { return false; }, someTokens);
        const at::Tensor own = network.relevance(few, 0, 0, someTokens, text, method).values;
        EXPECT_LT((all - own).abs().max().item<double>(), 1e-5);
    }
}

std::unique_ptr<Engine> livelyEngine()
{
    ModelPackage package = testing::smallPackage();
    package.parameters = livelyParameters(package.manifest.network);
    Result<std::unique_ptr<Engine>> engine = FvlmEngine::create(std::move(package));
    EXPECT_TRUE(engine);
    return engine ? std::move(*engine) : nullptr;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

TEST(EngineRelevance, LiesOnTheRegionsTokensAndExplainsItsMargin)
{
    const testing::SpeckledStudy study = testing::makeSpeckledStudy();
    const auto engine = livelyEngine();
    const std::vector<RelevanceRequest> requests{
        {"heart", {"Effusion."}, {"Not effusion."}, RelevanceMethod::AttentionWeightedValue},
        {"esophagus", {"Hernia."}, {}, RelevanceMethod::AttentionWeightedValue},
        {"lung", {"Effusion.", "Large effusion."}, {}, RelevanceMethod::GradientTimesInput}};
    const auto explained = engine->explain(*study.volume, *study.labels, requests, Progress{});
    ASSERT_TRUE(explained);
    const auto analysis = engine->analyze(*study.volume, *study.labels, Progress{});
    ASSERT_TRUE(analysis);
    ASSERT_EQ(explained->analysis.embeddings.size(), analysis->embeddings.size());
    ASSERT_EQ(explained->relevances.size(), 3U);
    ASSERT_TRUE(explained->relevances[0]);
    EXPECT_FALSE(explained->relevances[1]) << "the study has no esophagus";
    ASSERT_TRUE(explained->relevances[2]);

    const RegionRelevance& heart = *explained->relevances[0];
    const RegionEmbedding& embedding =
        *std::ranges::find(analysis->embeddings, "heart", &RegionEmbedding::anatomyId);
    EXPECT_EQ(heart.anatomyId, "heart");
    EXPECT_EQ(heart.tokenGrid, embedding.tokenGrid);
    EXPECT_EQ(heart.tokenOriginMm, embedding.tokenOriginMm);
    EXPECT_EQ(heart.tokenStepMm, embedding.tokenStepMm);
    ASSERT_EQ(heart.values.size(), embedding.attention.size());
    for (std::size_t i = 0; i < heart.values.size(); ++i)
        EXPECT_EQ(heart.values[i] == 0.0F, embedding.attention[i] == 0.0F);
    const double margin = cosine(embedding.vector, *engine->embedText("Effusion.")) -
                          cosine(embedding.vector, *engine->embedText("Not effusion."));
    EXPECT_NEAR(heart.target, margin, 1e-5);
    EXPECT_NEAR(std::accumulate(heart.values.begin(), heart.values.end(), 0.0) + heart.bias, margin,
                1e-5);

    const auto alone =
        engine->relevance(*study.volume, *study.labels, "lung", {"Effusion.", "Large effusion."},
                          {}, RelevanceMethod::GradientTimesInput, Progress{});
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->method, RelevanceMethod::GradientTimesInput);
    EXPECT_EQ(alone->tokenOriginMm, explained->relevances[2]->tokenOriginMm);
    ASSERT_EQ(alone->values.size(), explained->relevances[2]->values.size());
    for (std::size_t i = 0; i < alone->values.size(); ++i)
        EXPECT_NEAR(alone->values[i], explained->relevances[2]->values[i], 1e-6);
}

TEST(EngineRelevance, SaysWhatCannotBeAsked)
{
    const testing::SpeckledStudy study = testing::makeSpeckledStudy();
    const auto engine = livelyEngine();
    const auto ask = [&](const std::string& anatomy, const std::vector<std::string>& positive,
                         const std::vector<std::string>& negative = {},
                         const Progress& progress = {}) {
        const auto answer =
            engine->relevance(*study.volume, *study.labels, anatomy, positive, negative,
                              RelevanceMethod::AttentionWeightedValue, progress);
        EXPECT_FALSE(answer);
        return answer ? ErrorCode::Internal : answer.error().code;
    };
    EXPECT_EQ(ask("spleen", {"Effusion."}), ErrorCode::BadOption);
    EXPECT_EQ(ask("esophagus", {"Effusion."}), ErrorCode::NoRegion);
    EXPECT_EQ(ask("lung", {}), ErrorCode::EmptyText);
    EXPECT_EQ(ask("lung", {"  "}), ErrorCode::EmptyText);
    EXPECT_EQ(ask("lung", {"Effusion."}, {""}), ErrorCode::EmptyText);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(ask("lung", {"Effusion."}, {}, Progress(stop.get_token())), ErrorCode::Cancelled);
    const auto explained = engine->explain(*study.volume, *study.labels,
                                           {{"spleen", {"Effusion."}, {}, {}}}, Progress{});
    ASSERT_FALSE(explained);
    EXPECT_EQ(explained.error().code, ErrorCode::BadOption);
}

} // namespace
} // namespace fovea
