#include "model/evaluate/GlobalStatistics.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

double statistic(const GlobalStatistics& all, GlobalStatistic which)
{
    return all[static_cast<std::size_t>(which)];
}

TEST(GlobalStatistics, AreThoseOfTheAnatomysVoxels)
{
    ImageGeometry geometry;
    geometry.size = {5, 1, 1};
    geometry.spacingMm = {2, 3, 5};
    const auto volume = Volume::create(geometry, {200, -100, 999, 0, 100});
    std::vector<Structure> structures(3);
    for (std::size_t i = 0; i < 3; ++i)
        structures[i].label = static_cast<std::uint16_t>(i + 1);
    structures[0].anatomyId = structures[2].anatomyId = "lung";
    structures[1].anatomyId = "heart";
    const auto labels = LabelMap::create(geometry, {1, 1, 2, 3, 3}, structures);
    const auto lung = globalStatistics(*volume, *labels, "lung");
    ASSERT_TRUE(lung);
    EXPECT_DOUBLE_EQ(statistic(*lung, GlobalStatistic::Mean), 50.0);
    EXPECT_DOUBLE_EQ(statistic(*lung, GlobalStatistic::StandardDeviation), std::sqrt(12500.0));
    EXPECT_DOUBLE_EQ(statistic(*lung, GlobalStatistic::Percentile5), -85.0);
    EXPECT_DOUBLE_EQ(statistic(*lung, GlobalStatistic::Percentile95), 185.0);
    EXPECT_DOUBLE_EQ(statistic(*lung, GlobalStatistic::Volume), 0.12);
    const auto heart = globalStatistics(*volume, *labels, "heart");
    ASSERT_TRUE(heart);
    EXPECT_DOUBLE_EQ(statistic(*heart, GlobalStatistic::Mean), 999.0);
    EXPECT_DOUBLE_EQ(statistic(*heart, GlobalStatistic::StandardDeviation), 0.0);
    EXPECT_DOUBLE_EQ(statistic(*heart, GlobalStatistic::Percentile95), 999.0);
    EXPECT_FALSE(globalStatistics(*volume, *labels, "aorta"));
}

TEST(GlobalStatistics, TheBestIsChosenOnOneHalfAndMeasuredOnTheOther)
{
    std::vector<GlobalStatisticsCase> cases;
    const auto add = [&](std::size_t study, double mean, double volume, bool positive) {
        GlobalStatistics statistics{};
        statistics[static_cast<std::size_t>(GlobalStatistic::Mean)] = mean;
        statistics[static_cast<std::size_t>(GlobalStatistic::Volume)] = volume;
        cases.push_back({study, statistics, positive});
    };
    // Even studies: small volumes have it (AUC 1), the mean tells less (0.75).
    add(0, 1, 3, true);
    add(2, 4, 2, true);
    add(4, 0, 5, false);
    add(6, 2, 6, false);
    // Odd ones: the mean would be perfect; small volumes win 3 of 4 pairs.
    add(1, 9, 4, true);
    add(3, 8, 1, true);
    add(5, 1, 3, false);
    add(7, 2, 7, false);
    const auto metrics = measureGlobalStatistics(cases);
    ASSERT_TRUE(metrics);
    EXPECT_EQ(metrics->statistic, GlobalStatistic::Volume);
    EXPECT_FALSE(metrics->presentIsHigher);
    EXPECT_DOUBLE_EQ(metrics->fittedAuc, 1.0);
    ASSERT_TRUE(metrics->auc);
    EXPECT_DOUBLE_EQ(*metrics->auc, 0.75);
    EXPECT_EQ(metrics->positives, 2);
    EXPECT_EQ(metrics->negatives, 2);

    std::erase_if(cases,
                  [](const GlobalStatisticsCase& c) { return c.study % 2 == 1 && c.positive; });
    ASSERT_TRUE(measureGlobalStatistics(cases));
    EXPECT_FALSE(measureGlobalStatistics(cases)->auc) << "the measured half has no positive case";
    std::erase_if(cases, [](const GlobalStatisticsCase& c) { return c.positive; });
    EXPECT_FALSE(measureGlobalStatistics(cases)) << "nothing to fit on";
}

} // namespace
} // namespace fovea
