#include "model/evaluate/FindingRecorder.h"
#include "model/evaluate/LocalizationRecorder.h"
#include "model/evaluate/PromptRecorder.h"
#include "model/evaluate/StatisticsRecorder.h"
#include "tests/evaluate/SmallChest.h"

#include <gtest/gtest.h>
#include <map>

namespace fovea {
namespace {

using Asked = PointingMetrics::Asked;
using Map = PointingMetrics::Map;

TEST(FindingRecorder, TakesThePackagesCalibrationAsItIs)
{
    FindingRecorder recorder;
    // Emphysema: 0.9 twice, present once, so off by 0.4; effusion: 0.2, absent, off by 0.2.
    for (const bool present : {true, false}) {
        LabelledStudy study = testing::smallChest();
        if (present)
            testing::addFinding(study, {"emphysema", 0.5, Side::None, {}, {}});
        StudyAnalysis analysis;
        analysis.findings = {testing::scored("emphysema", 0.5), testing::scored("effusion", 0.5),
                             testing::scored("nodule", 0.5)};
        analysis.findings[0].calibrated = 0.9;
        analysis.findings[1].calibrated = 0.2;
        recorder.add(study, analysis, present ? 0 : 1);
    }
    const auto calibration = recorder.packageCalibration();
    ASSERT_TRUE(calibration);
    ASSERT_EQ(calibration->findings.size(), 2U) << "the nodule has no calibration";
    EXPECT_NEAR(calibration->findings[0].error, 0.4, 1e-12);
    EXPECT_EQ(calibration->findings[0].cases, 2);
    EXPECT_NEAR(calibration->findings[1].error, 0.2, 1e-12);
    EXPECT_NEAR(calibration->mean, 0.3, 1e-12);
    EXPECT_NEAR(calibration->worst, 0.4, 1e-12);
    EXPECT_EQ(calibration->worstFindingId, "emphysema");
    const auto cases = recorder.cases(3);
    ASSERT_EQ(cases.size(), 3U);
    EXPECT_EQ(cases[2].unscored, 1);
    EXPECT_EQ(cases[0].groups, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_FALSE(FindingRecorder().packageCalibration());
}

TEST(StatisticsRecorder, KeepsStudiesApartByTheirIndex)
{
    StatisticsRecorder recorder;
    StudyAnalysis analysis;
    analysis.findings = {testing::scored("emphysema", 0.5)};
    for (int i = 0; i < 8; ++i) {
        const bool present = i < 4;
        LabelledStudy study = testing::smallChest(static_cast<std::int16_t>(present ? -900 : -700));
        if (present)
            testing::addFinding(study, {"emphysema", 0.5, Side::None, {}, {}});
        recorder.add(study, analysis, static_cast<std::size_t>(i));
    }
    const auto metrics = recorder.metrics();
    ASSERT_EQ(metrics.size(), 1U);
    EXPECT_EQ(metrics[0].findingId, "emphysema");
    EXPECT_EQ(metrics[0].anatomyId, "lung");
    EXPECT_EQ(metrics[0].statistic, GlobalStatistic::Mean);
    EXPECT_FALSE(metrics[0].presentIsHigher);
    EXPECT_DOUBLE_EQ(*metrics[0].auc, 1.0);
    EXPECT_EQ(metrics[0].positives, 2);
}

/// Unit vectors of two dimensions.
Result<std::vector<float>> embedText(const std::string& text)
{
    static const std::map<std::string, std::vector<float>> known{
        {"there", {1, 0}},     {"not there", {0, 1}}, {"upside down", {-1, 0}},   {"left", {0, 1}},
        {"Not there", {0, 1}}, {"Not left", {1, 0}},  {"Not upside down", {0, 1}}};
    const auto found = known.find(text);
    if (found == known.end())
        return makeError(ErrorCode::EmptyText);
    return found->second;
}

PromptSet smallPrompts()
{
    PromptSet set;
    set.findings = {{"lung",
                     "effusion",
                     {"there"},
                     {"not there"},
                     {{"there", "not there"}, {"upside down", "not there"}, {"left", "left"}}}};
    set.queries = {{"there", {"left", "upside down"}, "lung", "effusion", Side::None, {}, 0.0},
                   {"left", {}, "lung", "effusion", Side::Left, {}, 0.0},
                   {"there", {}, "heart", "cardiomegaly", Side::None, {}, 0.0}};
    return set;
}

TEST(PromptRecorder, MeasuresParaphrasesAndSearches)
{
    Result<PromptRecorder> recorder = PromptRecorder::create(smallPrompts(), embedText);
    ASSERT_TRUE(recorder);
    struct Case {
        std::vector<float> vector;
        double score;
        Side side; ///< None: absent.
    };
    const std::vector<Case> cases{{{0.8F, 0.6F}, 0.9, Side::Left},
                                  {{0.6F, 0.8F}, 0.3, Side::Right},
                                  {{0.0F, 1.0F}, 0.5, Side::None}};
    for (const Case& c : cases) {
        LabelledStudy study = testing::smallChest();
        if (c.side != Side::None)
            testing::addFinding(study, {"effusion", 0.5, c.side, {}, {}});
        StudyAnalysis analysis;
        analysis.findings = {testing::scored("effusion", c.score)};
        analysis.embeddings = {testing::smallLung()};
        analysis.embeddings[0].vector = c.vector;
        recorder->add(study, analysis);
    }
    const auto paraphrases = recorder->paraphrases();
    ASSERT_EQ(paraphrases.size(), 1U);
    EXPECT_DOUBLE_EQ(paraphrases[0].own, 0.5);
    // Margins 0.2, -0.2, -1 win both pairs; -1.4, -1.4, -1 lose both; 0, 0, 0 are ties.
    ASSERT_EQ(paraphrases[0].aucs.size(), 3U);
    EXPECT_DOUBLE_EQ(paraphrases[0].aucs[0], 1.0);
    EXPECT_DOUBLE_EQ(paraphrases[0].aucs[1], 0.0);
    EXPECT_DOUBLE_EQ(paraphrases[0].aucs[2], 0.5);
    EXPECT_DOUBLE_EQ(paraphrases[0].mean, 0.5);
    EXPECT_DOUBLE_EQ(paraphrases[0].worst, 0.0);

    const TextSearchMetrics search = recorder->textSearch();
    ASSERT_EQ(search.queries.size(), 3U);
    EXPECT_EQ(search.measured, 2);
    EXPECT_EQ(search.queries[0].candidates, 3);
    EXPECT_EQ(search.queries[0].relevant, 2);
    EXPECT_DOUBLE_EQ(search.queries[0].byCosine->averagePrecision, 1.0);
    EXPECT_DOUBLE_EQ(search.queries[0].byMargin->averagePrecision, 1.0);
    EXPECT_EQ(search.queries[1].relevant, 1);
    EXPECT_DOUBLE_EQ(search.queries[1].byCosine->averagePrecision, 1.0 / 3) << "ranked last";
    EXPECT_DOUBLE_EQ(search.queries[0].byAutomaticMargin->averagePrecision, 1.0);
    EXPECT_DOUBLE_EQ(search.queries[1].byAutomaticMargin->averagePrecision, 1.0 / 3)
        << "margins of -0.2, 0.2 and 1";
    EXPECT_EQ(search.queries[2].candidates, 0) << "no study has a heart";

    const TextSearchMetrics other = recorder->paraphrasedSearch();
    ASSERT_EQ(other.queries.size(), 2U) << "one query alone has other words";
    EXPECT_EQ(other.queries[0].text, "left");
    EXPECT_EQ(other.queries[1].text, "upside down");
    EXPECT_EQ(other.queries[1].relevant, 2);
    EXPECT_DOUBLE_EQ(other.queries[1].byCosine->averagePrecision, (1.0 / 2 + 2.0 / 3) / 2)
        << "the two that have it are ranked last";
}

TEST(PromptRecorder, LeavesOutStudiesWhoseAnswerIsNotKnown)
{
    Result<PromptRecorder> recorder = PromptRecorder::create(smallPrompts(), embedText);
    ASSERT_TRUE(recorder);
    LabelledStudy study = testing::smallChest();
    study.regions.front().findings.push_back("effusion");
    StudyAnalysis analysis;
    analysis.embeddings = {testing::smallLung()};
    recorder->add(study, analysis);
    const TextSearchMetrics search = recorder->textSearch();
    EXPECT_EQ(search.queries[0].candidates, 1);
    EXPECT_EQ(search.queries[1].candidates, 0) << "on which side is not said";
    EXPECT_TRUE(recorder->paraphrases().empty()) << "the model scored nothing";

    PromptSet unknown = smallPrompts();
    unknown.queries[0].text = "something else";
    EXPECT_EQ(PromptRecorder::create(unknown, embedText).error().code, ErrorCode::EmptyText);
}

std::vector<std::string> texts(const std::vector<RelevanceRequest>& requests)
{
    std::vector<std::string> all;
    for (const RelevanceRequest& request : requests)
        all.insert(all.end(), request.positive.begin(), request.positive.end());
    return all;
}

TEST(LocalizationRecorder, AsksInTheWordsOfReports)
{
    const LocalizationRecorder recorder({"consolidation"}, {"lung"}, {});
    LabelledStudy study = testing::smallChest();
    EXPECT_TRUE(recorder.requests(study).empty());
    testing::addFinding(study, {"nodule", 0.5, Side::Right, {}, {}});
    testing::addFinding(study, {"consolidation", 0.5, Side::None, {}, {}});
    EXPECT_TRUE(recorder.requests(study).empty()) << "not asked for, or on no one side";
    testing::addFinding(study,
                        {"consolidation", 0.5, Side::Right, {testing::LowerRight}, {Side::Right}});
    const auto requests = recorder.requests(study);
    const auto withEach = [](const std::vector<std::string>& asked) {
        std::vector<std::string> all;
        for (const std::string& text : asked)
            all.insert(all.end(), 4, text); // Once with every method.
        return all;
    };
    EXPECT_EQ(texts(requests), withEach({"Consolidation.", "Right consolidation.",
                                         "Consolidation in the right lower lobe."}));
    EXPECT_EQ(requests[0].method, RelevanceMethod::AttentionWeightedValue);
    EXPECT_EQ(requests[1].method, RelevanceMethod::GradientTimesInput);
    EXPECT_EQ(requests[2].method, RelevanceMethod::LeaveOneOut);
    EXPECT_EQ(requests[3].method, RelevanceMethod::LeaveNeighborsOut);
    EXPECT_TRUE(requests[0].negative.empty());
    EXPECT_TRUE(LocalizationRecorder({"consolidation"}, {"heart"}, {}).requests(study).empty())
        << "an anatomy that the model does not know";

    PromptSet set;
    set.findings = {{"lung", "consolidation", {"Airspace disease."}, {"Clear."}, {}}};
    set.queries = {{"Right airspace disease.", {}, "lung", "consolidation", Side::Right, {}, 0.0},
                   {"Bad lobe.", {}, "lung", "consolidation", Side::Right, "right lower lobe", 0.0},
                   {"Left.", {}, "lung", "consolidation", Side::Left, {}, 0.0}};
    const auto worded = LocalizationRecorder({"consolidation"}, {"lung"}, set).requests(study);
    EXPECT_EQ(texts(worded),
              withEach({"Airspace disease.", "Right airspace disease.", "Bad lobe."}));
    EXPECT_EQ(worded[0].negative, std::vector<std::string>{"Clear."});
}

/// Answers every request with a map that peaks at a token, that of its method.
ExplainedAnalysis explainedWithPeaks(const std::vector<RelevanceRequest>& requests,
                                     const std::map<RelevanceMethod, std::size_t>& peaks)
{
    ExplainedAnalysis explained;
    explained.analysis.embeddings = {testing::smallLung()}; // attention peaks at token 2
    for (const RelevanceRequest& request : requests) {
        RegionRelevance relevance;
        relevance.anatomyId = request.anatomyId;
        relevance.method = request.method;
        relevance.values.assign(4, -1.0F);
        relevance.values[peaks.at(request.method)] = 1.0F;
        explained.relevances.push_back(relevance);
    }
    return explained;
}

const PointingMetrics& pointing(const LocalizationMetrics& metrics, Map map, Asked asked)
{
    static const PointingMetrics none;
    for (const PointingMetrics& p : metrics.pointing) {
        if (p.map == map && p.asked == asked)
            return p;
    }
    ADD_FAILURE() << "not measured";
    return none;
}

TEST(LocalizationRecorder, CountsPeaksOnTheFindingsSideAndInItsLobe)
{
    const auto peaks = [](std::size_t valuePeak) {
        return std::map<RelevanceMethod, std::size_t>{
            {RelevanceMethod::AttentionWeightedValue, valuePeak},
            {RelevanceMethod::GradientTimesInput, 3},
            {RelevanceMethod::LeaveOneOut, 0},
            {RelevanceMethod::LeaveNeighborsOut, 1}};
    };
    LocalizationRecorder recorder({"effusion"}, {"lung"}, {});
    LabelledStudy left = testing::smallChest();
    testing::addFinding(left, {"effusion", 0.5, Side::Left, {testing::LowerLeft}, {Side::Left}});
    recorder.add(left, explainedWithPeaks(recorder.requests(left), peaks(1)));
    LabelledStudy right = testing::smallChest();
    testing::addFinding(right, {"effusion", 0.5, Side::Right, {}, {}});
    recorder.add(right, explainedWithPeaks(recorder.requests(right), peaks(0)));
    recorder.add(testing::smallChest(), {});

    const auto all = recorder.metrics();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].findingId, "effusion");
    EXPECT_EQ(all[0].pointing.size(), 13U);
    const PointingMetrics& value = pointing(all[0], Map::AttentionWeightedValue, Asked::Finding);
    EXPECT_EQ(value.side.hits, 2);
    EXPECT_EQ(value.side.count, 2);
    EXPECT_EQ(value.lobe.hits, 0) << "token 1 is the left upper lobe";
    EXPECT_EQ(value.lobe.count, 1) << "the right one's lobe is not said";
    const PointingMetrics& gradient =
        pointing(all[0], Map::GradientTimesInput, Asked::FindingAndSide);
    EXPECT_EQ(gradient.side.hits, 1);
    EXPECT_EQ(gradient.side.count, 2);
    EXPECT_EQ(gradient.lobe.hits, 1);
    EXPECT_EQ(pointing(all[0], Map::GradientTimesInput, Asked::FindingAndLobe).side.count, 1);
    const PointingMetrics& without = pointing(all[0], Map::LeaveOneOut, Asked::Finding);
    EXPECT_EQ(without.side.hits, 1) << "token 0 is on the right";
    EXPECT_EQ(without.side.count, 2);
    EXPECT_EQ(pointing(all[0], Map::LeaveNeighborsOut, Asked::Finding).side.hits, 1)
        << "token 1 is on the left";
    const PointingMetrics& attention = pointing(all[0], Map::Attention, Asked::Nothing);
    EXPECT_EQ(attention.side.hits, 1);
    EXPECT_EQ(attention.side.count, 2);
    EXPECT_EQ(attention.lobe.hits, 1);
    // Three of four tokens are left, one is right; two are the left lower lobe's.
    EXPECT_DOUBLE_EQ(*all[0].sideByChance, (0.75 + 0.25) / 2);
    EXPECT_DOUBLE_EQ(*all[0].lobeByChance, 0.5);
}

} // namespace
} // namespace fovea
