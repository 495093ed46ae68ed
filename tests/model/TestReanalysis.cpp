#include "model/engine/FvlmEngine.h"

#include "SmallModel.h"
#include "SpeckledStudy.h"
#include <gtest/gtest.h>

namespace fovea {
namespace {

using testing::makeSpeckledStudy;
using testing::SpeckledStudy;

class Reanalysis : public ::testing::Test {
protected:
    Reanalysis()
    {
        ModelPackage package = testing::smallPackage();
        package.fingerprint = "f00d";
        engine = std::move(*FvlmEngine::create(std::move(package)));
        stored = *engine->analyze(*study.volume, *study.labels, counting());
        EXPECT_GT(reports, 0);
    }

    /// Counts the steps of the network that are told.
    Progress counting()
    {
        return Progress({}, [this](double) { ++reports; });
    }

    /// The study's labels with `label` in a box.
    LabelMapPtr with(std::uint16_t label, Index3 low, Index3 high) const
    {
        const auto old = study.labels->labels();
        std::vector<std::uint16_t> labels(old.begin(), old.end());
        for (int k = low[2]; k <= high[2]; ++k) {
            for (int j = low[1]; j <= high[1]; ++j) {
                for (int i = low[0]; i <= high[0]; ++i)
                    labels[study.labels->geometry().offset({i, j, k})] = label;
            }
        }
        std::vector<Structure> structures = study.labels->structures();
        structures.push_back({.label = 3, .name = "esophagus", .anatomyId = "esophagus"});
        structures.push_back({.label = 4, .name = "lung_left", .anatomyId = "lung"});
        return LabelMap::create(study.labels->geometry(), std::move(labels), structures);
    }

    Result<StudyAnalysis> again(const LabelMapPtr& after)
    {
        reports = 0;
        return engine->reanalyze(*study.volume, *study.labels, *after, stored, counting());
    }

    /// Marks what is stored of an anatomy, so that it is known again.
    void mark(const std::string& anatomyId)
    {
        for (RegionEmbedding& region : stored.embeddings) {
            if (region.anatomyId == anatomyId)
                region.vector[0] = 17.0F;
        }
        for (Finding& finding : stored.findings) {
            if (finding.anatomyId == anatomyId)
                finding.score = 0.123456789;
        }
    }

    static const RegionEmbedding* region(const StudyAnalysis& analysis, const std::string& id)
    {
        const auto found = std::ranges::find(analysis.embeddings, id, &RegionEmbedding::anatomyId);
        return found == analysis.embeddings.end() ? nullptr : &*found;
    }
    static const Finding* finding(const StudyAnalysis& analysis, const std::string& anatomyId)
    {
        const auto found = std::ranges::find(analysis.findings, anatomyId, &Finding::anatomyId);
        return found == analysis.findings.end() ? nullptr : &*found;
    }

    SpeckledStudy study = makeSpeckledStudy();
    std::unique_ptr<Engine> engine;
    StudyAnalysis stored;
    int reports = 0;
};

TEST_F(Reanalysis, KeepsWhatDidNotChangeAndScoresWhatDid)
{
    mark("lung");
    mark("heart");
    const LabelMapPtr after = with(0, {45, 25, 20}, {50, 30, 24}); // A bite out of the heart.
    const auto merged = again(after);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->modelFingerprint, "f00d");

    ASSERT_EQ(merged->embeddings.size(), 2U);
    EXPECT_EQ(region(*merged, "lung")->vector, region(stored, "lung")->vector);
    EXPECT_EQ(region(*merged, "lung")->attention, region(stored, "lung")->attention);
    EXPECT_EQ(finding(*merged, "lung")->score, 0.123456789);

    const auto whole = engine->analyze(*study.volume, *after, Progress{});
    ASSERT_TRUE(whole);
    EXPECT_EQ(region(*merged, "heart")->vector, region(*whole, "heart")->vector);
    EXPECT_EQ(region(*merged, "heart")->attention, region(*whole, "heart")->attention);
    EXPECT_EQ(finding(*merged, "heart")->score, finding(*whole, "heart")->score);
    EXPECT_EQ(finding(*merged, "heart")->calibrated, finding(*whole, "heart")->calibrated);
    ASSERT_EQ(merged->skipped.size(), 1U);
    EXPECT_EQ(merged->skipped[0].anatomyId, "esophagus");
}

TEST_F(Reanalysis, ComputesNothingWhereNothingChanged)
{
    mark("lung");
    // The lung in two structures is the same lung.
    const auto merged = again(with(4, {0, 0, 0}, {9, 19, 11}));
    ASSERT_TRUE(merged);
    EXPECT_EQ(reports, 0);
    ASSERT_EQ(merged->embeddings.size(), 2U);
    EXPECT_EQ(region(*merged, "lung")->vector, region(stored, "lung")->vector);
    EXPECT_EQ(finding(*merged, "heart")->score, finding(stored, "heart")->score);
}

TEST_F(Reanalysis, AnAnatomyMayComeOrGo)
{
    const auto come = again(with(3, {25, 5, 15}, {34, 14, 24}));
    ASSERT_TRUE(come);
    EXPECT_EQ(come->embeddings.size(), 3U);
    EXPECT_NE(finding(*come, "esophagus"), nullptr);
    EXPECT_TRUE(come->skipped.empty());
    EXPECT_EQ(region(*come, "lung")->vector, region(stored, "lung")->vector);

    const auto gone = again(with(0, {45, 25, 20}, {59, 39, 29}));
    ASSERT_TRUE(gone);
    EXPECT_EQ(region(*gone, "heart"), nullptr);
    EXPECT_EQ(finding(*gone, "heart"), nullptr);
    ASSERT_EQ(gone->skipped.size(), 2U);
    EXPECT_EQ(gone->skipped[0].anatomyId, "heart");
    EXPECT_EQ(gone->skipped[0].reason, SkippedAnatomy::Reason::NotSegmented);
}

TEST_F(Reanalysis, RefusesWhatAnotherModelSaid)
{
    stored.modelFingerprint = "another";
    const auto merged = again(study.labels);
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().code, ErrorCode::BadOption);
}

} // namespace
} // namespace fovea
