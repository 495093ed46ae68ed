// The network made ready to answer against the same network as training runs it.

#include "model/engine/Batches.h"
#include "model/engine/CpuSetup.h"
#include "model/engine/FvlmEngine.h"
#include "model/engine/WindowImage.h"
#include "model/network/InferenceNetwork.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>
#include <c10/core/InferenceMode.h>

#include "SmallModel.h"
#include "SpeckledStudy.h"
#include <gtest/gtest.h>
#include <numeric>

namespace fovea {
namespace {

/// Large enough for bf16 to be itself, small enough for a test.
NetworkConfig mediumNetwork()
{
    NetworkConfig c = testing::smallNetwork();
    c.hidden = 128;
    c.mlp = 256;
    c.heads = 4;
    c.poolingHeads = 4;
    return c;
}

Fvlm makeNetwork(const NetworkConfig& config)
{
    Result<Fvlm> network = Fvlm::create(config, initialParameters(config, 5));
    EXPECT_TRUE(network);
    return *network;
}

double largest(const at::Tensor& difference)
{
    return difference.abs().max().item<double>();
}

double smallestCosine(const at::Tensor& a, const at::Tensor& b)
{
    return (unitVectors(a) * unitVectors(b)).sum(-1).min().item<double>();
}

const std::vector<std::int64_t> someTokens{0, 3, 4, 11, 17};

TEST(PackedLinear, GivesWhatThePlainOneGives)
{
    const c10::InferenceMode inference;
    prepareCpuForInference();
    for (const auto& [in, out] : {std::pair{24, 72}, {64, 40}, {64, 192}, {192, 64}, {128, 512}}) {
        const at::Tensor weight = at::randn({out, in}) * 0.1;
        const at::Tensor bias = at::randn({out});
        for (const int rows : {1, 7, 36, 300}) {
            const at::Tensor x = at::randn({rows, in});
            const at::Tensor expected = at::linear(x, weight, bias);
            const PackedLinear full(weight, bias, Precision::Float32, 36);
            EXPECT_EQ(full.packed(), PackedLinear::packs() && in % 64 == 0 && out % 64 == 0);
            EXPECT_LT(largest(full(x) - expected), 1e-5) << in << " to " << out;
            EXPECT_LT(largest(full(x, PackedLinear::Activation::Gelu) - at::gelu(expected)), 1e-5);
            const PackedLinear half(weight, bias, Precision::BFloat16, 36);
            const at::Tensor found = half(x.to(at::kBFloat16));
            EXPECT_EQ(found.scalar_type(), at::kBFloat16);
            EXPECT_GT(smallestCosine(found.to(at::kFloat), expected), 0.9995);
        }
    }
}

NetworkConfig stemNetwork()
{
    NetworkConfig config = testing::smallNetwork();
    config.stem = {5, 6};
    config.windows = {{0.0, 0.4}, {0.3, 1.0}};
    config.anatomyChannel = true;
    config.shapeLevels = 2;
    return config;
}

TEST(Inference, FullPrecisionIsTheNetwork)
{
    const c10::InferenceMode inference;
    const NetworkConfig withStem = stemNetwork();
    NetworkConfig withStatistics = withStem;
    withStatistics.regionStatistics = true;
    NetworkConfig nearby = mediumNetwork();
    nearby.attentionReach = 1;
    for (const NetworkConfig& config :
         {testing::smallNetwork(), mediumNetwork(), withStem, withStatistics, nearby})
    {
        const Fvlm network = makeNetwork(config);
        const InferenceNetwork fast(network, Precision::Float32);
        // The stored grid and another, which interpolates the positions; one sample and three.
        for (const auto& shape : {std::array{1, 16, 24, 24}, std::array{3, 20, 16, 32}}) {
            const at::Tensor image = at::rand({shape[0], 1, shape[1], shape[2], shape[3]});
            const ImageFeatures expected = network.encodeImage(image);
            const ImageFeatures found = fast.encodeImage(image);
            EXPECT_EQ(found.grid, expected.grid);
            ASSERT_EQ(found.levels.size(), expected.levels.size());
            for (std::size_t i = 0; i < found.levels.size(); ++i)
                EXPECT_LT(largest(found.levels[i] - expected.levels[i]), 1e-5);
            for (int sample = 0; sample < shape[0]; ++sample) {
                for (int anatomy = 0; anatomy < 3; ++anatomy) {
                    const PooledRegion a = network.pool(expected, sample, anatomy, someTokens);
                    const PooledRegion b = fast.pool(expected, sample, anatomy, someTokens);
                    EXPECT_LT(largest(a.vector - b.vector), 1e-6);
                    EXPECT_LT(largest(a.attention - b.attention), 1e-6);
                }
            }
        }
    }
}

TEST(Inference, TheLastBlockMayLeaveOutTokens)
{
    const c10::InferenceMode inference;
    NetworkConfig lastIsLevel = mediumNetwork();
    lastIsLevel.levels = {1, lastIsLevel.layers - 1};
    NetworkConfig nearby = mediumNetwork();
    nearby.attentionReach = 1;
    NetworkConfig withStatistics = stemNetwork();
    withStatistics.regionStatistics = true;
    for (const NetworkConfig& config : {mediumNetwork(), lastIsLevel, nearby, withStatistics}) {
        const Fvlm network = makeNetwork(config);
        const at::Tensor image = at::rand({1, 1, 16, 24, 24});
        const ImageFeatures expected = network.encodeImage(image);
        const std::vector<std::int64_t> wanted{0, 3, 4, 11, 17, 20};
        for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
            const InferenceNetwork fast(network, precision);
            const ImageFeatures found = fast.encodeImage(image, [] { return false; }, wanted);
            const bool partial = config.levels.back() != config.layers - 1;
            EXPECT_EQ(found.levels.back().size(1), partial ? 6 : 36);
            for (int anatomy = 0; anatomy < 3; ++anatomy) {
                const PooledRegion a = network.pool(expected, 0, anatomy, someTokens);
                const PooledRegion b = fast.pool(found, 0, anatomy, someTokens);
                if (precision == Precision::Float32) {
                    EXPECT_LT(largest(a.vector - b.vector), 1e-6);
                    EXPECT_LT(largest(a.attention - b.attention), 1e-6);
                } else {
                    EXPECT_GT(smallestCosine(a.vector, b.vector), 0.9995);
                }
            }
            if (partial) {
                EXPECT_THROW(fast.pool(found, 0, 0, std::vector<std::int64_t>{1}), c10::Error);
            }
        }
    }
}

TEST(Inference, HalfPrecisionStaysClose)
{
    const c10::InferenceMode inference;
    const Fvlm network = makeNetwork(mediumNetwork());
    const InferenceNetwork half(network, Precision::BFloat16);
    const at::Tensor image = at::rand({2, 1, 16, 24, 24});
    const ImageFeatures expected = network.encodeImage(image);
    const ImageFeatures found = half.encodeImage(image);
    for (std::size_t i = 0; i < found.levels.size(); ++i) {
        EXPECT_EQ(found.levels[i].scalar_type(), at::kFloat);
        EXPECT_GT(smallestCosine(found.levels[i], expected.levels[i]), 0.9995);
        EXPECT_GT(largest(found.levels[i] - expected.levels[i]), 0.0) << "it is not bf16";
    }
    // A batch is what its samples are.
    const ImageFeatures second = half.encodeImage(image.slice(0, 1, 2));
    EXPECT_LT(largest(second.levels.back()[0] - found.levels.back()[1]), 1e-2);
    const PooledRegion a = network.pool(expected, 1, 0, someTokens);
    const PooledRegion b = half.pool(found, 1, 0, someTokens);
    EXPECT_GT(smallestCosine(a.vector, b.vector), 0.9995);
}

TEST(Inference, TextsOfAnyLengthsComeBackInTheirOrder)
{
    const c10::InferenceMode inference;
    const Fvlm network = makeNetwork(testing::smallNetwork());
    const InferenceNetwork fast(network, Precision::Float32);
    const std::vector<std::vector<std::int64_t>> ids{
        {2, 7, 3}, {2, 8, 7, 5, 3}, {2, 9, 3}, {2, 3}, {2, 10, 11, 7, 5, 6, 3}};
    const at::Tensor found = fast.textVectors(ids);
    ASSERT_EQ(found.size(0), 5);
    for (std::size_t i = 0; i < ids.size(); ++i)
        EXPECT_LT(largest(found[static_cast<std::int64_t>(i)] - network.textVectors({ids[i]})[0]),
                  1e-5);
}

TEST(Inference, StopsBetweenBlocks)
{
    const c10::InferenceMode inference;
    const InferenceNetwork fast(makeNetwork(testing::smallNetwork()), Precision::Float32);
    int asked = 0;
    const ImageFeatures features =
        fast.encodeImage(at::rand({1, 1, 16, 24, 24}), [&] { return ++asked == 4; });
    EXPECT_EQ(asked, 4);
    EXPECT_TRUE(features.levels.empty());
}

TEST(Inference, PrecisionIsChosenByFacts)
{
    prepareCpuForInference();
    EXPECT_EQ(fastestCpuPrecision(testing::smallNetwork()), Precision::Float32)
        << "conversions would cost more than products save";
    EXPECT_EQ(fastestCpuPrecision(NetworkConfig{}), fastestCpuPrecision(NetworkConfig{}));
    EXPECT_GE(physicalCores(), 1);
    EXPECT_LE(physicalCores(), static_cast<int>(std::thread::hardware_concurrency()));
}

TEST(Batches, ShrinkUntilTheyFit)
{
    std::vector<std::size_t> sizes;
    const auto fits = [&sizes](std::size_t most) {
        return [&sizes, most](std::size_t first, std::size_t last) {
            sizes.push_back(last - first);
            if (last - first > most)
                TORCH_CHECK_WITH(OutOfMemoryError, false, "out of memory");
            return true;
        };
    };
    BatchOutcome outcome = runBatches(5, 5, fits(5));
    EXPECT_EQ(outcome.done, 5U);
    EXPECT_FALSE(outcome.shrunk);
    EXPECT_EQ(sizes, (std::vector<std::size_t>{5}));

    sizes.clear();
    outcome = runBatches(5, 5, fits(2));
    EXPECT_EQ(outcome.done, 5U);
    EXPECT_TRUE(outcome.shrunk);
    EXPECT_EQ(sizes, (std::vector<std::size_t>{5, 2, 2, 1}));

    sizes.clear();
    outcome = runBatches(4, 4, fits(0));
    EXPECT_EQ(outcome.done, 0U);
    EXPECT_TRUE(outcome.shrunk);
    EXPECT_EQ(sizes, (std::vector<std::size_t>{4, 2, 1}));

    outcome = runBatches(3, 1, [](std::size_t first, std::size_t) { return first < 1; });
    EXPECT_TRUE(outcome.stopped);
    EXPECT_EQ(outcome.done, 1U);
    EXPECT_THROW(runBatches(1, 1, [](auto, auto) -> bool { TORCH_CHECK(false, "other"); }),
                 c10::Error);
}

TEST(WindowImage, TheDeviceSamplesWhatTheHostSamples)
{
    const PreprocessSettings settings = testing::smallPackage().manifest.preprocess;
    ImageGeometry straight;
    straight.size = {60, 40, 30};
    straight.spacingMm = {0.8, 0.9, 2.5};
    ImageGeometry flipped = straight;
    flipped.axes = {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, -1}};
    ImageGeometry sagittal = straight;
    sagittal.axes = {Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{-1, 0, 0}};
    ImageGeometry oblique = straight;
    oblique.axes = {Vec3{0.96, 0.28, 0}, Vec3{-0.28, 0.96, 0}, Vec3{0, 0, 1}};
    for (const ImageGeometry& geometry : {straight, flipped, sagittal, oblique}) {
        const testing::SpeckledStudy study = testing::makeSpeckledStudy(geometry);
        const std::vector<std::string> anatomies{"lung", "heart"};
        const auto host =
            prepareStudy(*study.volume, *study.labels, anatomies, settings, Progress{});
        const auto device = prepareStudy(*study.volume, *study.labels, anatomies, settings,
                                         Progress{}, ImagePlace::Device);
        ASSERT_TRUE(host);
        ASSERT_TRUE(device);
        EXPECT_TRUE(device->image.empty());
        EXPECT_EQ(device->labels, host->labels);
        const at::Tensor expected = hostImage(*host);
        const at::Tensor found = deviceImage(*study.volume, *device, settings, at::kCPU);
        ASSERT_EQ(found.sizes(), expected.sizes());
        EXPECT_LT(largest(found - expected), 1e-6);
        EXPECT_GT(largest(found), 0.5);

        for (const PreparedRegion& region : host->regions) {
            const RegionWindow window = regionWindow(*host, region, settings, {4, 8, 16});
            const std::vector<float> cut = cutImage(*host, window);
            const at::Tensor tensor = cutWindow(expected, window).contiguous();
            ASSERT_EQ(static_cast<std::size_t>(tensor.numel()), cut.size());
            EXPECT_TRUE(std::equal(cut.begin(), cut.end(), tensor.const_data_ptr<float>()));
        }
    }
}

} // namespace
} // namespace fovea
