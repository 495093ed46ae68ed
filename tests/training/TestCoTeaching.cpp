#include "model/network/Parameters.h"
#include "model/network/attentionMask.h"
#include "model/training/CoTeaching.h"
#include "model/training/ContrastiveLoss.h"
#include "model/training/TrainingAttention.h"
#include "model/training/TrainingEncoder.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/scaled_dot_product_attention.h>

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <optional>

namespace fovea {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

at::Tensor tensorOf(const Matrix& m)
{
    at::Tensor t = at::empty({3, 3}, at::kFloat);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            t.mutable_data_ptr<float>()[i * 3 + j] = static_cast<float>(m[i][j]);
    }
    return t;
}

double at2(const at::Tensor& t, std::size_t i, std::size_t j)
{
    return t[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)].item<double>();
}

const Matrix soft{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
// Logarithms of 2, 1, 1; 1, 2, 5; 1, 1, 2: softmax is their share of the row.
const Matrix peer{
    {{std::log(2.0), 0, 0}, {0, std::log(2.0), std::log(5.0)}, {0, 0, std::log(2.0)}}};

TEST(CoTeaching, MixesThePeersPredictionIntoAbnormalRows)
{
    const at::Tensor targets =
        coTaughtTargets(tensorOf(soft), tensorOf(peer), {true, false, false}, 0.5);
    const Matrix expected{
        {{1, 0, 0}, {0.5 * 1 / 8, 0.5 + 0.5 * 2 / 8, 0.5 * 5 / 8}, {0.125, 0.125, 0.75}}};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            EXPECT_NEAR(at2(targets, i, j), expected[i][j], 1e-6) << i << "," << j;
    }
}

TEST(CoTeaching, GradientIsPredictionMinusTarget)
{
    // With logits z and fixed targets t whose rows sum to 1, the cross-entropy's gradient by z is
    // (softmax(z) - t) / n; here for both directions of the loss, halved.
    at::Tensor logits = tensorOf({{{0.2, -0.1, 0.4}, {0.0, 0.3, 0.1}, {-0.2, 0.5, 0.6}}});
    logits.requires_grad_(true);
    at::Tensor teacher = tensorOf(peer);
    teacher.requires_grad_(true);
    const std::vector<bool> normal{true, false, false};
    const DirectedTargets targets{
        coTaughtTargets(tensorOf(soft), teacher, normal, 0.5),
        coTaughtTargets(tensorOf(soft), teacher.transpose(0, 1), normal, 0.5)};
    // Vectors whose products are the logits.
    const at::Tensor unit = tensorOf(soft);
    at::Tensor temperature = at::ones({}, at::kFloat);
    contrastiveLoss(logits, unit, temperature, targets).backward();

    const auto softmax = [](const std::array<double, 3>& row, std::size_t j) {
        return std::exp(row[j]) / (std::exp(row[0]) + std::exp(row[1]) + std::exp(row[2]));
    };
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            const std::array<double, 3> row{at2(logits, i, 0), at2(logits, i, 1),
                                            at2(logits, i, 2)};
            const std::array<double, 3> column{at2(logits, 0, j), at2(logits, 1, j),
                                               at2(logits, 2, j)};
            const double expected = 0.5 / 3 *
                                    (softmax(row, j) - at2(targets.toText, i, j) +
                                     softmax(column, i) - at2(targets.toImage, j, i));
            EXPECT_NEAR(at2(logits.grad(), i, j), expected, 1e-6) << i << "," << j;
        }
    }
    EXPECT_FALSE(teacher.grad().defined()) << "the peer does not learn from it";
}

TEST(TrainingAttention, IsThatOfLibTorchBothWays)
{
    const at::Tensor start = at::rand({3, 2, 2, 17, 8}, at::kFloat) * 4 - 2;
    const at::Tensor above = at::rand({2, 2, 17, 8}, at::kFloat);
    at::Tensor own = start.clone().requires_grad_(true);
    at::Tensor other = start.clone().requires_grad_(true);
    const at::Tensor a = trainingAttention(own);
    const at::Tensor b = at::scaled_dot_product_attention(other[0], other[1], other[2]);
    EXPECT_LT((a - b).abs().max().item<double>(), 1e-5);
    a.backward(above);
    b.backward(above);
    EXPECT_LT((own.grad() - other.grad()).abs().max().item<double>(), 1e-5);
    EXPECT_GT(own.grad().abs().max().item<double>(), 1e-3);
}

TEST(TrainingAttention, KeepsToItsMask)
{
    NetworkConfig config;
    config.attentionReach = 1;
    const at::Tensor start = at::rand({3, 2, 2, 24, 8}, at::kFloat) * 4 - 2;
    const std::optional<at::Tensor> mask = attentionMask(config, {2, 3, 4}, start.options());
    ASSERT_TRUE(mask);
    const at::Tensor above = at::rand({2, 2, 24, 8}, at::kFloat);
    at::Tensor own = start.clone().requires_grad_(true);
    at::Tensor other = start.clone().requires_grad_(true);
    const at::Tensor a = trainingAttention(own, mask);
    const at::Tensor b = at::scaled_dot_product_attention(other[0], other[1], other[2], mask);
    EXPECT_LT((a - b).abs().max().item<double>(), 1e-5);
    EXPECT_GT((a - trainingAttention(start)).abs().max().item<double>(), 1e-2);
    a.backward(above);
    b.backward(above);
    EXPECT_LT((own.grad() - other.grad()).abs().max().item<double>(), 1e-5);
}

TEST(TrainingEncoder, IsTheEncoderInFp32AndNearItInBf16)
{
    NetworkConfig config;
    config.hidden = 32;
    config.mlp = 64;
    config.heads = 4;
    config.layers = 2;
    config.patch = {2, 4, 4};
    config.grid = {3, 3, 4};
    config.levels = {0};
    config.textHidden = 16;
    config.textHeads = 2;
    config.textLayers = 1;
    config.textIntermediate = 16;
    config.vocabulary = 20;
    const ParameterMap parameters = initialParameters(config, 3);
    const at::Tensor image = at::rand({2, 1, 6, 12, 16}, at::kFloat);
    const ImageFeatures expected = encodeImage(config, parameters, image);
    const ImageFeatures full = encodeForTraining(config, parameters, image, {});
    EncoderArithmetic half;
    half.precision = Precision::BFloat16;
    const ImageFeatures rough = encodeForTraining(config, parameters, image, half);
    ASSERT_EQ(full.levels.size(), 2U);
    for (std::size_t n = 0; n < full.levels.size(); ++n) {
        const double size = expected.levels[n].norm().item<double>();
        EXPECT_LT((full.levels[n] - expected.levels[n]).norm().item<double>(), 1e-5 * size);
        const double off = (rough.levels[n] - expected.levels[n]).norm().item<double>();
        EXPECT_LT(off, 2e-2 * size);
        EXPECT_GT(off, 1e-6 * size) << "bf16 is not fp32";
    }
}

} // namespace
} // namespace fovea
