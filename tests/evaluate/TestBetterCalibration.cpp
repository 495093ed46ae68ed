#include "model/evaluate/betterCalibration.h"
#include "model/phantom/CounterRandom.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

double sigmoid(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

/// Every tenth has the finding; the classes lie `apart`, around `middle`.
ScoredCases cases(int count, double apart, double middle)
{
    CounterRandom random(3, "better calibration");
    ScoredCases out;
    for (int n = 0; n < count; ++n) {
        const bool positive = n % 10 == 0;
        out.positive.push_back(positive);
        out.scores.push_back(
            sigmoid(middle + (positive ? 0.5 : -0.5) * apart + 0.5 * random.normal()));
    }
    return out;
}

TEST(BetterCalibration, FourPositivesDoNotReplaceWhatHolds)
{
    const ScoredCases few = cases(40, 6, 0);
    const PlattFit old{2.0, 0.0};
    const auto fitted = fitPlatt(few);
    ASSERT_TRUE(fitted);
    EXPECT_LT(fitted->calibrated(0.99), 0.98) << "smoothed";
    EXPECT_EQ(betterCalibration(old, *fitted, few).a, old.a);
}

TEST(BetterCalibration, WhatNoLongerHoldsIsReplaced)
{
    // The site's scores are higher: by the old numbers most would have the finding.
    const ScoredCases shifted = cases(40, 3, 3);
    const PlattFit old{1.0, 0.0};
    const auto fitted = fitPlatt(shifted);
    ASSERT_TRUE(fitted);
    const PlattFit better = betterCalibration(old, *fitted, shifted);
    EXPECT_EQ(better.a, fitted->a);
    EXPECT_EQ(better.b, fitted->b);
}

TEST(BetterCalibration, ADozenCasesDoNotDecide)
{
    const ScoredCases shifted = cases(LeastCalibrationCases - 1, 3, 3);
    const PlattFit old{1.0, 0.0};
    const auto fitted = fitPlatt(shifted);
    ASSERT_TRUE(fitted);
    EXPECT_EQ(betterCalibration(old, *fitted, shifted).a, old.a);
    const ScoredCases one = cases(LeastCalibrationCases + 1, 3, 3);
    EXPECT_EQ(betterCalibration(old, PlattFit{0.5, -9.0}, one).b, -9.0) << "one more does";
}

TEST(BetterCalibration, WhatCannotBeToldApartStays)
{
    // The old numbers are right; now and then a fit to 30 looks a little better all the same.
    int replaced = 0;
    for (int n = 0; n < 40; ++n) {
        CounterRandom random(11 + n, "cannot be told apart");
        ScoredCases right;
        for (int i = 0; i < 30; ++i) {
            const double p = sigmoid(2 * random.normal());
            right.scores.push_back(p);
            right.positive.push_back(random.uniform() < p);
        }
        const auto fitted = fitPlatt(right);
        if (fitted && betterCalibration({1.0, 0.0}, *fitted, right).a != 1.0)
            ++replaced;
    }
    EXPECT_LE(replaced, 2);
}

TEST(BetterCalibration, WithoutEnoughToTellTheOldOneStays)
{
    ScoredCases one = cases(12, 3, 3);
    std::fill(one.positive.begin(), one.positive.end(), false);
    one.positive[0] = true;
    const PlattFit old{1.0, 0.0};
    EXPECT_EQ(betterCalibration(old, PlattFit{2.0, -1.0}, one).a, old.a);
    EXPECT_EQ(betterCalibration(old, PlattFit{2.0, -1.0}, {}).a, old.a);
}

} // namespace
} // namespace fovea
