#include "model/training/AdamW.h"
#include "model/training/LearningRate.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

TEST(AdamW, FirstStepsAreThoseOfThePaper)
{
    at::Tensor w = at::full({2, 1}, 1.0);
    w.requires_grad_(true);
    AdamW::Options options;
    options.weightDecay = 0.1;
    AdamW optimizer({{"w", w}}, options);
    // Gradient 3 twice, worked out by hand: decay, then lr * m^ / (sqrt(v^) + eps).
    double expected = 1.0, m = 0, v = 0;
    for (int t = 1; t <= 2; ++t) {
        (w * 3.0).sum().backward();
        optimizer.step(0.01);
        m = 0.9 * m + 0.1 * 3;
        v = 0.999 * v + 0.001 * 9;
        expected *= 1 - 0.01 * 0.1;
        expected -=
            0.01 * (m / (1 - std::pow(0.9, t))) / (std::sqrt(v / (1 - std::pow(0.999, t))) + 1e-8);
        EXPECT_NEAR(w[0][0].item<double>(), expected, 1e-6) << t;
    }
    EXPECT_FALSE(w.grad().defined()) << "gradients are cleared";
}

TEST(AdamW, LeavesParametersWithoutGradientAlone)
{
    at::Tensor used = at::full({1}, 1.0), idle = at::full({1}, 1.0);
    used.requires_grad_(true);
    idle.requires_grad_(true);
    AdamW optimizer({{"idle", idle}, {"used", used}}, {});
    used.sum().backward();
    optimizer.step(0.1);
    EXPECT_EQ(idle.item<double>(), 1.0);
    EXPECT_LT(used.item<double>(), 1.0);
}

TEST(AdamW, CanSpareVectorsFromDecay)
{
    at::Tensor vector = at::full({3}, 1.0), matrix = at::full({1, 3}, 1.0);
    vector.requires_grad_(true);
    matrix.requires_grad_(true);
    AdamW::Options options;
    options.weightDecay = 0.5;
    options.decayVectors = false;
    AdamW optimizer({{"m", matrix}, {"v", vector}}, options);
    ((vector + matrix) * 0.0).sum().backward();
    optimizer.step(0.1);
    EXPECT_FLOAT_EQ(vector[0].item<float>(), 1.0F);
    EXPECT_NEAR(matrix[0][0].item<double>(), 0.95, 1e-6);
}

TEST(AdamW, ClipsTheJointNorm)
{
    at::Tensor a = at::zeros({1}), b = at::zeros({1});
    a.requires_grad_(true);
    b.requires_grad_(true);
    AdamW optimizer({{"a", a}, {"b", b}}, {});
    (a * 3.0 + b * 4.0).sum().backward();
    EXPECT_NEAR(optimizer.clipGradients(1.0), 5.0, 1e-6);
    EXPECT_NEAR(a.grad().item<double>(), 0.6, 1e-5);
    EXPECT_NEAR(b.grad().item<double>(), 0.8, 1e-5);
    EXPECT_NEAR(optimizer.clipGradients(10.0), 1.0, 1e-5);
    EXPECT_NEAR(a.grad().item<double>(), 0.6, 1e-5) << "below the limit nothing changes";
}

TEST(LearningRate, WarmsUpAndFollowsACosine)
{
    const LearningRate rate{1.0, 0.1, 0.0, 10, 110};
    EXPECT_DOUBLE_EQ(rate.at(0), 0.1);
    EXPECT_DOUBLE_EQ(rate.at(5), 0.55);
    EXPECT_DOUBLE_EQ(rate.at(10), 1.0);
    EXPECT_NEAR(rate.at(60), 0.5, 1e-12);
    EXPECT_NEAR(rate.at(110), 0.0, 1e-12);
    EXPECT_NEAR(rate.at(500), 0.0, 1e-12);
}

} // namespace
} // namespace fovea
