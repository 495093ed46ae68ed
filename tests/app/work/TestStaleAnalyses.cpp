#include "app/work/RegionSearcher.h"
#include "app/work/staleAnalyses.h"
#include "tests/app/work/FakeRegionModel.h"
#include "tests/storage/TemporaryFolder.h"

#include <algorithm>
#include <gtest/gtest.h>

// What is left to analyse after another model was taken into use, and that no search mixes two.

namespace fovea {
namespace {

class StaleAnalysesTest : public ::testing::Test {
protected:
    StoredSeries add(const std::string& uid)
    {
        SeriesEntry entry;
        entry.study.studyInstanceUid = uid;
        entry.series.seriesInstanceUid = uid + ".1";
        const auto stored = database.addSeries(entry);
        EXPECT_TRUE(stored);
        return *stored;
    }
    std::int64_t label(const StoredSeries& series)
    {
        LabelMapRecord labels;
        labels.seriesId = series.seriesId;
        labels.path = "/labels/" + std::to_string(++labelMaps);
        const auto map = database.addLabelMap(labels);
        EXPECT_TRUE(map);
        return map->id;
    }
    void analyze(const StoredSeries& series, std::int64_t labelMap, const std::string& model,
                 std::vector<float> vector = {1.0F, 0.0F})
    {
        StudyAnalysis analysis;
        analysis.modelFingerprint = model;
        analysis.seconds = 3;
        RegionEmbedding region;
        region.anatomyId = "lung";
        region.vector = std::move(vector);
        region.attention = {1.0F};
        region.tokenGrid = {1, 1, 1};
        analysis.embeddings = {region};
        EXPECT_TRUE(database.saveAnalysis(series.seriesId, labelMap, analysis));
    }
    StaleAnalyses stale(const std::string& model)
    {
        const auto found = staleAnalyses(database, model);
        EXPECT_TRUE(found);
        return found ? *found : StaleAnalyses();
    }

    int labelMaps = 0;
    test::TemporaryFolder folder;
    StudyDatabase database = std::move(StudyDatabase::open(folder.path()).value());
};

TEST_F(StaleAnalysesTest, WhatAnotherModelAnalysedIsLeft)
{
    const StoredSeries both = add("1");
    const StoredSeries before = add("2");
    const StoredSeries never = add("3");
    const std::int64_t labelOfBoth = label(both);
    analyze(both, labelOfBoth, "old");
    analyze(both, labelOfBoth, "f");
    const std::int64_t labelOfBefore = label(before);
    analyze(before, labelOfBefore, "old");
    label(never); // Nobody wanted it analysed.

    const StaleAnalyses left = stale("f");
    ASSERT_EQ(left.series.size(), 1U);
    EXPECT_EQ(left.series[0].seriesId, before.seriesId);
    EXPECT_EQ(left.series[0].labelMapId, labelOfBefore);
    EXPECT_EQ(left.studies, 1);
    EXPECT_EQ(left.secondsEach, 3);
    EXPECT_EQ(stale("old").series.size(), 0U);
    EXPECT_EQ(stale("third").studies, 2);

    // A newer label map is what counts.
    const std::int64_t newer = label(both);
    const StaleAnalyses more = stale("f");
    ASSERT_EQ(more.series.size(), 2U);
    EXPECT_EQ(std::ranges::count(more.series, newer, &StaleSeries::labelMapId), 1);
    analyze(before, labelOfBefore, "f");
    analyze(both, newer, "f");
    EXPECT_TRUE(stale("f").series.empty());
}

TEST_F(StaleAnalysesTest, TheWishOutlivesTheProgram)
{
    EXPECT_EQ(reanalysisModel(database.folder()).value(), "");
    ASSERT_TRUE(setReanalysisModel(database.folder(), "f"));
    EXPECT_EQ(reanalysisModel(database.folder()).value(), "f");
    ASSERT_TRUE(setReanalysisModel(database.folder(), ""));
    EXPECT_EQ(reanalysisModel(database.folder()).value(), "");
}

TEST_F(StaleAnalysesTest, OneRankingKnowsOneModel)
{
    const StoredSeries other = add("1");
    const StoredSeries own = add("2");
    // The other model's vector would come first by far.
    analyze(other, label(other), "old", {1.0F, 0.0F});
    analyze(own, label(own), "f", {0.6F, 0.8F});
    test::FakeApi api;
    test::FakeEngine engine;
    ASSERT_EQ(engine.info().fingerprint, "f");
    RegionSearcher searcher(api, readQueryCatalog(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                                  "resources/catalog/query-terms.json")
                                     .value());
    RegionQuestion asked;
    asked.text = "pleural effusion";
    const auto answer = searcher.ask(database, engine, asked, {});
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->matches.size(), 1U);
    EXPECT_EQ(answer->matches[0].studyId, own.studyId);
}

} // namespace
} // namespace fovea
