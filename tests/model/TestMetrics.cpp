#include "model/evaluate/CalibrationError.h"
#include "model/evaluate/Evaluation.h"
#include "model/evaluate/Metrics.h"
#include "model/evaluate/Platt.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <stop_token>
#include <vector>

namespace fovea {
namespace {

TEST(Metrics, AreaUnderRocCountsTiesHalf)
{
    EXPECT_DOUBLE_EQ(*areaUnderRoc({{0.1, 0.4, 0.35, 0.8}, {false, false, true, true}}), 0.75);
    EXPECT_DOUBLE_EQ(*areaUnderRoc({{0.5, 0.5, 0.5}, {true, false, false}}), 0.5);
    EXPECT_DOUBLE_EQ(*areaUnderRoc({{0.2, 0.2, 0.9}, {false, true, true}}), 0.75);
    EXPECT_FALSE(areaUnderRoc({{0.5, 0.6}, {true, true}}));
    EXPECT_FALSE(areaUnderRoc({}));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_DOUBLE_EQ(*areaUnderRoc({{nan, 0.1}, {true, false}}), 0.0);
}

TEST(Metrics, TheOperatingThresholdIsTheLastOfTheBest)
{
    // Perfectly separable between 0.3 and 0.7: the last step that still calls 0.7 present.
    const auto threshold = operatingThreshold({{0.1, 0.3, 0.7, 0.9}, {false, false, true, true}});
    ASSERT_TRUE(threshold);
    EXPECT_DOUBLE_EQ(*threshold, 69.0 / 99.0);
    EXPECT_FALSE(operatingThreshold({{0.5}, {true}}));
}

TEST(Metrics, PlattFindsTheLogisticThatMadeTheLabels)
{
    ScoredCases cases;
    for (int i = 1; i < 200; ++i) {
        const double score = i / 200.0;
        const double x = std::log(score / (1 - score));
        const double probability = 1 / (1 + std::exp(-(0.8 * x - 1.2)));
        for (int j = 0; j < 50; ++j) {
            cases.scores.push_back(score);
            cases.positive.push_back(j < std::lround(50 * probability));
        }
    }
    const auto fit = fitPlatt(cases);
    ASSERT_TRUE(fit);
    EXPECT_NEAR(fit->a, 0.8, 0.02);
    EXPECT_NEAR(fit->b, -1.2, 0.02);
}

TEST(Metrics, PlattStaysFiniteWhereTheClassesAreSeparable)
{
    const auto fit = fitPlatt({{0.1, 0.2, 0.8, 0.9}, {false, false, true, true}});
    ASSERT_TRUE(fit);
    EXPECT_TRUE(std::isfinite(fit->a));
    EXPECT_GT(fit->a, 0.0);
    EXPECT_FALSE(fitPlatt({{0.1, 0.2}, {false, false}}));
}

TEST(Metrics, PlattLeavesOutWhatHasNoScore)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto fit = fitPlatt({{0.1, 0.6, 0.4, 0.9}, {false, false, true, true}});
    const auto withGap = fitPlatt({{0.1, nan, 0.6, 0.4, 0.9}, {false, true, false, true, true}});
    ASSERT_TRUE(fit);
    ASSERT_TRUE(withGap);
    EXPECT_DOUBLE_EQ(fit->a, withGap->a);
    EXPECT_DOUBLE_EQ(fit->b, withGap->b);
    EXPECT_FALSE(fitPlatt({{0.1, nan}, {false, true}}));
}

TEST(Metrics, PlattHasNoSlopeForScoresThatAreAllAlike)
{
    EXPECT_FALSE(fitPlatt({{0.7, 0.7, 0.7, 0.7}, {false, true, true, false}}));
}

TEST(Metrics, AnswersAtAThresholdByHand)
{
    // Called present: 0.6 and 0.9 (strictly above 0.5), of which one is.
    const ConfusionCounts counts =
        confusionAt({{0.5, 0.6, 0.9, 0.2, 0.1}, {true, false, true, false, false}}, 0.5);
    EXPECT_EQ(counts.truePositive, 1.0);
    EXPECT_EQ(counts.falsePositive, 1.0);
    EXPECT_EQ(counts.trueNegative, 2.0);
    EXPECT_EQ(counts.falseNegative, 1.0);
    EXPECT_DOUBLE_EQ(sensitivity(counts), 1.0 / 2.0);
    EXPECT_DOUBLE_EQ(specificity(counts), 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(accuracy(counts), 3.0 / 5.0);
    EXPECT_DOUBLE_EQ(precision(counts), 1.0 / 2.0);
    EXPECT_DOUBLE_EQ(f1(counts), 1.0 / 2.0);
    // The negative class: 2 of 3 right, 3 called absent: F1 2/3.
    EXPECT_DOUBLE_EQ(weightedF1(counts), (2.0 * (1.0 / 2.0) + 3.0 * (2.0 / 3.0)) / 5.0);
    EXPECT_EQ(precision({0.0, 0.0, 3.0, 2.0}), 0.0) << "nothing was called present";
}

TEST(Metrics, CalibrationErrorOfAKnownTable)
{
    // Bins of 1/15. 0.1 and 0.12 share one: mean 0.11, half are positive; 1.0 is in the last bin
    // with 0.95: mean 0.975, both positive; a case without a score does not count.
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto error =
        expectedCalibrationError({{0.1, 0.12, 0.95, 1.0, nan}, {false, true, true, true, false}});
    ASSERT_TRUE(error);
    EXPECT_NEAR(*error, (2 * (0.5 - 0.11) + 2 * (1.0 - 0.975)) / 4, 1e-12);
    EXPECT_FALSE(expectedCalibrationError({{nan}, {true}}));
}

TEST(Metrics, FoldsKeepGroupsTogetherAndAreEven)
{
    const std::vector<int> folds = dealFolds(23, 5, 1);
    EXPECT_EQ(folds, dealFolds(23, 5, 1));
    EXPECT_NE(folds, dealFolds(23, 5, 2));
    for (int fold = 0; fold < 5; ++fold) {
        EXPECT_GE(std::ranges::count(folds, fold), 4);
        EXPECT_LE(std::ranges::count(folds, fold), 5);
    }
}

TEST(Metrics, ACaseIsCalibratedByTheOtherFoldsOnly)
{
    // Groups 0 and 1 in fold 0, groups 2 and 3 in fold 1.
    const ScoredCases cases{{0.2, 0.7, 0.3, 0.6, 0.1, 0.4, 0.8, 0.5},
                            {false, true, false, true, false, true, true, false}};
    const std::vector<std::uint32_t> groups{0, 0, 1, 1, 2, 2, 3, 3};
    const auto calibrated = crossCalibrated(cases, groups, {0, 0, 1, 1}, 2);
    ASSERT_TRUE(calibrated);
    const auto second = fitPlatt({{0.1, 0.4, 0.8, 0.5}, {false, true, true, false}});
    ASSERT_TRUE(second);
    EXPECT_DOUBLE_EQ(calibrated->scores[0], second->calibrated(0.2));
    EXPECT_DOUBLE_EQ(calibrated->scores[3], second->calibrated(0.6));
    // The other fold cannot be fitted where it has one class only.
    EXPECT_FALSE(crossCalibrated({{0.2, 0.7}, {true, false}}, {0, 1}, {0, 1}, 2));
}

/// `patients` patients with one positive and one negative volume, `copies` times each.
FindingCases repeated(int patients, int copies, bool samePatient)
{
    FindingCases finding;
    std::uint32_t own = 0;
    for (int patient = 0; patient < patients; ++patient) {
        for (int copy = 0; copy < copies; ++copy) {
            const double shift = 0.01 * ((patient * 37) % 40);
            finding.cases.scores.insert(finding.cases.scores.end(), {0.45 + shift, 0.55 - shift});
            finding.cases.positive.insert(finding.cases.positive.end(), {true, false});
            const std::uint32_t group = samePatient ? static_cast<std::uint32_t>(patient) : own++;
            finding.groups.insert(finding.groups.end(), {group, group});
        }
    }
    return finding;
}

double width(const FindingCases& finding, std::size_t groups)
{
    const auto evaluation = measureFindings({finding}, groups, MeasureOptions{}, Progress());
    const Interval interval = *evaluation->findings[0].aucInterval;
    return interval.high - interval.low;
}

TEST(Metrics, TheIntervalIsOverPatientsNotVolumes)
{
    const double once = width(repeated(40, 1, true), 40);
    const double ofPatients = width(repeated(40, 9, true), 40);
    const double ofVolumes = width(repeated(40, 9, false), 360);
    EXPECT_NEAR(ofPatients, once, 1e-9) << "more volumes of the same patients say nothing new";
    EXPECT_NEAR(ofPatients / ofVolumes, 3.0, 0.5) << "as if there were nine times the patients";
}

TEST(Metrics, TheSameSeedGivesTheSameIntervals)
{
    const FindingCases finding = repeated(40, 1, true);
    const auto first = measureFindings({finding}, 40, MeasureOptions{}, Progress());
    const auto again = measureFindings({finding}, 40, MeasureOptions{}, Progress());
    MeasureOptions other;
    other.seed = 2;
    const auto otherwise = measureFindings({finding}, 40, other, Progress());
    EXPECT_EQ(first->findings[0].aucInterval->low, again->findings[0].aucInterval->low);
    EXPECT_NE(first->findings[0].aucInterval->low, otherwise->findings[0].aucInterval->low);
    EXPECT_EQ(first->resamples, 1000);
    EXPECT_LE(first->findings[0].aucInterval->low, *first->findings[0].auc);
    EXPECT_GE(first->findings[0].aucInterval->high, *first->findings[0].auc);
    EXPECT_TRUE(first->findings[0].operating->sensitivity.interval);
}

TEST(Metrics, WhatCannotBeMeasuredIsEmpty)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    FindingCases oneClass;
    oneClass.cases = {{0.1, 0.9}, {false, false}};
    oneClass.groups = {0, 1};
    FindingCases unanswered;
    unanswered.cases = {{nan, nan}, {false, true}};
    unanswered.groups = {0, 1};
    const auto evaluation =
        measureFindings({oneClass, unanswered}, 2, MeasureOptions{}, Progress());
    ASSERT_TRUE(evaluation);
    EXPECT_FALSE(evaluation->mean);
    EXPECT_FALSE(evaluation->meanAucInterval);
    for (const FindingMetrics& finding : evaluation->findings) {
        EXPECT_FALSE(finding.auc);
        EXPECT_FALSE(finding.operating);
        EXPECT_FALSE(finding.calibration);
    }
    EXPECT_EQ(evaluation->findings[1].unscored, 2);

    // One patient: nothing to resample.
    FindingCases onePatient;
    onePatient.cases = {{0.1, 0.9}, {false, true}};
    onePatient.groups = {0, 0};
    const auto single = measureFindings({onePatient}, 1, MeasureOptions{}, Progress());
    EXPECT_EQ(*single->findings[0].auc, 1.0);
    EXPECT_FALSE(single->findings[0].aucInterval);
    EXPECT_FALSE(single->findings[0].calibration->errorCalibrated);
}

TEST(Metrics, ACaseWithoutAScoreCountsAsZeroOrNotAtAll)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    FindingCases finding;
    finding.cases = {{nan, 0.2, 0.8, 0.6}, {true, false, true, false}};
    finding.groups = {0, 1, 2, 3};
    MeasureOptions options;
    const auto zero = measureFindings({finding}, 4, options, Progress());
    options.unscored = MeasureOptions::Unscored::LeftOut;
    const auto leftOut = measureFindings({finding}, 4, options, Progress());
    EXPECT_DOUBLE_EQ(*zero->findings[0].auc, 0.5);
    EXPECT_DOUBLE_EQ(*leftOut->findings[0].auc, 1.0);
    EXPECT_EQ(zero->findings[0].positives, 2);
    EXPECT_EQ(leftOut->findings[0].positives, 1);
    EXPECT_EQ(zero->findings[0].unscored, 1);
    EXPECT_EQ(leftOut->findings[0].unscored, 1);
    EXPECT_DOUBLE_EQ(zero->findings[0].calibration->error, leftOut->findings[0].calibration->error);
}

TEST(Metrics, MeasuringCanBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    const auto stopped =
        measureFindings({repeated(4, 1, true)}, 4, MeasureOptions{}, Progress(stop.get_token()));
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace fovea
