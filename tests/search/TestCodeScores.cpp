#include "model/search/CodeScores.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace fovea {
namespace {

/// By the number, without rounding weights.
float byHand(const std::vector<float>& weights, const std::uint8_t* code)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * ((code[i / 2] >> (i % 2 * 4)) & 15);
    return static_cast<float>(sum);
}

class CodeScoresTest : public testing::TestWithParam<std::size_t> {};

// Whole blocks, several sums of them, what is left over, an odd number.
INSTANTIATE_TEST_SUITE_P(Dimensions, CodeScoresTest,
                         testing::Values(1, 32, 33, 64, 70, 256, 300, 768));

TEST_P(CodeScoresTest, AreInnerProducts)
{
    const std::size_t dimension = GetParam();
    constexpr std::size_t rows = 37;
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    std::vector<float> weights(dimension);
    std::ranges::generate(weights, [&] { return normal(random); });
    const CodeScores scores(weights);
    ASSERT_EQ(scores.bytesPerVector(), (dimension + 1) / 2);
    std::vector<std::uint8_t> codes(rows * scores.bytesPerVector());
    std::ranges::generate(codes, [&] { return static_cast<std::uint8_t>(random()); });
    std::vector<float> found(rows);
    scores.of(codes.data(), rows, found.data());
    float largest = 0.0F;
    for (const float weight : weights)
        largest = std::max(largest, std::abs(weight));
    // Weights are rounded to 1/127 of the largest, numbers are 7.5 on average and at most 15.
    const float allowed = 5.0F * largest / 254.0F * 8.7F * std::sqrt(float(dimension));
    for (std::size_t row = 0; row < rows; ++row)
        EXPECT_NEAR(found[row], byHand(weights, &codes[row * scores.bytesPerVector()]), allowed);
}

TEST_P(CodeScoresTest, DoNotOverflow)
{
    const std::size_t dimension = GetParam();
    for (const float weight : {2.0F, -2.0F}) {
        const CodeScores scores(std::vector<float>(dimension, weight));
        const std::vector<std::uint8_t> code(scores.bytesPerVector(), 0xff);
        float found = 0.0F;
        scores.of(code.data(), 1, &found);
        EXPECT_NEAR(found, weight * 15.0F * float(dimension), 1e-3F * float(dimension));
    }
}

TEST(CodeScores, ADirectionOfZerosGivesZeros)
{
    const CodeScores scores(std::vector<float>(64, 0.0F));
    const std::vector<std::uint8_t> code(scores.bytesPerVector(), 0x5a);
    float found = 1.0F;
    scores.of(code.data(), 1, &found);
    EXPECT_EQ(found, 0.0F);
}

} // namespace
} // namespace fovea
