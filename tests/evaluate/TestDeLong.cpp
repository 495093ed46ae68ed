#include "model/evaluate/DeLong.h"
#include "model/evaluate/Metrics.h"
#include "model/phantom/CounterRandom.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using Outcome = DeLongTest::Outcome;

struct Cases {
    std::vector<double> first;
    std::vector<double> second;
    std::vector<bool> positive;
};

/// Two related scores. `steps`: how many values they may take; few make many ties.
Cases madeUp(int count, int steps, std::uint64_t seed)
{
    CounterRandom random(seed, "delong");
    Cases cases;
    for (int n = 0; n < count; ++n) {
        const bool positive = random.chance(0.4);
        const double common = random.normal() + (positive ? 0.8 : 0.0);
        const auto score = [&](double noise) {
            return std::round((common + noise * random.normal()) * steps) / steps;
        };
        cases.positive.push_back(positive);
        cases.first.push_back(score(0.7));
        cases.second.push_back(score(1.3));
    }
    return cases;
}

/// The definition of 1988: every case with against every case without.
struct Components {
    std::vector<double> positives;
    std::vector<double> negatives;
    double area = 0.0;
};

Components byDefinition(const std::vector<double>& scores, const std::vector<bool>& positive)
{
    std::vector<double> with;
    std::vector<double> without;
    for (std::size_t i = 0; i < scores.size(); ++i)
        (positive[i] ? with : without).push_back(scores[i]);
    const auto kernel = [](double x, double y) { return x > y ? 1.0 : (x == y ? 0.5 : 0.0); };
    Components out;
    for (const double x : with) {
        double sum = 0.0;
        for (const double y : without)
            sum += kernel(x, y);
        out.positives.push_back(sum / static_cast<double>(without.size()));
        out.area += out.positives.back() / static_cast<double>(with.size());
    }
    for (const double y : without) {
        double sum = 0.0;
        for (const double x : with)
            sum += kernel(x, y);
        out.negatives.push_back(sum / static_cast<double>(with.size()));
    }
    return out;
}

double covariance(const Components& a, const Components& b)
{
    const auto one = [&](const std::vector<double>& x, const std::vector<double>& y) {
        double sum = 0.0;
        for (std::size_t i = 0; i < x.size(); ++i)
            sum += (x[i] - a.area) * (y[i] - b.area);
        return sum / static_cast<double>(x.size() - 1) / static_cast<double>(x.size());
    };
    return one(a.positives, b.positives) + one(a.negatives, b.negatives);
}

TEST(DeLong, IsTheDefinitionAlsoWithTies)
{
    for (const int steps : {1, 3, 1000000}) {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const Cases cases = madeUp(60, steps, seed);
            const DeLongTest test = deLongTest(cases.first, cases.second, cases.positive);
            const Components first = byDefinition(cases.first, cases.positive);
            const Components second = byDefinition(cases.second, cases.positive);
            ASSERT_EQ(test.outcome, Outcome::Tested);
            EXPECT_NEAR(*test.first, first.area, 1e-12);
            EXPECT_NEAR(*test.second, second.area, 1e-12);
            EXPECT_NEAR(*test.first, *areaUnderRoc({cases.first, cases.positive}), 1e-12);
            EXPECT_NEAR(test.firstVariance, covariance(first, first), 1e-12);
            EXPECT_NEAR(test.secondVariance, covariance(second, second), 1e-12);
            EXPECT_NEAR(test.covariance, covariance(first, second), 1e-12);
            const double z = (second.area - first.area) /
                             std::sqrt(covariance(first, first) + covariance(second, second) -
                                       2.0 * covariance(first, second));
            EXPECT_NEAR(test.z, z, 1e-9);
            EXPECT_NEAR(*test.p, std::erfc(std::abs(z) / std::sqrt(2.0)), 1e-9);
        }
    }
}

TEST(DeLong, SmallExampleByHand)
{
    // Positives 3, 2 and 1, negatives 2 and 0: V10 = 1, 3/4, 1/2; V01 = 1/2, 1.
    // The second score separates the classes: no variance of its own.
    const DeLongTest test =
        deLongTest({3, 2, 1, 2, 0}, {9, 8, 7, 1, 2}, {true, true, true, false, false});
    EXPECT_EQ(test.outcome, Outcome::Tested);
    EXPECT_NEAR(*test.first, 0.75, 1e-15);
    EXPECT_NEAR(*test.second, 1.0, 1e-15);
    EXPECT_NEAR(test.firstVariance, 0.0625 / 3 + 0.125 / 2, 1e-15);
    EXPECT_NEAR(test.secondVariance, 0.0, 1e-15);
    EXPECT_NEAR(test.z, 0.25 / std::sqrt(0.0625 / 3 + 0.125 / 2), 1e-12);
}

TEST(DeLong, HoldsItsLevel)
{
    // Two scores that are equally good: p below 0.05 about once in twenty.
    int rejected = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CounterRandom random(seed, "level");
        Cases cases;
        for (int n = 0; n < 80; ++n) {
            const bool positive = n % 2 == 0;
            const double common = random.normal() + positive;
            cases.positive.push_back(positive);
            cases.first.push_back(common + random.normal());
            cases.second.push_back(common + random.normal());
        }
        rejected += *deLongTest(cases.first, cases.second, cases.positive).p < 0.05;
    }
    EXPECT_GT(rejected, 8);
    EXPECT_LT(rejected, 36);
}

TEST(DeLong, SaysWhatItCannotTest)
{
    const DeLongTest oneClass = deLongTest({1, 2, 3}, {3, 2, 1}, {true, true, true});
    EXPECT_EQ(oneClass.outcome, Outcome::OneClass);
    EXPECT_FALSE(oneClass.first || oneClass.p);
    EXPECT_EQ(deLongTest({}, {}, {}).outcome, Outcome::OneClass);

    const DeLongTest single = deLongTest({1, 2, 3}, {3, 2, 1}, {false, false, true});
    EXPECT_EQ(single.outcome, Outcome::TooFew);
    EXPECT_EQ(single.first, 1.0);
    EXPECT_EQ(single.second, 0.0);
    EXPECT_FALSE(single.p);

    const std::vector<bool> truth{true, false, true, false};
    const DeLongTest same = deLongTest({1, 0, 2, 3}, {10, 0, 20, 30}, truth);
    EXPECT_EQ(same.outcome, Outcome::NoVariance);
    EXPECT_EQ(same.p, 1.0);

    const DeLongTest ruined = deLongTest({1, 0, 1, 0}, {0, 1, 0, 1}, truth);
    EXPECT_EQ(ruined.outcome, Outcome::NoVariance);
    EXPECT_EQ(ruined.p, 0.0);
}

TEST(Holm, StepsDownInOrder)
{
    // Worked by hand: 4 * 0.01, 3 * 0.02 = 0.06, 2 * 0.03 = 0.06, 0.04 raised to 0.06.
    const std::vector<double> adjusted = holmAdjusted({0.04, 0.01, 0.03, 0.02});
    ASSERT_EQ(adjusted.size(), 4U);
    EXPECT_NEAR(adjusted[0], 0.06, 1e-15);
    EXPECT_NEAR(adjusted[1], 0.04, 1e-15);
    EXPECT_NEAR(adjusted[2], 0.06, 1e-15);
    EXPECT_NEAR(adjusted[3], 0.06, 1e-15);
    EXPECT_EQ(holmAdjusted({0.6, 0.7}), (std::vector<double>{1.0, 1.0}));
    EXPECT_TRUE(holmAdjusted({}).empty());
}

} // namespace
} // namespace fovea
