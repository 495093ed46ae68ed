#include "model/evaluate/Evaluate.h"
#include "tests/evaluate/SmallChest.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

/// Scores by the first voxel's HU in hundredths, and points at token 0.
class TableEngine final : public Engine {
public:
    int analyzed = 0;
    int explained = 0;

    const ModelInfo& info() const override { return m_info; }
    Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap&, const Progress&) override
    {
        ++analyzed;
        return answer(volume);
    }
    Result<ExplainedAnalysis> explain(const Volume& volume, const LabelMap&,
                                      const std::vector<RelevanceRequest>& requests,
                                      const Progress&) override
    {
        ++explained;
        ExplainedAnalysis all{answer(volume), {}};
        for (const RelevanceRequest& request : requests)
            all.relevances.emplace_back(
                RegionRelevance{"lung", request.method, 0.0, 0.0, {1, 0, 0, 0}, {}, {}, {}});
        return all;
    }
    Result<RegionRelevance> relevance(const Volume&, const LabelMap&, const std::string&,
                                      const std::vector<std::string>&,
                                      const std::vector<std::string>&, RelevanceMethod,
                                      const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    Result<std::vector<float>> embedText(const std::string& text) override
    {
        if (text == "?")
            return makeError(ErrorCode::EmptyText);
        return std::vector<float>{text.starts_with("No") ? -1.0F : 1.0F, 0.0F};
    }

private:
    StudyAnalysis answer(const Volume& volume) const
    {
        StudyAnalysis analysis;
        analysis.findings = {testing::scored("pleural_effusion", volume.at({0, 0, 0}) / 100.0)};
        analysis.findings[0].calibrated = analysis.findings[0].score;
        analysis.embeddings = {testing::smallLung()};
        analysis.embeddings[0].vector = {volume.at({0, 0, 0}) / 100.0F, 0.0F};
        return analysis;
    }

    ModelInfo m_info{"table", "t", false, "", "", {"lung"}, "cpu", "fp32"};
};

EvaluateOptions withPrompts()
{
    EvaluateOptions options;
    options.prompts.emplace();
    options.prompts->findings = {
        {"lung", "pleural_effusion", {"Effusion"}, {"No effusion"}, {{"Fluid", "No fluid"}}}};
    options.prompts->queries = {{"Fluid", {}, "lung", "pleural_effusion", Side::None, {}, 0.0}};
    return options;
}

TEST(Evaluate, MeasuresEverythingInOnePass)
{
    const std::vector<std::int16_t> hu{90, 80, 20, 10};
    int loaded = 0;
    StudySource source;
    source.count = hu.size();
    source.load = [&](std::size_t i) -> Result<LabelledStudy> {
        ++loaded;
        LabelledStudy study = testing::smallChest(hu[i]);
        if (i < 2)
            testing::addFinding(
                study, {"pleural_effusion", 0.5, i == 0 ? Side::Right : Side::Left, {}, {}});
        return study;
    };
    TableEngine engine;
    const auto evaluation = evaluateEngine(engine, source, withPrompts(), Progress{});
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(loaded, 4);
    EXPECT_EQ(engine.analyzed, 2);
    EXPECT_EQ(engine.explained, 2) << "those that have it on one side";
    EXPECT_DOUBLE_EQ(evaluation->meanAuc, 1.0);
    ASSERT_TRUE(evaluation->packageCalibration);
    EXPECT_NEAR(evaluation->packageCalibration->mean, (0.1 + 0.2 + 0.2 + 0.1) / 4, 1e-9);
    ASSERT_EQ(evaluation->paraphrases.size(), 1U);
    EXPECT_DOUBLE_EQ(evaluation->paraphrases[0].mean, 1.0);
    ASSERT_TRUE(evaluation->textSearch);
    EXPECT_EQ(evaluation->textSearch->measured, 1);
    ASSERT_EQ(evaluation->globalStatistics.size(), 1U);
    EXPECT_DOUBLE_EQ(*evaluation->globalStatistics[0].auc, 1.0);
    ASSERT_EQ(evaluation->localization.size(), 1U);
    EXPECT_EQ(evaluation->localization[0].pointing[1].side.count, 2);
    EXPECT_EQ(evaluation->localization[0].pointing[1].side.hits, 1) << "token 0 is on the right";
}

TEST(Evaluate, WhatIsNotAskedForIsNotMeasured)
{
    StudySource source;
    source.count = 2;
    source.load = [](std::size_t i) -> Result<LabelledStudy> {
        LabelledStudy study = testing::smallChest(static_cast<std::int16_t>(i));
        testing::addFinding(study, {"pleural_effusion", 0.5, Side::Left, {}, {}});
        return study;
    };
    TableEngine engine;
    EvaluateOptions options;
    options.localizedFindings.clear();
    const auto evaluation = evaluateEngine(engine, source, options, Progress{});
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(engine.explained, 0);
    EXPECT_TRUE(evaluation->localization.empty());
    EXPECT_TRUE(evaluation->paraphrases.empty());
    EXPECT_FALSE(evaluation->textSearch);

    EvaluateOptions broken = withPrompts();
    broken.prompts->queries[0].text = "?";
    const auto refused = evaluateEngine(engine, source, broken, Progress{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::EmptyText);
}

} // namespace
} // namespace fovea
