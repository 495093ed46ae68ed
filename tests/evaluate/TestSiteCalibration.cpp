#include "model/evaluate/SiteCalibration.h"
#include "model/phantom/CounterRandom.h"

#include <cmath>
#include <gtest/gtest.h>
#include <stop_token>

namespace fovea {
namespace {

/// Scores that understate: the truth is present with probability sqrt(score).
FindingCases understated(int count, double direction = 1.0)
{
    CounterRandom random(5, "site");
    FindingCases finding{"lung", "emphysema", {}, {}, 0};
    for (int n = 0; n < count; ++n) {
        const double score = random.uniform();
        const double share = std::sqrt(direction > 0 ? score : 1.0 - score);
        finding.cases.scores.push_back(score);
        finding.cases.positive.push_back(random.uniform() < share);
        finding.groups.push_back(static_cast<std::uint32_t>(n));
    }
    return finding;
}

TEST(SiteCalibration, BringsScoresNearerToTheTruth)
{
    const auto findings = calibrateFindings({understated(600)}, 600);
    ASSERT_EQ(findings.size(), 1U);
    const CalibratedFinding& finding = findings.front();
    EXPECT_EQ(finding.outcome, CalibratedFinding::Outcome::Calibrated);
    EXPECT_EQ(finding.reference.labels, 600);
    EXPECT_GT(finding.reference.b, 0.3); // It lifts.
    ASSERT_TRUE(finding.errorAfter);
    EXPECT_LT(*finding.errorAfter, 0.6 * finding.errorBefore);
    EXPECT_EQ(finding.before.size(), 10U);
    EXPECT_FALSE(finding.after.empty());
}

TEST(SiteCalibration, ErrorsHaveIntervalsOverPatients)
{
    const std::vector<FindingCases> cases{understated(600), understated(40)};
    auto findings = calibrateFindings(cases, 600);
    ASSERT_TRUE(addErrorIntervals(findings, cases, 600, Progress()));
    const CalibratedFinding& fitted = findings.front();
    ASSERT_TRUE(fitted.errorBeforeInterval && fitted.errorAfterInterval);
    EXPECT_LT(fitted.errorBeforeInterval->low, fitted.errorBeforeInterval->high);
    EXPECT_LT(fitted.errorBeforeInterval->low, fitted.errorBefore + 0.01);
    EXPECT_GT(fitted.errorBeforeInterval->high, fitted.errorBefore);
    // So many labels tell the two apart.
    EXPECT_LT(fitted.errorAfterInterval->high, fitted.errorBeforeInterval->low);
    EXPECT_FALSE(findings.back().errorBeforeInterval); // Too few labels.

    // Every label twice, of the same patients, narrows nothing.
    FindingCases twice = cases.front();
    twice.cases.scores.insert(twice.cases.scores.end(), cases[0].cases.scores.begin(),
                              cases[0].cases.scores.end());
    twice.cases.positive.insert(twice.cases.positive.end(), cases[0].cases.positive.begin(),
                                cases[0].cases.positive.end());
    twice.groups.insert(twice.groups.end(), cases[0].groups.begin(), cases[0].groups.end());
    auto same = calibrateFindings({twice}, 600);
    ASSERT_TRUE(addErrorIntervals(same, {twice}, 600, Progress()));
    const double width = fitted.errorBeforeInterval->high - fitted.errorBeforeInterval->low;
    EXPECT_NEAR(same[0].errorBeforeInterval->high - same[0].errorBeforeInterval->low, width,
                0.02 * width + 1e-9);
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(addErrorIntervals(same, {twice}, 600, Progress(stopped.get_token(), {})).error().code,
              ErrorCode::Cancelled);
}

TEST(SiteCalibration, RefusesWhatItCannotSay)
{
    using Outcome = CalibratedFinding::Outcome;
    EXPECT_EQ(calibrateFindings({understated(40)}, 40).front().outcome, Outcome::TooFewLabels);
    EXPECT_EQ(calibrateFindings({understated(600, -1.0)}, 600).front().outcome,
              Outcome::ScoreMisleads);
}

TEST(SiteCalibration, GoesThroughItsFileUnchanged)
{
    SiteCalibration calibration{"f00d", "2026-01-02T03:04:05Z", {}};
    calibration.findings[{"lung", "emphysema"}] = {1.5, -0.25, 0.4, 120};
    calibration.findings[{"heart", "cardiomegaly"}] = {0.5, 0.1, std::nullopt, 44};
    const auto read = siteCalibrationFromJson(siteCalibrationToJson(calibration), "file");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->modelFingerprint, "f00d");
    ASSERT_EQ(read->findings.size(), 2U);
    const SiteReference& one = read->findings.at({"lung", "emphysema"});
    EXPECT_EQ(one.a, 1.5);
    EXPECT_EQ(one.b, -0.25);
    EXPECT_EQ(one.threshold, 0.4);
    EXPECT_EQ(one.labels, 120);
    EXPECT_FALSE(read->findings.at({"heart", "cardiomegaly"}).threshold);
    for (const char* wrong : {"", "[]", R"({"format": 2})", R"({"format": 1, "model": "x"})"}) {
        const auto refused = siteCalibrationFromJson(wrong, "file");
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(refused.error().code, ErrorCode::MetadataBroken);
        EXPECT_EQ(refused.error().arguments.front(), "file");
    }
}

TEST(Reliability, BinsHoldTheirMeansAndShares)
{
    const auto bins = reliabilityBins(
        {{0.05, 0.05, 1.0, 0.95, 0.95, std::nan("")}, {false, true, true, true, false, true}});
    ASSERT_EQ(bins.size(), 2U);
    EXPECT_EQ(bins[0].cases, 2);
    EXPECT_EQ(bins[0].observed, 0.5);
    EXPECT_NEAR(bins[0].meanScore, 0.05, 1e-12);
    EXPECT_EQ(bins[1].cases, 3);
    EXPECT_NEAR(bins[1].observed, 2.0 / 3.0, 1e-12);
    EXPECT_EQ(bins[1].high, 1.0);
    EXPECT_LT(bins[1].interval.low, bins[1].observed);
}

} // namespace
} // namespace fovea
