#include "model/evaluate/JudgeTuning.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <stop_token>

namespace fovea {
namespace {

using Code = TuningConcern::Code;

constexpr double NoScore = std::numeric_limits<double>::quiet_NaN();

double sigmoid(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

/// One finding of `count` patients; `before` and `after` say how far apart each model holds the
/// classes.
PairedCases finding(const std::string& id, int count, double before, double after,
                    std::uint64_t seed = 1)
{
    CounterRandom random(seed, "judge " + id);
    PairedCases cases;
    cases.key = {"lung", id};
    for (int n = 0; n < count; ++n) {
        const bool positive = n % 2 == 0;
        const double common = random.normal();
        const auto score = [&](double apart) {
            return sigmoid(apart * (positive ? 0.5 : -0.5) + common + 0.3 * random.normal());
        };
        cases.positive.push_back(positive);
        cases.groups.push_back(static_cast<std::uint32_t>(n));
        cases.before.push_back(score(before));
        cases.after.push_back(score(after));
    }
    cases.probabilityBefore = cases.before;
    cases.probabilityAfter = cases.after;
    return cases;
}

PairedAnswers answers(std::vector<PairedCases> findings, std::size_t patients = 200)
{
    return {static_cast<int>(patients), patients, std::move(findings), {}};
}

bool has(const std::vector<TuningConcern>& concerns, Code code, const std::string& findingId = {})
{
    return std::ranges::any_of(concerns, [&](const TuningConcern& one) {
        return one.code == code && one.key.findingId == findingId;
    });
}

TuningJudgement judged(const PairedAnswers& test,
                       const std::optional<PairedAnswers>& benchmark = {})
{
    JudgeOptions options;
    options.resamples = 300;
    const auto judgement = judgeTuning(test, benchmark, options, Progress());
    EXPECT_TRUE(judgement);
    return *judgement;
}

TEST(JudgeTuning, AcceptsAModelThatIsTheSame)
{
    PairedCases same = finding("nodule", 200, 1.0, 1.0);
    same.after = same.before;
    same.probabilityAfter = same.probabilityBefore;
    const TuningJudgement judgement = judged(answers({same, finding("effusion", 200, 1.0, 1.0)}));
    EXPECT_TRUE(judgement.refusals.empty());
    EXPECT_TRUE(judgement.cautions.empty());
    const FindingJudgement& first = judgement.test.findings.front();
    ASSERT_TRUE(first.auc && first.auc->p);
    EXPECT_EQ(first.auc->difference(), 0.0);
    EXPECT_EQ(first.auc->p, 1.0);
    EXPECT_EQ(first.positives, 100);
}

TEST(JudgeTuning, AcceptsABetterModelAndSaysHowMuchBetter)
{
    const TuningJudgement judgement = judged(answers({finding("nodule", 200, 0.5, 2.5)}));
    EXPECT_TRUE(judgement.refusals.empty());
    const FindingJudgement& one = judgement.test.findings.front();
    EXPECT_GT(one.auc->difference(), 0.15);
    EXPECT_LT(*one.auc->p, 1e-4);
    ASSERT_TRUE(one.auc->interval && one.aucBeforeInterval && one.aucAfterInterval);
    EXPECT_GT(one.auc->interval->low, 0.0);
    EXPECT_LT(one.auc->interval->low, one.auc->difference());
    EXPECT_GT(one.auc->interval->high, one.auc->difference());
    EXPECT_GT(judgement.test.meanAuc->interval->low, 0.0);
    // The bootstrap over patients and DeLong see the same spread.
    const double deviation = std::sqrt(one.deLong.firstVariance + one.deLong.secondVariance -
                                       2.0 * one.deLong.covariance);
    EXPECT_NEAR((one.auc->interval->high - one.auc->interval->low) / 3.92, deviation,
                0.25 * deviation);
}

TEST(JudgeTuning, RefusesAFindingThatGotWorse)
{
    const TuningJudgement judgement =
        judged(answers({finding("effusion", 200, 1.0, 1.0), finding("nodule", 200, 2.0, 0.5)}));
    ASSERT_TRUE(has(judgement.refusals, Code::AucWorse, "nodule"));
    EXPECT_FALSE(has(judgement.refusals, Code::AucWorse, "effusion"));
    EXPECT_FALSE(judgement.refusals.front().benchmark);
    EXPECT_LT(judgement.refusals.front().change.difference(), -0.1);
    EXPECT_LT(*judgement.refusals.front().change.adjusted, 0.05);
}

TEST(JudgeTuning, RefusesForgettingOnTheBenchmark)
{
    const TuningJudgement judgement = judged(answers({finding("nodule", 200, 1.0, 2.0)}),
                                             answers({finding("effusion", 200, 2.0, 0.5)}));
    ASSERT_TRUE(has(judgement.refusals, Code::AucWorse, "effusion"));
    EXPECT_TRUE(judgement.refusals.front().benchmark);
}

TEST(JudgeTuning, HolmSparesOneOfManyThatOnlyLooksWorse)
{
    // Alone its p is below 0.05; as the worst of twenty it is what chance does.
    PairedCases worse;
    for (std::uint64_t seed = 1; seed < 200; ++seed) {
        worse = finding("nodule", 80, 1.2, 1.1, seed);
        const DeLongTest test = deLongTest(worse.before, worse.after, worse.positive);
        if (*test.second < *test.first - 0.011 && *test.p < 0.045 && *test.p > 0.01)
            break;
    }
    const TuningJudgement alone = judged(answers({worse}, 80));
    EXPECT_TRUE(has(alone.refusals, Code::AucWorse, "nodule"));
    std::vector<PairedCases> many{worse};
    for (int n = 0; n < 19; ++n) {
        many.push_back(finding("other" + std::to_string(n), 80, 1.2, 1.2));
        many.back().after = many.back().before;
        many.back().probabilityAfter = many.back().probabilityBefore;
    }
    const TuningJudgement among = judged(answers(many, 80));
    EXPECT_FALSE(has(among.refusals, Code::AucWorse, "nodule"));
    EXPECT_LT(*among.test.findings.front().auc->p, 0.05);
    EXPECT_GT(*among.test.findings.front().auc->adjusted, 0.05);
}

TEST(JudgeTuning, BearsALossWithinTheMarginHoweverSure)
{
    // Ten of 2000 cases are lost out of sight: half a hundredth, and no chance.
    PairedCases cases = finding("nodule", 4000, 30.0, 30.0);
    for (std::size_t i = 0; i < 20; i += 2)
        cases.after[i] = cases.probabilityAfter[i] = 0.0;
    const TuningJudgement judgement = judged(answers({cases}, 4000));
    EXPECT_NEAR(judgement.test.findings.front().auc->difference(), -0.005, 1e-4);
    EXPECT_LT(*judgement.test.findings.front().auc->adjusted, 0.01);
    EXPECT_TRUE(judgement.refusals.empty());
}

TEST(JudgeTuning, RefusesAManifoldSmallLoss)
{
    std::vector<PairedCases> many;
    for (int n = 0; n < 30; ++n)
        many.push_back(finding("f" + std::to_string(n), 100, 1.5, 1.2));
    const TuningJudgement judgement = judged(answers(many, 100));
    EXPECT_TRUE(has(judgement.refusals, Code::MeanAucWorse));
}

TEST(JudgeTuning, RefusesProbabilitiesThatNoLongerHold)
{
    PairedCases cases = finding("nodule", 400, 3.0, 3.0);
    for (std::size_t i = 0; i < cases.after.size(); ++i) {
        cases.after[i] = cases.before[i];
        // The order of the cases stays what it was.
        cases.probabilityAfter[i] = 0.5 + 0.5 * cases.probabilityBefore[i];
    }
    const TuningJudgement judgement = judged(answers({cases}, 400));
    EXPECT_TRUE(has(judgement.refusals, Code::CalibrationWorse, "nodule"));
    EXPECT_FALSE(has(judgement.refusals, Code::AucWorse, "nodule"));

    // On the benchmark, which is not the place that they were fitted to, it is only said.
    PairedCases fitted = finding("nodule", 400, 3.0, 3.0);
    fitted.after = fitted.before;
    fitted.probabilityAfter = fitted.probabilityBefore;
    const TuningJudgement elsewhere = judged(answers({fitted}, 400), answers({cases}, 400));
    EXPECT_TRUE(elsewhere.refusals.empty());
    ASSERT_TRUE(has(elsewhere.cautions, Code::CalibrationElsewhere));
    EXPECT_EQ(elsewhere.cautions.front().count, 1);
    EXPECT_TRUE(elsewhere.cautions.front().benchmark);
}

TEST(JudgeTuning, OneClassAndFewCasesAreNotJudged)
{
    PairedCases oneClass = finding("nodule", 100, 1.0, -2.0);
    std::fill(oneClass.positive.begin(), oneClass.positive.end(), true);
    const TuningJudgement one = judged(answers({oneClass}, 100));
    EXPECT_FALSE(one.test.findings.front().aucAfter);
    EXPECT_TRUE(has(one.refusals, Code::NothingJudged));
    EXPECT_TRUE(has(one.cautions, Code::TooFewCases, "nodule"));

    const TuningJudgement few = judged(answers({finding("nodule", 6, 3.0, -3.0)}, 6));
    EXPECT_FALSE(few.test.findings.front().auc->p);
    EXPECT_TRUE(has(few.refusals, Code::NothingJudged));
    EXPECT_FALSE(has(few.refusals, Code::AucWorse, "nodule"));
    EXPECT_EQ(few.cautions.front().count, 3);

    const TuningJudgement none = judged({});
    EXPECT_TRUE(has(none.refusals, Code::NothingJudged));
    const TuningJudgement onBenchmark = judged({}, answers({finding("nodule", 200, 1.0, 1.0)}));
    EXPECT_TRUE(onBenchmark.refusals.empty());
}

TEST(JudgeTuning, CasesWithoutAScoreAreCounted)
{
    PairedCases fresh = finding("pneumothorax", 200, 1.0, 2.0);
    std::fill(fresh.before.begin(), fresh.before.end(), NoScore);
    fresh.probabilityBefore = fresh.before;
    PairedCases lost = finding("nodule", 200, 1.0, 1.0);
    for (std::size_t i = 0; i < 10; ++i)
        lost.after[i] = lost.probabilityAfter[i] = NoScore;
    const TuningJudgement judgement = judged(answers({fresh, lost}));
    EXPECT_TRUE(has(judgement.cautions, Code::NewFinding, "pneumothorax"));
    EXPECT_FALSE(judgement.test.findings[0].aucBefore);
    EXPECT_GT(*judgement.test.findings[0].aucAfter, 0.8);
    ASSERT_TRUE(judgement.test.findings[0].aucAfterInterval);
    EXPECT_LT(judgement.test.findings[0].aucAfterInterval->low,
              judgement.test.findings[0].aucAfterInterval->high);
    EXPECT_TRUE(has(judgement.refusals, Code::CasesLost, "nodule"));
    EXPECT_EQ(judgement.refusals.front().count, 10);
    EXPECT_EQ(judgement.test.findings[1].deLong.positives, 95U);
}

TEST(JudgeTuning, SeveralStudiesOfAPatientAreNotTakenForMorePatients)
{
    PairedCases cases = finding("nodule", 60, 1.5, 1.1);
    const TuningJudgement once = judged(answers({cases}, 60));
    PairedCases fourfold = cases;
    for (int n = 0; n < 3; ++n) {
        const auto append = [](auto& to, const auto& from) {
            to.insert(to.end(), from.begin(), from.end());
        };
        append(fourfold.positive, cases.positive);
        append(fourfold.groups, cases.groups);
        append(fourfold.before, cases.before);
        append(fourfold.after, cases.after);
        append(fourfold.probabilityBefore, cases.probabilityBefore);
        append(fourfold.probabilityAfter, cases.probabilityAfter);
    }
    const TuningJudgement repeated = judged(answers({fourfold}, 60));
    const FindingJudgement& one = repeated.test.findings.front();
    EXPECT_LT(*one.deLong.p, 0.5 * *one.auc->p);
    EXPECT_NEAR(std::log(*one.auc->p), std::log(*once.test.findings.front().auc->p), 0.7);
}

TEST(JudgeTuning, RefusesASearchThatFindsLess)
{
    PairedAnswers test = answers({finding("nodule", 200, 1.0, 1.0)});
    for (int n = 0; n < 12; ++n)
        test.queries.push_back({"text", 0.8 - 0.01 * n, 0.5 - 0.02 * n});
    const TuningJudgement judgement = judged(test);
    EXPECT_TRUE(has(judgement.refusals, Code::RetrievalWorse));
    EXPECT_EQ(judgement.test.queries, 12);
    for (PairedQuery& query : test.queries)
        query.recallAfter = query.recallBefore;
    EXPECT_TRUE(judged(test).refusals.empty());
}

TEST(JudgeTuning, IsFixedBySeedAndCanBeCancelled)
{
    const PairedAnswers test = answers({finding("nodule", 100, 1.0, 1.3)}, 100);
    EXPECT_EQ(tuningJudgementToJson(judged(test)), tuningJudgementToJson(judged(test)));
    std::stop_source stopped;
    stopped.request_stop();
    const auto cancelled = judgeTuning(test, {}, JudgeOptions{}, Progress(stopped.get_token(), {}));
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
}

TEST(JudgeTuning, GoesThroughItsFileUnchanged)
{
    PairedAnswers test = answers({finding("nodule", 200, 2.0, 0.5)});
    test.queries = {{"a", 0.5, 0.6}, {"b", 0.5, 0.7}};
    TuningJudgement judgement = judged(test, answers({finding("effusion", 6, 1.0, 1.0)}, 6));
    judgement.before = "aaaa";
    judgement.after = "bbbb";
    const std::string json = tuningJudgementToJson(judgement);
    const auto read = tuningJudgementFromJson(json, "judgement.json");
    ASSERT_TRUE(read);
    EXPECT_EQ(tuningJudgementToJson(*read), json);
    EXPECT_EQ(read->refusals, judgement.refusals);
    EXPECT_EQ(read->cautions, judgement.cautions);
    EXPECT_FALSE(read->refusals.empty());
    for (const char* broken : {"", "{}", "[]", "{\"format\": 2}"})
        EXPECT_EQ(tuningJudgementFromJson(broken, "file").error().code, ErrorCode::MetadataBroken);
}

} // namespace
} // namespace fovea
