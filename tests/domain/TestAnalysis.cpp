#include "model/domain/Analysis.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

Finding finding(std::string anatomyId, double score, std::optional<double> calibrated = {})
{
    Finding made;
    made.anatomyId = std::move(anatomyId);
    made.score = score;
    made.calibrated = calibrated;
    return made;
}

TEST(RankAnatomies, ByFallingAbnormality)
{
    const auto ranked = rankAnatomies(
        {finding("heart", 0.2), finding("lung", 0.1), finding("lung", 0.9), finding("aorta", 0.5)});
    ASSERT_EQ(ranked.size(), 3u);
    EXPECT_EQ(ranked[0].anatomyId, "lung");
    EXPECT_DOUBLE_EQ(ranked[0].abnormality, 0.9);
    EXPECT_EQ(ranked[1].anatomyId, "aorta");
    EXPECT_EQ(ranked[2].anatomyId, "heart");
}

TEST(RankAnatomies, TiesKeepTheOrderOfTheFindings)
{
    const auto ranked =
        rankAnatomies({finding("heart", 0.5), finding("aorta", 0.5), finding("lung", 0.5)});
    ASSERT_EQ(ranked.size(), 3u);
    EXPECT_EQ(ranked[0].anatomyId, "heart");
    EXPECT_EQ(ranked[1].anatomyId, "aorta");
    EXPECT_EQ(ranked[2].anatomyId, "lung");
}

TEST(RankAnatomies, CalibratedProbabilitiesSpeakWhereAllAre)
{
    const auto ranked = rankAnatomies({finding("lung", 0.9, 0.3), finding("lung", 0.2, 0.4)});
    ASSERT_EQ(ranked.size(), 1u);
    EXPECT_TRUE(ranked[0].calibrated);
    EXPECT_DOUBLE_EQ(ranked[0].abnormality, 0.4);
}

TEST(RankAnatomies, OneUncalibratedFindingMakesTheRawScoresSpeak)
{
    const auto ranked = rankAnatomies(
        {finding("lung", 0.9, 0.3), finding("lung", 0.2), finding("heart", 0.8, 0.7)});
    ASSERT_EQ(ranked.size(), 2u);
    EXPECT_EQ(ranked[0].anatomyId, "lung");
    EXPECT_FALSE(ranked[0].calibrated);
    EXPECT_DOUBLE_EQ(ranked[0].abnormality, 0.9);
    EXPECT_TRUE(ranked[1].calibrated) << "another anatomy's gap does not matter";
    EXPECT_DOUBLE_EQ(ranked[1].abnormality, 0.7);
}

TEST(RankAnatomies, NothingFromNothing)
{
    EXPECT_TRUE(rankAnatomies({}).empty());
}

} // namespace
} // namespace fovea
