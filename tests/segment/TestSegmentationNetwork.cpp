// nnU-Net's networks against the reference implementation's figures.

#include "model/engine/torchErrors.h"
#include "model/segment/segmentPatch.h"
#include "model/verify/GoldenSegmentation.h"

#include <ATen/ops/argmax.h>
#include <ATen/ops/bincount.h>
#include <ATen/ops/tensor.h>

#include "SegmentationFiles.h"
#include <cmath>
#include <gtest/gtest.h>
#include <iostream>

namespace fovea {
namespace {

using testing::Json;

constexpr double tolerance = 5e-5; // of the figures' README: fp32 on a CPU

double largestDifference(const at::Tensor& tensor, const Json& samples)
{
    const at::Tensor plain = tensor.contiguous();
    const float* const values = plain.const_data_ptr<float>();
    double largest = 0.0;
    for (const Json& sample : samples)
        largest = std::max(
            largest, std::abs(values[sample[0].get<std::size_t>()] - sample[1].get<double>()));
    return largest;
}

void expectShape(const at::Tensor& tensor, const Json& expected)
{
    std::vector<std::int64_t> shape = tensor.sizes().vec();
    shape.erase(shape.begin());
    EXPECT_EQ(shape, expected.get<std::vector<std::int64_t>>());
}

void checkNetwork(const Json& network)
{
    const c10::InferenceMode inference;
    const SegmentationConfig config = testing::configOf(network);
    const ParameterMap parameters = golden::segmentationParameters(config);
    const Index3 patch = config.patch;
    std::vector<float> image =
        golden::numbers(network.at("input").get<std::string>(),
                        static_cast<std::size_t>(patch[0]) * patch[1] * patch[2]);
    const at::Tensor input = at::tensor(image).reshape({1, 1, patch[0], patch[1], patch[2]});

    const std::vector<at::Tensor> skips = encodePatch(config, parameters, input);
    ASSERT_EQ(skips.size(), network.at("skips").size());
    for (std::size_t s = 0; s < skips.size(); ++s) {
        const Json& expected = network.at("skips")[s];
        expectShape(skips[s], expected.at("shape"));
        EXPECT_LT(largestDifference(skips[s], expected.at("samples")), tolerance) << s;
        const double sum = expected.at("sum").get<double>();
        EXPECT_NEAR(skips[s].sum(at::kDouble).item<double>(), sum, 1e-5 * std::abs(sum));
    }

    const at::Tensor logits = decodePatch(config, parameters, skips);
    const Json& expected = network.at("logits");
    expectShape(logits, expected.at("shape"));
    const double difference = largestDifference(logits, expected.at("samples"));
    std::cout << "[ measured ] logits " << difference << " of " << tolerance << "\n";
    EXPECT_LT(difference, tolerance);
    EXPECT_NEAR(logits.min().item<float>(), expected.at("min").get<float>(), tolerance);
    EXPECT_NEAR(logits.max().item<float>(), expected.at("max").get<float>(), tolerance);

    const at::Tensor counts =
        at::bincount(at::argmax(logits.squeeze(0), 0).flatten(), {}, config.classes);
    const Json& expectedCounts = network.at("argmax_counts");
    ASSERT_EQ(static_cast<std::size_t>(counts.numel()), expectedCounts.size());
    const std::int64_t* const count = counts.const_data_ptr<std::int64_t>();
    for (std::size_t c = 0; c < expectedCounts.size(); ++c)
        EXPECT_NEAR(static_cast<double>(count[c]), expectedCounts[c].get<double>(), 2.0);
}

TEST(SegmentationNetwork, SmallNetworksAgreeWithTheReference)
{
    for (const Json& network : testing::readJson(testing::goldenFile("networks.json"))) {
        SCOPED_TRACE(network.at("name").get<std::string>());
        checkNetwork(network);
    }
}

TEST(SegmentationNetwork, TheReleasedModelsSizesAgreeWithTheReference)
{
    const auto path = testing::sharedFile("networks-real-size.json");
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "no shared sample data";
    for (const Json& network : testing::readJson(path)) {
        SCOPED_TRACE(network.at("name").get<std::string>());
        checkNetwork(network);
    }
}

TEST(SegmentationNetwork, ABatchIsSeenWindowByWindow)
{
    const c10::InferenceMode inference;
    const Json network = testing::readJson(testing::goldenFile("networks.json")).at(0);
    const SegmentationConfig config = testing::configOf(network);
    const ParameterMap parameters = golden::segmentationParameters(config);
    const at::Tensor two = at::tensor(golden::numbers("two", std::size_t{2} * 32 * 24 * 40))
                               .reshape({2, 1, 32, 24, 40});
    const at::Tensor together = segmentPatch(config, parameters, two);
    const at::Tensor alone = segmentPatch(config, parameters, two.narrow(0, 1, 1));
    EXPECT_LT(together.narrow(0, 1, 1).sub(alone).abs().max().item<float>(), tolerance);
}

} // namespace
} // namespace fovea
