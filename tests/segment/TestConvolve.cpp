// Convolutions of any number of channels, alone and together, against double precision.

#include "model/segment/convolve.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/ones_like.h>
#include <ATen/ops/randn.h>

#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

constexpr std::array<std::int64_t, 6> channelCounts{1, 8, 14, 16, 24, 40};

struct Of {
    at::Tensor result, ofImages, ofWeight; ///< What comes out, and its gradients.
};

struct Case {
    std::int64_t images;
    int kernel;
    int stride;
    bool transposed;
};

/// Sums of the result, weighted by `weights`, have their gradients taken.
Of computed(const Case& one, at::ScalarType type, const at::Tensor& images,
            const at::Tensor& weight, const at::Tensor& weights)
{
    const at::Tensor x = images.to(type).detach().requires_grad_(true);
    const at::Tensor w = weight.to(type).detach().requires_grad_(true);
    const Index3 stride{one.stride, one.stride, one.stride};
    const int half = (one.kernel - 1) / 2;
    const at::Tensor y = one.transposed ? convolveTransposed(x, w, std::nullopt, stride)
                                        : convolve(x, w, std::nullopt, stride, {half, half, half});
    y.mul(weights.narrow(1, 0, y.size(1))
              .slice(2, 0, y.size(2))
              .slice(3, 0, y.size(3))
              .slice(4, 0, y.size(4))
              .to(type))
        .sum()
        .backward();
    return {y.detach(), x.grad(), w.grad()};
}

double distance(const at::Tensor& a, const at::Tensor& b)
{
    return (a.to(at::kDouble) - b).abs().max().item<double>() / b.abs().max().item<double>();
}

TEST(Convolve, NoChannelIsLostWhateverTheirNumber)
{
    at::Generator random = at::detail::createCPUGenerator(3);
    const at::Tensor weights =
        at::randn({3, 40, 12, 12, 16}, random, at::kFloat).to(at::kBFloat16).to(at::kDouble);
    const std::array<Case, 5> cases{
        {{1, 3, 1, false}, {3, 3, 1, false}, {2, 3, 2, false}, {2, 1, 1, false}, {3, 2, 2, true}}};
    for (const Case& one : cases) {
        for (const std::int64_t in : channelCounts) {
            for (const std::int64_t out : channelCounts) {
                const at::Tensor images =
                    at::randn({one.images, in, 6, 6, 8}, random, at::kFloat).to(at::kBFloat16);
                const std::int64_t first = one.transposed ? in : out;
                const std::int64_t second = one.transposed ? out : in;
                const at::Tensor weight =
                    at::randn({first, second, one.kernel, one.kernel, one.kernel}, random,
                              at::kFloat)
                        .div(std::sqrt(static_cast<double>(in * one.kernel)))
                        .to(at::kBFloat16);
                const at::Tensor use = weights.narrow(0, 0, one.images);
                const Of expected = computed(one, at::kDouble, images, weight, use);
                for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) {
                    SCOPED_TRACE(testing::Message()
                                 << one.images << " images, kernel " << one.kernel << ", stride "
                                 << one.stride << ", " << in << " to " << out << ", "
                                 << c10::toString(type));
                    const Of found = computed(one, type, images, weight, use);
                    const double tolerance = type == at::kFloat ? 1e-5 : 0.02;
                    EXPECT_LT(distance(found.result, expected.result), tolerance);
                    EXPECT_LT(distance(found.ofImages, expected.ofImages), tolerance);
                    EXPECT_LT(distance(found.ofWeight, expected.ofWeight), tolerance);
                    EXPECT_EQ(found.result.scalar_type(), type);
                }
            }
        }
    }
}

} // namespace
} // namespace fovea
