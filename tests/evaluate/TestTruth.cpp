#include "model/evaluate/truth.h"
#include "tests/evaluate/SmallChest.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

using Answer = std::optional<bool>;

SearchPrompt effusion(Side side = Side::None, const std::string& lobe = {}, double severity = 0.0)
{
    return {"text", {}, "lung", "effusion", side, lobe, severity};
}

TEST(Truth, AStudyWithoutTheFindingAnswersNoQuery)
{
    LabelledStudy study = testing::smallChest();
    EXPECT_EQ(answersQuery(study, effusion()), Answer(false));
    EXPECT_EQ(answersQuery(study, effusion(Side::Left)), Answer(false));
    testing::addFinding(study, {"nodule", 0.5, Side::Left, {}, {}});
    EXPECT_EQ(answersQuery(study, effusion(Side::Left)), Answer(false));
    EXPECT_TRUE(hasFinding(study, "lung", "nodule"));
    EXPECT_FALSE(hasFinding(study, "heart", "nodule"));
}

TEST(Truth, WhatIsNotSaidIsNotKnown)
{
    LabelledStudy study = testing::smallChest();
    study.regions.front().findings.push_back("effusion");
    EXPECT_EQ(answersQuery(study, effusion()), Answer(true));
    EXPECT_EQ(answersQuery(study, effusion(Side::Left)), std::nullopt);
    EXPECT_EQ(answersQuery(study, effusion(Side::None, {}, 0.3)), std::nullopt);
    study.regions.front().details.push_back({"effusion", 0.0, Side::None, {}, {}});
    EXPECT_EQ(answersQuery(study, effusion(Side::Left)), std::nullopt);
    EXPECT_EQ(answersQuery(study, effusion(Side::None, "left lower lobe")), std::nullopt);
    EXPECT_EQ(answersQuery(study, effusion(Side::None, {}, 0.3)), std::nullopt);
}

TEST(Truth, SideLobeAndSeverityMustAllFit)
{
    LabelledStudy study = testing::smallChest();
    testing::addFinding(study,
                        {"effusion", 0.4, Side::Right, {testing::LowerRight}, {Side::Right}});
    EXPECT_EQ(answersQuery(study, effusion(Side::Right)), Answer(true));
    EXPECT_EQ(answersQuery(study, effusion(Side::Left)), Answer(false));
    EXPECT_EQ(answersQuery(study, effusion(Side::None, "right lower lobe")), Answer(true));
    EXPECT_EQ(answersQuery(study, effusion(Side::None, "left lower lobe")), Answer(false));
    EXPECT_EQ(answersQuery(study, effusion(Side::Right, "right lower lobe", 0.4)), Answer(true));
    EXPECT_EQ(answersQuery(study, effusion(Side::Right, "right lower lobe", 0.5)), Answer(false));
    // What is wrong already need not be known in full.
    study.regions.front().details.front().severity = 0.0;
    EXPECT_EQ(answersQuery(study, effusion(Side::Left, {}, 0.5)), Answer(false));
    EXPECT_EQ(answersQuery(study, effusion(Side::Right, {}, 0.5)), std::nullopt);
}

TEST(Truth, AFindingOnBothSidesIsOnEither)
{
    LabelledStudy study = testing::smallChest();
    testing::addFinding(study, {"effusion",
                                0.4,
                                Side::None,
                                {testing::LowerRight, testing::LowerLeft},
                                {Side::Right, Side::Left}});
    EXPECT_EQ(answersQuery(study, effusion(Side::Right)), Answer(true));
    EXPECT_EQ(answersQuery(study, effusion(Side::Left)), Answer(true));
    EXPECT_EQ(answersQuery(study, effusion(Side::None, "left lower lobe")), Answer(true));
    EXPECT_EQ(answersQuery(study, effusion(Side::None, "left upper lobe")), Answer(false));
    // Two entries of one finding: one that fits is enough.
    LabelledStudy two = testing::smallChest();
    testing::addFinding(two, {"effusion", 0.2, Side::Right, {}, {}});
    testing::addFinding(two, {"effusion", 0.8, Side::Left, {}, {}});
    EXPECT_EQ(answersQuery(two, effusion(Side::Left, {}, 0.5)), Answer(true));
    EXPECT_EQ(answersQuery(two, effusion(Side::Right, {}, 0.5)), Answer(false));
}

} // namespace
} // namespace fovea
