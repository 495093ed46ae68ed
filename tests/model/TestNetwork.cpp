#include "model/domain/TensorProblem.h"
#include "model/network/Fvlm.h"
#include "model/network/PatchEmbedding.h"
#include "model/network/boxShares.h"
#include "model/network/markInside.h"
#include "model/network/regionStatistics.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/dot.h>
#include <ATen/ops/full.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros_like.h>

#include "GoldenRule.h"
#include <gtest/gtest.h>
#include <limits>

namespace fovea {
namespace {

NetworkConfig smallConfig()
{
    NetworkConfig c;
    c.hidden = 24;
    c.mlp = 40;
    c.heads = 3;
    c.layers = 6;
    c.patch = {4, 8, 8};
    c.grid = {3, 2, 4};
    c.levels = {1, 3};
    c.poolingHeads = 2;
    c.textHidden = 16;
    c.textLayers = 2;
    c.textHeads = 2;
    c.textIntermediate = 20;
    c.vocabulary = 50;
    c.maxPositions = 32;
    c.embedding = 12;
    c.anatomies = {"lung", "liver"};
    return c;
}

TEST(Network, ABatchEqualsItsSamplesOneByOne)
{
    const Result<Fvlm> network = Fvlm::create(smallConfig(), initialParameters(smallConfig(), 7));
    ASSERT_TRUE(network);
    const at::Tensor images = at::rand({3, 1, 12, 16, 32});
    const ImageFeatures batch = network->encodeImage(images);
    ASSERT_EQ(batch.levels.size(), 3U);
    EXPECT_EQ(batch.grid, (std::array<int, 3>{3, 2, 4}));
    const std::vector<std::int64_t> tokens{1, 5, 17};
    for (int i = 0; i < 3; ++i) {
        const ImageFeatures alone = network->encodeImage(images.slice(0, i, i + 1));
        const PooledRegion a = network->pool(batch, i, 1, tokens);
        const PooledRegion b = network->pool(alone, 0, 1, tokens);
        EXPECT_LT((a.vector - b.vector).abs().max().item<float>(), 1e-6);
        EXPECT_NEAR(a.vector.norm().item<float>(), 1.0, 1e-6);
    }
}

TEST(Network, WithAReachATokenSeesItsNeighboursAlone)
{
    NetworkConfig config = smallConfig();
    config.layers = 2;
    config.levels = {0};
    config.grid = {3, 2, 6};
    at::Tensor image = at::rand({1, 1, 12, 16, 48});
    at::Tensor other = image.clone();
    other.slice(4, 0, 8) += 0.5; // The six tokens of the first column.
    for (const int reach : {0, 1, 2}) {
        config.attentionReach = reach;
        const Result<Fvlm> network = Fvlm::create(config, initialParameters(config, 7));
        ASSERT_TRUE(network);
        const ImageFeatures a = network->encodeImage(image);
        const ImageFeatures b = network->encodeImage(other);
        for (int layer = 0; layer < 2; ++layer) {
            const at::Tensor changed = (a.levels[static_cast<std::size_t>(layer)] -
                                        b.levels[static_cast<std::size_t>(layer)])
                                           .abs()
                                           .amax(-1)
                                           .reshape({3, 2, 6})
                                           .amax({0, 1});
            for (int column = 0; column < 6; ++column) {
                const bool seen = reach == 0 || column <= reach * (layer + 1);
                EXPECT_EQ(changed[column].item<float>() > 0, seen)
                    << "reach " << reach << ", layer " << layer << ", column " << column;
            }
        }
    }
}

TEST(Network, AReachOfLessThanNothingIsRefused)
{
    NetworkConfig config = smallConfig();
    config.attentionReach = -1;
    EXPECT_FALSE(config.problem().empty());
}

NetworkConfig stemConfig()
{
    NetworkConfig c = smallConfig();
    c.stem = {5, 6};
    c.windows = {{0.0, 0.4}, {0.3, 1.0}};
    c.anatomyChannel = true;
    return c;
}

TEST(Network, AStemSeesBatchesAsItSeesTheirSamples)
{
    for (int shapeLevels = 0; shapeLevels < 3; ++shapeLevels) {
        NetworkConfig config = stemConfig();
        config.shapeLevels = shapeLevels;
        const Result<Fvlm> network = Fvlm::create(config, initialParameters(config, 7));
        ASSERT_TRUE(network);
        at::Tensor images = at::rand({2, 1, 12, 16, 32});
        images.slice(4, 8, 20) += InsideOffset;
        const ImageFeatures batch = network->encodeImage(images);
        EXPECT_EQ(batch.grid, (std::array<int, 3>{3, 2, 4}));
        for (int i = 0; i < 2; ++i) {
            const ImageFeatures alone = network->encodeImage(images.slice(0, i, i + 1));
            EXPECT_LT((batch.levels.back()[i] - alone.levels.back()[0]).abs().max().item<float>(),
                      1e-5);
        }
    }
}

TEST(Network, AStemSeesTheShapesOfWhatIsInsideAlone)
{
    NetworkConfig config = stemConfig();
    const auto inputs = [&](const at::Tensor& image, int shapeLevels) {
        config.shapeLevels = shapeLevels;
        return patchInputs(config, initialParameters(config, 7), image, {1, 1, 1}).peaks;
    };
    const auto withShapes = [&](const at::Tensor& image) {
        // The token's statistics end with the maxima of the shapes' rows.
        const at::Tensor peaks = inputs(image, 2);
        return peaks.slice(1, peaks.size(1) - 12).abs().max().item<float>();
    };
    at::Tensor image = at::rand({1, 1, 4, 8, 8});
    EXPECT_EQ(withShapes(image), 0.0F);
    EXPECT_GT(withShapes(image + InsideOffset), 0.01F);
    EXPECT_EQ(inputs(image, 2).size(1), inputs(image, 0).size(1) + 2 * 12);
}

TEST(Network, AStemTakesATokensPatchAndNoOther)
{
    const NetworkConfig config = stemConfig();
    const ParameterMap parameters = initialParameters(config, 7);
    const std::array<int, 3> grid{3, 2, 4};
    const at::Tensor image = at::rand({1, 1, 12, 16, 32});
    at::Tensor changed = image.clone();
    changed[0][0][5][9][17] += InsideOffset; // token (1, 1, 2)
    const at::Tensor moved = (embedPatches(config, parameters, image, grid) -
                              embedPatches(config, parameters, changed, grid))
                                 .abs()
                                 .amax(1);
    for (int token = 0; token < 24; ++token) {
        if (token == 1 * 8 + 1 * 4 + 2)
            EXPECT_GT(moved[token].item<float>(), 1e-3F);
        else
            EXPECT_EQ(moved[token].item<float>(), 0.0F) << token;
    }
}

TEST(Network, ARegionsVectorHasItsStatistics)
{
    NetworkConfig config = stemConfig();
    config.regionStatistics = true;
    config.bands = {{0.2, 0.4}, {0.5, 1.0}};
    const ParameterMap parameters = initialParameters(config, 7);
    const Result<Fvlm> network = Fvlm::create(config, parameters);
    ASSERT_TRUE(network);
    const ImageFeatures features = network->encodeImage(at::rand({2, 1, 12, 16, 32}));
    ASSERT_EQ(features.statistics.size(3), config.anatomyStatistics());
    const std::vector<std::int64_t> tokens{1, 5, 17};
    for (const std::int64_t token : {1, 5, 17, 6}) {
        ImageFeatures moved = features;
        moved.statistics = features.statistics.clone();
        moved.statistics[1][1][token] += 0.5;
        const at::Tensor change = network->pool(moved, 1, 1, tokens).vector -
                                  network->pool(features, 1, 1, tokens).vector;
        EXPECT_EQ(change.abs().max().item<float>() > 1e-4F, token != 6) << token;
    }

    // Nothing made of them, all else is the network without them, from the same first parameters.
    ParameterMap without = parameters;
    without["statistics_projs.0.weight"] =
        at::zeros_like(parameters.at("statistics_projs.0.weight"));
    const Result<Fvlm> silent = Fvlm::create(config, without);
    config.regionStatistics = false;
    config.bands.clear();
    const Result<Fvlm> plain = Fvlm::create(config, initialParameters(config, 7));
    ASSERT_TRUE(silent);
    ASSERT_TRUE(plain);
    const at::Tensor difference =
        silent->pool(features, 0, 0, tokens).vector - plain->pool(features, 0, 0, tokens).vector;
    EXPECT_LT(difference.abs().max().item<float>(), 1e-6F);
}

TEST(Network, SharesOfBoxesCountTheAnatomysOwnVoxels)
{
    // Two samples of 4 x 4 x 4 cells; in the second a band fills half of what is the anatomy's.
    const std::array<std::int64_t, 4> size{2, 4, 4, 4};
    const at::Tensor values = at::full({8, 2, 4, 4, 4}, 0.9);
    const at::Tensor own = at::ones({8, 2, 4, 4, 4});
    own.select(1, 1).slice(3, 2, 4).fill_(0);                     // W from 2 on is another's,
    values.select(1, 1).slice(3, 2, 4).fill_(0.3);                // though in the band.
    values.slice(0, 0, 4).select(1, 1).slice(3, 0, 2).fill_(0.3); // Half of each cell.
    const auto shares =
        boxShares(values.reshape({8, -1}), own.reshape({8, -1}), size, {{0.25, 0.5}, {0.9, 1.0}})
            .reshape({SharesPerBand * 2, 2, 4, 4, 4});
    const auto at = [&](int band, int sample, int d, int h, int w) {
        return shares[band][sample][d][h][w].item<float>();
    };
    EXPECT_EQ(at(0, 0, 1, 1, 1), 0.0F);
    EXPECT_NEAR(at(1, 0, 1, 1, 1), 1.0F, 1e-6F); // The lower end counts, the upper not.
    EXPECT_NEAR(at(0, 1, 1, 1, 1), 0.5F, 1e-6F); // 2 of 3 columns are the anatomy's.
    EXPECT_EQ(at(0, 1, 1, 1, 2), 0.0F);          // 1 of 3: too little to say.
    EXPECT_EQ(at(1, 0, 0, 0, 0), 0.0F);          // So at a corner, 8 of 27 cells,
    EXPECT_NEAR(at(1, 0, 0, 1, 1), 1.0F, 1e-6F); // but not at a face.
}

TEST(Network, SharesOfBoxesAreHeldAgainstWhatIsAround)
{
    // A bright box of 3 x 3 x 3 cells amid 7 x 7 x 7, and two bright cells in its ring.
    const at::Tensor values = at::full({8, 1, 7, 7, 7}, 0.1);
    values.slice(2, 2, 5).slice(3, 2, 5).slice(4, 2, 5).fill_(0.6);
    values.slice(2, 1, 2).slice(3, 1, 2).slice(4, 1, 3).fill_(0.6);
    const auto shares = [&](const at::Tensor& own) {
        return boxShares(values.reshape({8, -1}), own.reshape({8, -1}), {1, 7, 7, 7}, {{0.5, 1.0}})
            .reshape({SharesPerBand, 7, 7, 7})
            .select(3, 3)
            .select(2, 3)
            .select(1, 3);
    };
    const at::Tensor whole = shares(at::ones({8, 1, 7, 7, 7}));
    EXPECT_NEAR(whole[0].item<float>(), 1.0F, 1e-6F);
    EXPECT_NEAR(whole[1].item<float>(), 1.0F - 2.0F / 98, 1e-6F);
    EXPECT_NEAR(whole[2].item<float>(), 1.0F - 2.0F / 98, 1e-6F);
    // Most of the ring is none of the anatomy's: nothing to hold it against.
    const at::Tensor few = at::zeros({8, 1, 7, 7, 7});
    few.slice(2, 2, 5).fill_(1);
    EXPECT_NEAR(shares(few)[1].item<float>(), 1.0F, 1e-6F); // 48 of 98.
    few.slice(3, 0, 2).fill_(0);
    const at::Tensor alone = shares(few); // 33 of 98.
    EXPECT_NEAR(alone[0].item<float>(), 1.0F, 1e-6F);
    EXPECT_EQ(alone[1].item<float>(), 0.0F);
    EXPECT_EQ(alone[2].item<float>(), 0.0F);
}

TEST(Network, StatisticsAreMeansOfTheHighestAndOfAll)
{
    // 70 tokens, one channel rising, one falling.
    const at::Tensor rising = at::arange(70, at::kFloat);
    const at::Tensor r = regionStatistics(at::stack({rising, -rising}, 1));
    const std::vector<float> expected{69,    0,     67.5F,  -1.5F, 61.5F,
                                      -7.5F, 37.5F, -31.5F, 34.5F, -34.5F};
    ASSERT_EQ(r.numel(), static_cast<std::int64_t>(expected.size()));
    for (std::size_t n = 0; n < expected.size(); ++n)
        EXPECT_FLOAT_EQ(r[static_cast<std::int64_t>(n)].item<float>(), expected[n]) << n;
    // Fewer tokens than are counted: the mean of all.
    const at::Tensor few = regionStatistics(rising.slice(0, 0, 3).unsqueeze(1));
    for (const std::int64_t n : {1, 2, 3, 4})
        EXPECT_FLOAT_EQ(few[n].item<float>(), 1) << n;
}

TEST(Network, StatisticsWithoutTokens)
{
    const at::Tensor some = at::rand({120, 3}).mul(8).floor(); // With ties.
    for (const std::int64_t count : {2, 5, 17, 65, 66, 120}) {
        for (const std::int64_t gone : {1, 27}) { // From each token on, as many as there are.
            const at::Tensor own = some.slice(0, 0, count);
            const at::Tensor groups =
                at::ones({count, count}).triu() * at::ones({count, count}).tril(gone - 1);
            const at::Tensor without = regionStatisticsWithout(own, groups);
            for (std::int64_t first = 0; first < count; ++first) {
                const at::Tensor rest = at::cat(
                    {own.slice(0, 0, first), own.slice(0, std::min(first + gone, count), count)},
                    0);
                if (rest.size(0) == 0) {
                    EXPECT_EQ(without[first].abs().max().item<float>(), 0.0F);
                    continue;
                }
                EXPECT_LT((without[first] - regionStatistics(rest)).abs().max().item<float>(),
                          1e-5F)
                    << count << ' ' << first << ' ' << gone;
            }
        }
    }
}

TEST(Network, SharesOfTokensAddUpToTheStatistics)
{
    for (const std::int64_t count : {1, 7, 90}) {
        const at::Tensor some = at::rand({count, 3});
        const at::Tensor along = at::randn({15});
        EXPECT_NEAR(shareOfEach(some, along).sum().item<double>(),
                    at::dot(regionStatistics(some), along).item<double>(), 1e-4);
    }
}

TEST(Network, AStudyUnlikeAllOthersIsNotAllStatistics)
{
    NetworkConfig config = stemConfig();
    config.regionStatistics = true;
    const StatisticsMap map = StatisticsMap::of(config, initialParameters(config, 7), 0);
    const at::Tensor strange = at::full({config.regionStatisticsLength()}, 1e6);
    EXPECT_NEAR(map.inputs(strange).norm().item<double>(), 5, 1e-4);
    EXPECT_EQ(map.follows(strange).sum().item<float>(), 0);
}

TEST(Network, SaysWhatAStemLacks)
{
    const auto refused = [](auto&& change) {
        NetworkConfig c = stemConfig();
        change(c);
        return !c.problem().empty();
    };
    EXPECT_FALSE(refused([](NetworkConfig&) {}));
    EXPECT_TRUE(refused([](NetworkConfig& c) { c.windows.clear(); }));
    EXPECT_TRUE(refused([](NetworkConfig& c) { c.shapeLevels = 3; }));
    EXPECT_TRUE(refused([](NetworkConfig& c) {
        c = smallConfig();
        c.shapeLevels = 1;
    }));
    EXPECT_TRUE(refused([](NetworkConfig& c) {
        c = smallConfig();
        c.regionStatistics = true;
    }));
    EXPECT_TRUE(refused([](NetworkConfig& c) { c.windows[0] = {0.5, 0.2}; }));
    EXPECT_TRUE(refused([](NetworkConfig& c) { c.windows[0] = {0.5, 1.2}; }));
    EXPECT_TRUE(refused([](NetworkConfig& c) { c.stem = {5, 0}; }));
    EXPECT_TRUE(refused([](NetworkConfig& c) { c.stem = {5, 6, 7}; })); // 4 voxels, halved thrice
    EXPECT_TRUE(refused([](NetworkConfig& c) { c.stem.clear(); }));
}

TEST(Network, TheOrderOfARegionsTokensIsOfNoConsequenceButTheirChoiceIs)
{
    const Result<Fvlm> network = Fvlm::create(smallConfig(), initialParameters(smallConfig(), 7));
    ASSERT_TRUE(network);
    const ImageFeatures features = network->encodeImage(at::rand({1, 1, 12, 16, 32}));
    const auto pooled = [&](std::vector<std::int64_t> tokens) {
        return network->pool(features, 0, 0, tokens).vector;
    };
    EXPECT_LT((pooled({1, 2, 9}) - pooled({9, 1, 2})).abs().max().item<float>(), 1e-6);
    EXPECT_GT((pooled({1, 2, 9}) - pooled({1, 2, 10})).abs().max().item<float>(), 1e-6);
}

TEST(Network, PaddingOfShorterTextsHasNoEffect)
{
    const Result<Fvlm> network = Fvlm::create(smallConfig(), initialParameters(smallConfig(), 3));
    ASSERT_TRUE(network);
    const std::vector<std::int64_t> shorter{2, 11, 3};
    const at::Tensor together = network->textVectors({shorter, {2, 9, 8, 7, 6, 5, 3}});
    const at::Tensor alone = network->textVectors({shorter});
    EXPECT_LT((together[0] - alone[0]).abs().max().item<float>(), 1e-6);
}

TEST(Network, GradientsReachEveryParameterThatIsUsed)
{
    NetworkConfig statistics = stemConfig();
    statistics.regionStatistics = true;
    for (const NetworkConfig& config : {smallConfig(), stemConfig(), statistics}) {
        ParameterMap parameters = initialParameters(config, 5);
        for (auto& [name, tensor] : parameters)
            tensor.requires_grad_(true);
        const Result<Fvlm> network = Fvlm::create(config, parameters);
        ASSERT_TRUE(network);
        // A grid other than the stored one, so that the resized position embeddings are on the way.
        const ImageFeatures features = network->encodeImage(at::rand({1, 1, 16, 16, 16}));
        const std::vector<std::int64_t> tokens{0, 3, 6};
        const at::Tensor texts = network->textVectors({{2, 11, 3}});
        at::Tensor loss = at::full({}, 0.0);
        for (int anatomy = 0; anatomy < 2; ++anatomy)
            loss = loss + texts[0].dot(network->pool(features, 0, anatomy, tokens).vector) /
                              network->temperature();
        loss.backward();
        for (const auto& [name, tensor] : parameters) {
            if (name.find("statistics_norm.") != std::string::npos)
                continue; // Set once; they do not learn.
            ASSERT_TRUE(tensor.grad().defined()) << name;
            EXPECT_TRUE(tensor.grad().isfinite().all().item<bool>()) << name;
        }
        EXPECT_GT(parameters.at("visual_encoder.patch_embedding.position_embeddings")
                      .grad()
                      .norm()
                      .item<float>(),
                  0);
    }
}

TEST(Network, InitialParametersFollowTheSeed)
{
    const ParameterMap a = initialParameters(smallConfig(), 1);
    const ParameterMap b = initialParameters(smallConfig(), 1);
    const ParameterMap c = initialParameters(smallConfig(), 2);
    EXPECT_TRUE(a.at("query_tokens").equal(b.at("query_tokens")));
    EXPECT_FALSE(a.at("query_tokens").equal(c.at("query_tokens")));
    EXPECT_FLOAT_EQ(a.at("temp").item<float>(), 0.07F);
}

std::optional<TensorProblem> onlyProblem(const Error& error)
{
    EXPECT_EQ(error.arguments.size(), 2U);
    return TensorProblem::fromArgument(error.arguments.back());
}

TEST(Network, WrongParametersAreNamed)
{
    using Kind = TensorProblem::Kind;
    const NetworkConfig config = smallConfig();
    ParameterMap missing = initialParameters(config, 1);
    missing.erase("vision_projs.1.bias");
    const Result<Fvlm> a = Fvlm::create(config, missing);
    ASSERT_FALSE(a);
    EXPECT_EQ(a.error().code, ErrorCode::TensorsUnusable);
    EXPECT_EQ(onlyProblem(a.error()),
              (TensorProblem{Kind::Missing, "vision_projs.1.bias", "", ""}));

    ParameterMap misshapen = initialParameters(config, 1);
    misshapen["text_proj.weight"] = at::rand({3, 4});
    const Result<Fvlm> b = Fvlm::create(config, misshapen);
    ASSERT_FALSE(b);
    EXPECT_EQ(onlyProblem(b.error()),
              (TensorProblem{Kind::Misshapen, "text_proj.weight", "[12, 16]", "[3, 4]"}));

    ParameterMap infinite = initialParameters(config, 1);
    infinite["text_proj.bias"][3] = std::numeric_limits<float>::infinity();
    const Result<Fvlm> c = Fvlm::create(config, infinite);
    ASSERT_FALSE(c);
    EXPECT_EQ(onlyProblem(c.error()), (TensorProblem{Kind::NotFinite, "text_proj.bias", "", ""}));
}

TEST(Network, NumbersThatAreNoNetworkAreRefused)
{
    NetworkConfig config = smallConfig();
    config.levels = {1, 6};
    EXPECT_FALSE(config.problem().empty());
    config = smallConfig();
    config.hidden = 25;
    EXPECT_FALSE(config.problem().empty());
    config = smallConfig();
    config.anatomies = {"lung", "lung"};
    EXPECT_FALSE(config.problem().empty());
    EXPECT_TRUE(smallConfig().problem().empty());
    EXPECT_TRUE(NetworkConfig{}.problem().empty());
}

} // namespace
} // namespace fovea
