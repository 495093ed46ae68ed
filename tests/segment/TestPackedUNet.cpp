// Networks arranged for inference, and sums of what their windows say: the same answers as the
// plain functions give, in memory that does not grow with the volume.

#include "model/bench/ReferenceWindows.h"
#include "model/segment/PackedUNet.h"
#include "model/segment/SlidingWindow.h"
#include "model/segment/WindowSums.h"
#include "model/segment/normalizeChannels.h"
#include "model/segment/segmentPatch.h"
#include "model/verify/GoldenSegmentation.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/argmax.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/instance_norm.h>
#include <ATen/ops/leaky_relu.h>
#include <ATen/ops/tensor.h>
#include <c10/core/Allocator.h>
#include <c10/core/InferenceMode.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include "SegmentationFiles.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using testing::Json;

constexpr float tolerance = 5e-5F; // of the reference figures: fp32 on a CPU

at::Tensor numbers(const char* name, at::IntArrayRef shape)
{
    std::size_t count = 1;
    for (const std::int64_t side : shape)
        count *= static_cast<std::size_t>(side);
    return at::tensor(golden::numbers(name, count)).reshape(shape);
}

float difference(const at::Tensor& a, const at::Tensor& b)
{
    return a.sub(b).abs().max().item<float>();
}

/// The first of the golden networks, with so many classes of made-up weights.
SegmentationConfig network(int classes)
{
    Json one = testing::readJson(testing::goldenFile("networks.json")).at(0);
    one["network"]["classes"] = classes;
    return testing::configOf(one);
}

TEST(PackedUNet, AnswersLikeThePlainNetwork)
{
    const c10::InferenceMode inference;
    for (const Json& one : testing::readJson(testing::goldenFile("networks.json"))) {
        SCOPED_TRACE(one.at("name").get<std::string>());
        const SegmentationConfig config = testing::configOf(one);
        const ParameterMap parameters = golden::segmentationParameters(config);
        const Index3 patch = config.patch;
        const at::Tensor image = numbers("image", {patch[0], patch[1], patch[2]});
        const PackedUNet packed(config, parameters);
        const at::Tensor features = packed.features(image);
        ASSERT_EQ(features.sizes(),
                  (at::IntArrayRef{patch[0], patch[1], patch[2], config.features.front()}));
        const at::Tensor logits =
            at::addmm(packed.headBias(), features.view({-1, features.size(3)}), packed.headWeight())
                .t()
                .reshape({config.classes, patch[0], patch[1], patch[2]});
        const at::Tensor plain =
            segmentPatch(config, parameters, image.unsqueeze(0).unsqueeze(0)).squeeze(0);
        EXPECT_LT(difference(logits, plain), tolerance);
        EXPECT_GT(plain.abs().max().item<float>(), 0.1F);
    }
}

TEST(PackedUNet, ConvolutionsOfAnySizeAgree)
{
    const c10::InferenceMode inference;
    struct Case {
        Index3 kernel;
        Index3 stride;
        std::int64_t in;
        std::int64_t depth;
    };
    for (const Case& one : {Case{{3, 3, 3}, {1, 1, 1}, 5, 7}, Case{{3, 3, 3}, {1, 1, 1}, 5, 8},
                            Case{{3, 3, 3}, {1, 1, 1}, 5, 1}, Case{{3, 1, 5}, {1, 1, 1}, 4, 2},
                            Case{{1, 3, 3}, {1, 1, 1}, 4, 5}, Case{{5, 3, 3}, {1, 1, 1}, 4, 5},
                            Case{{3, 3, 3}, {2, 2, 2}, 4, 6}, Case{{3, 3, 3}, {1, 2, 2}, 4, 6},
                            Case{{3, 3, 3}, {1, 1, 1}, 1, 6}, Case{{1, 1, 1}, {1, 1, 1}, 3, 4}})
    {
        const at::Tensor weight =
            numbers("weight", {6, one.in, one.kernel[0], one.kernel[1], one.kernel[2]}) - 0.5;
        const at::Tensor image = numbers("image", {one.depth, 6, 10, one.in}) - 0.5;
        const at::Tensor expected =
            at::conv3d(image.permute({3, 0, 1, 2}).unsqueeze(0), weight, std::nullopt,
                       {one.stride[0], one.stride[1], one.stride[2]},
                       {one.kernel[0] / 2, one.kernel[1] / 2, one.kernel[2] / 2})
                .squeeze(0)
                .permute({1, 2, 3, 0});
        const at::Tensor found = PackedConvolution(weight, one.stride)(image);
        ASSERT_EQ(found.sizes(), expected.sizes());
        EXPECT_TRUE(found.is_contiguous());
        EXPECT_LT(difference(found, expected), 1e-5F) << one.kernel[0] << " " << one.depth;
    }
}

TEST(PackedUNet, ChannelsFarFromZeroAreNormalisedAsWell)
{
    const c10::InferenceMode inference;
    at::Tensor image = numbers("image", {9, 30, 20, 3}) + numbers("offset", {3}) * 1000;
    const at::Tensor weight = numbers("weight", {3});
    const at::Tensor bias = numbers("bias", {3}) - 0.5;
    const at::Tensor exact = at::instance_norm(
        image.to(at::kDouble).permute({3, 0, 1, 2}).unsqueeze(0), weight.to(at::kDouble),
        bias.to(at::kDouble), {}, {}, true, 0.1, 1e-5, false);
    const at::Tensor expected =
        at::leaky_relu(exact, 0.01).squeeze(0).permute({1, 2, 3, 0}).to(at::kFloat);
    normalizeChannels(image, weight, bias, 1e-5, 0.01);
    EXPECT_LT(difference(image, expected), 5e-4F); // what fp32 leaves of values about 1000
}

TEST(SlidingWindow, SumsOfFeaturesGiveTheReferencesLabels)
{
    const c10::InferenceMode inference;
    const SegmentationConfig config = network(40);
    ASSERT_LT(config.features.front(), config.classes);
    const ParameterMap parameters = golden::segmentationParameters(config);
    const at::Tensor image = numbers("image", {50, 40, 45});
    const auto expected = referenceLabels(config, parameters, image, 0.5, at::kFloat, Progress{});
    ASSERT_TRUE(expected);
    std::vector<std::uint16_t> found(expected->size());
    int next = 0;
    const Status slid = slideLabels(
        config, {&parameters, 1}, image, {},
        [&](int first, int planes, const std::uint16_t* labels) -> Status {
            EXPECT_EQ(first, next);
            next = first + planes;
            std::copy_n(labels, planes * 40 * 45, found.begin() + first * 40 * 45);
            return Done{};
        },
        Progress{});
    ASSERT_TRUE(slid);
    EXPECT_EQ(next, 50);
    std::size_t different = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        different += found[i] == (*expected)[i] ? 0 : 1;
    EXPECT_LE(different, found.size() / 10'000);
    EXPECT_GT(std::ranges::count_if(found, [&](auto label) { return label != found.front(); }),
              100);
}

std::vector<std::uint16_t> labelsAt(const WindowPlace& place, const SegmentationConfig& config,
                                    std::span<const ParameterMap> folds, const at::Tensor& image)
{
    std::vector<std::uint16_t> labels;
    SlidingWindowOptions options;
    options.place = place;
    options.mirrorAxes = {1};
    EXPECT_TRUE(slideLabels(
        config, folds, image, options,
        [&](int, int planes, const std::uint16_t* found) -> Status {
            labels.insert(labels.end(), found, found + planes * image.size(1) * image.size(2));
            return Done{};
        },
        Progress{}));
    return labels;
}

std::size_t differing(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b)
{
    EXPECT_EQ(a.size(), b.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += a[i] == b[i] ? 0 : 1;
    return count;
}

TEST(SlidingWindow, ManyWindowsAtOnceGiveTheSameLabels)
{
    const c10::InferenceMode inference;
    for (const int classes : {6, 40}) { // logits are added up, or features
        const SegmentationConfig config = network(classes);
        const std::vector<ParameterMap> folds{golden::segmentationParameters(config),
                                              golden::segmentationParameters(config, "other/")};
        const at::Tensor image = numbers("image", {34, 24, 45}); // two windows at two depths
        const auto one = labelsAt({}, config, folds, image);
        // What a GPU does, here in double precision: batches through the plain functions.
        const auto many = labelsAt({c10::kCPU, c10::kDouble}, config, folds, image);
        EXPECT_LE(differing(one, many), one.size() / 10'000);
        if (!at::hasCUDA())
            continue;
        const auto onGpu = labelsAt(WindowPlace::fastest(), config, folds, image);
        EXPECT_LE(differing(one, onGpu), one.size() / 1000);
    }
}

TEST(SlidingWindow, AFoldGoesOnOnTheCpu)
{
    const c10::InferenceMode inference;
    const SegmentationConfig config = network(6);
    const ParameterMap parameters = golden::segmentationParameters(config);
    const Index3 patch = config.patch;
    const at::Tensor image = numbers("image", {1, patch[0], patch[1], patch[2]});
    WindowNetwork network(config, parameters, {c10::kCPU, c10::kDouble});
    EXPECT_TRUE(network.takesBatches());
    const at::Tensor before = network.features(image);
    EXPECT_EQ(before.scalar_type(), at::kFloat);
    ASSERT_TRUE(network.moveToCpu());
    EXPECT_FALSE(network.takesBatches());
    EXPECT_LT(difference(before, network.features(image)), tolerance);
    EXPECT_FALSE(network.moveToCpu()) << "it is there";
}

TEST(SlidingWindow, LabelsAreThoseOfTheLargestLogitsOfAllFolds)
{
    const c10::InferenceMode inference;
    for (const int classes : {6, 40}) { // logits are added up, or features
        const SegmentationConfig config = network(classes);
        const std::vector<ParameterMap> folds{golden::segmentationParameters(config),
                                              golden::segmentationParameters(config, "other/")};
        const at::Tensor image = numbers("image", {20, 30, 45}); // thinner than the patch
        std::vector<at::Tensor> planes;
        ASSERT_TRUE(slideWindow(
            config, folds, image, {},
            [&](int, const at::Tensor& logits) -> Status {
                planes.push_back(logits);
                return Done{};
            },
            Progress{}));
        const at::Tensor largest = at::argmax(at::cat(planes, 1), 0).flatten();
        const std::int64_t* const expected = largest.const_data_ptr<std::int64_t>();
        std::vector<std::uint16_t> found;
        ASSERT_TRUE(slideLabels(
            config, folds, image, {},
            [&](int, int count, const std::uint16_t* labels) -> Status {
                found.insert(found.end(), labels, labels + count * 30 * 45);
                return Done{};
            },
            Progress{}));
        ASSERT_EQ(static_cast<std::int64_t>(found.size()), largest.numel());
        EXPECT_TRUE(std::equal(found.begin(), found.end(), expected));
    }
}

/// Counts what LibTorch's CPU allocator hands out on the thread that it is set on.
class AllocationCounter : public c10::MemoryReportingInfoBase {
public:
    void reportMemoryUsage(void*, std::int64_t size, std::size_t, std::size_t, c10::Device) override
    {
        held += size;
        most = std::max(most, held);
    }
    bool memoryProfilingEnabled() const override { return true; }

    std::int64_t held = 0;
    std::int64_t most = 0;
};

std::int64_t mostAllocated(const SegmentationConfig& config, std::int64_t depth)
{
    const c10::InferenceMode inference;
    const ParameterMap parameters = golden::segmentationParameters(config);
    const at::Tensor image = numbers("image", {depth, 48, 56});
    const auto counter = std::make_shared<AllocationCounter>();
    const c10::DebugInfoGuard guard(c10::DebugInfoKind::PROFILER_STATE, counter);
    EXPECT_TRUE(slideLabels(
        config, {&parameters, 1}, image, {},
        [](int, int, const std::uint16_t*) -> Status { return Done{}; }, Progress{}));
    return counter->most;
}

TEST(SlidingWindow, MemoryGrowsNeitherWithTheDepthNorWithTheClasses)
{
    const int threads = at::get_num_threads();
    at::set_num_threads(1); // so that all is counted
    const std::int64_t shallow = mostAllocated(network(40), 40);
    const std::int64_t deep = mostAllocated(network(40), 160);
    const std::int64_t many = mostAllocated(network(400), 40);
    at::set_num_threads(threads);
    ASSERT_GT(shallow, 0);
    // A volume of logits, 40 classes × 160 × 48 × 56 × 4 bytes, is 69 MB.
    EXPECT_LT(deep, shallow + (1 << 20));
    EXPECT_LT(deep, 40'000'000);
    // Only a few rows' logits and the last convolution are of the classes.
    EXPECT_LT(many, shallow + 400 * (8192 + 8 * 16) * 4);
}

TEST(SlidingWindow, TheSumsOfALargeScanStayFarBelowAVolumeOfLogits)
{
    SegmentationConfig config = network(118);
    config.features.front() = 32;
    config.patch = {128, 128, 128};
    // 512 × 512 × 600 voxels of 0.9 × 0.9 × 1 mm at 1.5 mm: planes of 307 × 307.
    EXPECT_EQ(WindowSums::bytes(config, 1, 307, 307, false), 128ULL * 307 * 307 * 33 * 4);
    EXPECT_LT(WindowSums::bytes(config, 1, 307, 307, false), 1'700'000'000ULL);
    // The reference's sums, in half precision of every logit.
    EXPECT_EQ(WindowSums::bytes(config, 1, 307, 307, true), 128ULL * 307 * 307 * 119 * 2);
    // Of few classes logits take less than features.
    config.classes = 3;
    EXPECT_EQ(WindowSums::bytes(config, 1, 307, 307, false), 128ULL * 307 * 307 * 4 * 4);
}

} // namespace
} // namespace fovea
