#include "model/evaluate/LogisticFit.h"
#include "model/evaluate/RegionBank.h"
#include "model/evaluate/UnusualRecorder.h"
#include "model/phantom/CounterRandom.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

/// Unit vectors about the first axis: wide along the second, narrow along the others.
std::vector<float> normalVector(CounterRandom& random, float third = 0.0F)
{
    std::vector<float> v{1.0F, static_cast<float>(0.6 * (random.uniform() - 0.5)),
                         static_cast<float>(0.02 * (random.uniform() - 0.5)) + third,
                         static_cast<float>(0.02 * (random.uniform() - 0.5))};
    float length = 0.0F;
    for (const float x : v)
        length += x * x;
    for (float& x : v)
        x /= std::sqrt(length);
    return v;
}

std::vector<std::vector<float>> normals(CounterRandom& random, int count)
{
    std::vector<std::vector<float>> all;
    for (int n = 0; n < count; ++n)
        all.push_back(normalVector(random));
    return all;
}

TEST(RegionBank, NeedsTwentyNormalRegionsThatDiffer)
{
    CounterRandom random(1, "bank");
    EXPECT_FALSE(RegionBank::create(normals(random, 19)));
    EXPECT_TRUE(RegionBank::create(normals(random, 20)));
    EXPECT_FALSE(RegionBank::create(std::vector(30, std::vector{1.0F, 0.0F})));
    auto mixed = normals(random, 30);
    mixed.back().pop_back();
    EXPECT_FALSE(RegionBank::create(mixed));
}

TEST(RegionBank, WhatLiesOutsideTheNormalOnesIsFartherByEveryDistance)
{
    CounterRandom random(2, "bank");
    const auto bank = RegionBank::create(normals(random, 60));
    ASSERT_TRUE(bank);
    const std::vector<float> inside = normalVector(random);
    const std::vector<float> outside = normalVector(random, 0.2F);
    EXPECT_GT(bank->nearest(outside), bank->nearest(inside));
    EXPECT_GT(bank->nearestWhitened(outside), 3 * bank->nearestWhitened(inside));
    EXPECT_GT(bank->mahalanobis(outside), 3 * bank->mahalanobis(inside));
    EXPECT_EQ(bank->place(outside).percentile, 100.0);
    EXPECT_EQ(bank->place(outside).studies, 60);
    EXPECT_LT(*bank->place(inside).percentile, 100.0);
}

TEST(RegionBank, MahalanobisIsThatOfTheShrunkCovariance)
{
    // +-1 along the first axis, +-0.1 along the second, uncorrelated: S = diag(1, 0.01).
    std::vector<std::vector<float>> rows;
    for (int n = 0; n < 10; ++n) {
        for (const float sign : {-1.0F, 1.0F})
            rows.push_back({sign, 0.1F * (n % 2 == 0 ? sign : -sign)});
    }
    const auto bank = RegionBank::create(rows);
    ASSERT_TRUE(bank);
    // |x x^T - S|^2 = 2 * 0.1^2 for every row: b2 = 20 * 0.02 / 400 = 0.001;
    // d2 = 1.0001 - 2 * 0.505^2 = 0.49005; shrinkage 0.0020406.
    const double shrinkage = 0.001 / 0.49005;
    const double second = (1.0 - shrinkage) * 0.01 + shrinkage * 0.505;
    EXPECT_NEAR(bank->mahalanobis({0.0F, 1.0F}), 1.0 / std::sqrt(second), 1e-3);
}

TEST(UnusualRecorder, BanksEvenNormalStudiesAndTestsOddOnes)
{
    CounterRandom random(3, "bank");
    UnusualRecorder recorder;
    for (std::size_t index = 0; index < 120; ++index) {
        const bool ill = index % 3 == 0;
        LabelledStudy study;
        study.regions.push_back({"lung", "", {}});
        if (ill)
            study.regions.front().findings.push_back("nodule");
        StudyAnalysis analysis;
        RegionEmbedding region;
        region.anatomyId = "lung";
        region.vector = normalVector(random, ill ? 0.3F : 0.0F);
        analysis.embeddings.push_back(region);
        region.anatomyId = "heart"; // Nothing is known about it.
        analysis.embeddings.push_back(region);
        recorder.add(study, analysis, index);
    }
    const auto metrics = recorder.metrics();
    ASSERT_EQ(metrics.size(), 1U);
    EXPECT_EQ(metrics[0].anatomyId, "lung");
    EXPECT_EQ(metrics[0].bank, 40);
    EXPECT_EQ(metrics[0].positives, 20);
    EXPECT_EQ(metrics[0].negatives, 40);
    EXPECT_EQ(metrics[0].nearest, 1.0);
    EXPECT_EQ(metrics[0].mahalanobis, 1.0);
}

TEST(LogisticFit, FindsTheFeatureThatTells)
{
    CounterRandom random(4, "fit");
    std::vector<std::vector<double>> features;
    std::vector<bool> positive;
    for (int n = 0; n < 400; ++n) {
        const double telling = random.uniform();
        features.push_back({random.uniform(), 1000.0 * telling});
        positive.push_back(random.uniform() < telling);
    }
    const auto fit = LogisticFit::create(features, positive);
    ASSERT_TRUE(fit);
    EXPECT_GT((*fit)({0.5, 900.0}) - (*fit)({0.5, 100.0}), 2.0);
    EXPECT_LT(std::abs((*fit)({0.9, 500.0}) - (*fit)({0.1, 500.0})), 1.0);
    EXPECT_FALSE(LogisticFit::create(features, std::vector(400, true)));
    // Separable classes have a fit too.
    EXPECT_TRUE(LogisticFit::create({{0.0}, {0.1}, {0.9}, {1.0}}, {false, false, true, true}));
}

} // namespace
} // namespace fovea
