#include "model/evaluate/askBoth.h"
#include "tests/evaluate/SmallChest.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

/// Scores effusion by the first voxel's HU in hundredths, or by what is missing to 100.
class HuEngine final : public Engine {
public:
    HuEngine(bool right, bool knowsNodules)
        : m_right(right)
        , m_knowsNodules(knowsNodules)
    {
        m_info.findings = {{"lung", "pleural_effusion", "", {"Effusion"}, {"No effusion"}}};
        if (knowsNodules)
            m_info.findings.push_back({"lung", "nodule", "", {"Nodule"}, {"No nodule"}});
    }
    const ModelInfo& info() const override { return m_info; }
    Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap&, const Progress&) override
    {
        const int hu = volume.at({0, 0, 0});
        if (hu == 13)
            return makeError(ErrorCode::NoRegion);
        const double score = (m_right ? hu : 100 - hu) / 100.0;
        StudyAnalysis analysis;
        analysis.findings = {testing::scored("pleural_effusion", score)};
        analysis.findings[0].calibrated = score / 2;
        if (m_knowsNodules)
            analysis.findings.push_back(testing::scored("nodule", 0.5));
        analysis.embeddings = {testing::smallLung()};
        const auto x = static_cast<float>(score);
        analysis.embeddings[0].vector = {x, std::sqrt(1.0F - x * x)};
        return analysis;
    }
    Result<ExplainedAnalysis> explain(const Volume&, const LabelMap&,
                                      const std::vector<RelevanceRequest>&,
                                      const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    Result<RegionRelevance> relevance(const Volume&, const LabelMap&, const std::string&,
                                      const std::vector<std::string>&,
                                      const std::vector<std::string>&, RelevanceMethod,
                                      const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    Result<std::vector<float>> embedText(const std::string&) override
    {
        return std::vector<float>{1.0F, 0.0F};
    }

private:
    bool m_right;
    bool m_knowsNodules;
    ModelInfo m_info;
};

/// 40 studies, the HU of study n is n; those above 19 have an effusion.
StudySource studies(int& loaded)
{
    StudySource source;
    source.count = 40;
    source.load = [&loaded](std::size_t i) -> Result<LabelledStudy> {
        ++loaded;
        LabelledStudy study = testing::smallChest(static_cast<std::int16_t>(i));
        if (i >= 20)
            study.regions.front().findings = {"pleural_effusion"};
        if (i < 10)
            study.regions.front().unknown = {"nodule"};
        if (i == 39)
            study.regions.clear();
        return study;
    };
    return source;
}

TEST(AskBoth, PairsWhatBothModelsSayOfEachStudy)
{
    HuEngine before(true, false);
    HuEngine after(false, true);
    int loaded = 0;
    std::vector<std::uint32_t> patients;
    for (std::uint32_t n = 0; n < 40; ++n)
        patients.push_back(n / 2);
    const auto answers = askBoth({before}, {after}, studies(loaded), patients, Progress());
    ASSERT_TRUE(answers);
    EXPECT_EQ(loaded, 40);
    EXPECT_EQ(answers->groups, 20U);
    ASSERT_EQ(answers->findings.size(), 2U);
    const PairedCases& effusion = answers->findings[0];
    ASSERT_EQ(effusion.before.size(), 39U); // Of the last one nothing is known.
    EXPECT_DOUBLE_EQ(effusion.before[30], 0.3);
    EXPECT_DOUBLE_EQ(effusion.after[30], 0.7);
    EXPECT_DOUBLE_EQ(effusion.probabilityAfter[30], 0.35);
    EXPECT_TRUE(effusion.positive[30]);
    EXPECT_EQ(effusion.groups[30], 15U);
    EXPECT_TRUE(std::isnan(effusion.before[13]));
    const PairedCases& nodule = answers->findings[1];
    EXPECT_EQ(nodule.key.findingId, "nodule");
    ASSERT_EQ(nodule.before.size(), 29U);
    EXPECT_TRUE(std::isnan(nodule.before[5]));
    EXPECT_DOUBLE_EQ(nodule.after[5], 0.5);
    ASSERT_EQ(answers->queries.size(), 1U); // No study has a nodule.
    EXPECT_DOUBLE_EQ(answers->queries[0].recallBefore, 1.0);
    EXPECT_DOUBLE_EQ(answers->queries[0].recallAfter, 0.0);

    const auto judgement = judgeTuning(*answers, {}, JudgeOptions{}, Progress());
    ASSERT_TRUE(judgement);
    ASSERT_FALSE(judgement->refusals.empty());
    EXPECT_EQ(judgement->refusals.front().code, TuningConcern::Code::AucWorse);
}

TEST(AskBoth, AModelAgainstItselfHasNothingAgainstIt)
{
    HuEngine engine(true, true);
    int loaded = 0;
    const auto answers = askBoth({engine}, {engine}, studies(loaded), {}, Progress());
    ASSERT_TRUE(answers);
    EXPECT_EQ(answers->groups, 40U);
    EXPECT_TRUE(judgeTuning(*answers, {}, JudgeOptions{}, Progress())->refusals.empty());
}

TEST(AskBoth, AModelWhoseAnswersAreKnownIsNotAskedAgain)
{
    HuEngine right(true, true);
    HuEngine wrong(false, true);
    int loaded = 0;
    std::vector<StudyAnalysis> known;
    const auto first = askBoth({right, &known}, {wrong}, studies(loaded), {}, Progress());
    ASSERT_TRUE(first);
    ASSERT_EQ(known.size(), 40U);
    // Another engine in its place is not heard.
    const auto again = askBoth({wrong, &known}, {wrong}, studies(loaded), {}, Progress());
    ASSERT_TRUE(again);
    EXPECT_DOUBLE_EQ(again->findings[0].before[30], 0.3);
    EXPECT_DOUBLE_EQ(again->findings[0].after[30], 0.7);

    std::vector<StudyAnalysis> none;
    StudySource broken = studies(loaded);
    broken.load = [load = broken.load](std::size_t n) -> Result<LabelledStudy> {
        return n < 3 ? load(n) : makeError(ErrorCode::BrokenFile, {"file"});
    };
    EXPECT_FALSE(askBoth({right, &none}, {wrong}, broken, {}, Progress()));
    EXPECT_TRUE(none.empty());
}

TEST(AskBoth, ErrorsOfLoadingAreHandedOn)
{
    HuEngine engine(true, true);
    EXPECT_EQ(askBoth({engine}, {engine}, {}, {}, Progress()).error().code, ErrorCode::NoCases);
    StudySource broken;
    broken.count = 1;
    broken.load = [](std::size_t) -> Result<LabelledStudy> {
        return makeError(ErrorCode::BrokenFile, {"file"});
    };
    EXPECT_EQ(askBoth({engine}, {engine}, broken, {}, Progress()).error().code,
              ErrorCode::BrokenFile);
}

} // namespace
} // namespace fovea
