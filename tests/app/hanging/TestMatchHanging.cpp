#include "app/hanging/matchHanging.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

HangingSubject chest()
{
    HangingSubject subject;
    subject.study.description = "CT Thorax nativ";
    subject.series.modality = "CT";
    subject.series.bodyPart = "CHEST";
    subject.series.description = "Lunge 1.0 Br59";
    subject.hasPrior = true;
    return subject;
}

TEST(MatchHanging, EveryConditionMustHold)
{
    struct Case {
        const char* name;
        HangingCondition condition;
        bool wanted;
    };
    const std::vector<Case> cases{
        {"nothing asked", {}, true},
        {"modality",
         {.modality = "CT", .bodyParts = {}, .words = {}, .hasPrior = {}, .acquired = {}},
         true},
        {"modality in small letters",
         {.modality = "ct", .bodyParts = {}, .words = {}, .hasPrior = {}, .acquired = {}},
         true},
        {"other modality",
         {.modality = "MR", .bodyParts = {}, .words = {}, .hasPrior = {}, .acquired = {}},
         false},
        {"one of the parts",
         {.modality = {},
          .bodyParts = {BodyPart::Head, BodyPart::Chest},
          .words = {},
          .hasPrior = {},
          .acquired = {}},
         true},
        {"other part",
         {.modality = {},
          .bodyParts = {BodyPart::Head},
          .words = {},
          .hasPrior = {},
          .acquired = {}},
         false},
        {"one of the words",
         {.modality = {},
          .bodyParts = {},
          .words = {"bone", "LUNG"},
          .hasPrior = {},
          .acquired = {}},
         true},
        {"no such word",
         {.modality = {}, .bodyParts = {}, .words = {"bone"}, .hasPrior = {}, .acquired = {}},
         false},
        {"prior",
         {.modality = {}, .bodyParts = {}, .words = {}, .hasPrior = true, .acquired = {}},
         true},
        {"no prior",
         {.modality = {}, .bodyParts = {}, .words = {}, .hasPrior = false, .acquired = {}},
         false},
        {"axial",
         {.modality = {},
          .bodyParts = {},
          .words = {},
          .hasPrior = {},
          .acquired = SliceOrientation::Axial},
         true},
        {"coronal",
         {.modality = {},
          .bodyParts = {},
          .words = {},
          .hasPrior = {},
          .acquired = SliceOrientation::Coronal},
         false},
        {"all but one",
         {.modality = "CT",
          .bodyParts = {BodyPart::Chest},
          .words = {"bone"},
          .hasPrior = true,
          .acquired = {}},
         false},
        {"all",
         {.modality = "CT",
          .bodyParts = {BodyPart::Chest},
          .words = {"lung"},
          .hasPrior = true,
          .acquired = SliceOrientation::Axial},
         true},
    };
    for (const Case& one : cases)
        EXPECT_EQ(matches(one.condition, chest()), one.wanted) << one.name;
}

TEST(MatchHanging, WhatNobodyWroteIsNoBodyPart)
{
    HangingSubject subject = chest();
    subject.study.description.clear();
    subject.series.bodyPart.clear();
    subject.series.description = "1.0 Br59";
    HangingCondition condition;
    condition.bodyParts = {bodyParts.begin(), bodyParts.end()};
    EXPECT_FALSE(matches(condition, subject));
}

TEST(MatchHanging, TheFirstThatMatchesCounts)
{
    std::vector<HangingProtocol> protocols(3);
    protocols[0].when.modality = "MR";
    protocols[1].when.bodyParts = {BodyPart::Chest};
    EXPECT_EQ(firstMatching(protocols, chest()), 1u);
    std::swap(protocols[1], protocols[2]);
    EXPECT_EQ(firstMatching(protocols, chest()), 1u) << "one that asks for nothing";
    protocols.resize(1);
    EXPECT_FALSE(firstMatching(protocols, chest()));
}

TEST(MatchHanging, KnowsThePlaneOfTheSlices)
{
    SeriesRecord series;
    EXPECT_EQ(acquiredPlane(series), SliceOrientation::Axial);
    series.columnDirection = {0, 0, -1};
    EXPECT_EQ(acquiredPlane(series), SliceOrientation::Coronal);
    series.rowDirection = {0, 1, 0};
    EXPECT_EQ(acquiredPlane(series), SliceOrientation::Sagittal);
    series.rowDirection = {1, 0, 0};
    series.columnDirection = {0, 0.94, -0.34}; // A tilted head.
    EXPECT_EQ(acquiredPlane(series), SliceOrientation::Axial);
}

} // namespace
} // namespace fovea
