#include "model/domain/FindingReading.h"

#include <gtest/gtest.h>
#include <numeric>

namespace fovea {
namespace {

Finding finding(const char* anatomy, const char* id, double score,
                std::optional<double> calibrated = {}, std::optional<double> threshold = {})
{
    return {anatomy, id, id, score, calibrated, threshold, std::nullopt};
}

TEST(ArchivePlace, IsTheShareBelowWithEqualOnesHalf)
{
    std::vector<double> scores(20);
    std::iota(scores.begin(), scores.end(), 0.0);
    EXPECT_EQ(archivePlace(scores, 15.0).percentile, 77.5);
    EXPECT_EQ(archivePlace(scores, -1.0).percentile, 0.0);
    EXPECT_EQ(archivePlace(scores, 99.0).percentile, 100.0);
    EXPECT_EQ(archivePlace(scores, 99.0).studies, 20);
}

TEST(ArchivePlace, SaysNothingOfFewerThanTwentyStudies)
{
    const ArchivePlace place = archivePlace(std::vector(19, 0.5), 0.9);
    EXPECT_FALSE(place.percentile);
    EXPECT_EQ(place.studies, 19);
}

TEST(FindingReading, WhatWasCalibratedOnPhantomsIsWithheldFromPatients)
{
    const Finding said = finding("lung", "emphysema", 0.9, 0.8, 0.5);
    const FindingReading patient = readFinding(said, {phantomReference, false});
    EXPECT_TRUE(patient.withheld);
    EXPECT_FALSE(patient.probability);
    EXPECT_FALSE(patient.threshold);
    EXPECT_FALSE(patient.above());
    const FindingReading phantom = readFinding(said, {phantomReference, true});
    EXPECT_FALSE(phantom.withheld);
    EXPECT_EQ(phantom.probability, 0.8);
    EXPECT_TRUE(phantom.above());
    EXPECT_EQ(phantom.reference, phantomReference);
    const FindingReading released = readFinding(said, {"ct_rate_validation", false});
    EXPECT_EQ(released.probability, 0.8);
    EXPECT_EQ(released.reference, "ct_rate_validation");
}

TEST(FindingReading, AModelWithoutNumbersWithholdsNothing)
{
    const FindingReading reading =
        readFinding(finding("lung", "emphysema", 0.9), {phantomReference, false});
    EXPECT_FALSE(reading.withheld);
    EXPECT_TRUE(reading.reference.empty());
}

TEST(FindingReading, TheSitesLabelsComeBeforeTheModels)
{
    ReadingContext context{phantomReference, false};
    context.site[{"lung", "emphysema"}] = {2.0, 0.0, 0.6, 87};
    const FindingReading reading =
        readFinding(finding("lung", "emphysema", 0.75, 0.1, 0.99), context);
    EXPECT_NEAR(*reading.probability, 0.9, 1e-12); // logit(0.75) = ln 3, twice that: 9 to 1.
    EXPECT_EQ(reading.threshold, 0.6);
    EXPECT_EQ(reading.reference, siteReference);
    EXPECT_EQ(reading.siteLabels, 87);
    EXPECT_FALSE(reading.withheld);
}

TEST(FindingReading, WhatIsAboveItsThresholdComesFirst)
{
    const auto read =
        readFindings({finding("aorta", "a", 0.9, 0.9, 0.95), finding("lung", "b", 0.7, 0.7, 0.8),
                      finding("lung", "c", 0.2, 0.2, 0.1), finding("heart", "d", 0.99)},
                     {"ours", false});
    ASSERT_EQ(read.size(), 3U);
    EXPECT_EQ(read[0].anatomyId, "lung");
    EXPECT_TRUE(read[0].above());
    EXPECT_EQ(read[0].findings[0].findingId, "c");
    EXPECT_EQ(read[0].findings[1].findingId, "b");
    EXPECT_EQ(read[0].abnormality, 0.7);
    EXPECT_EQ(read[1].anatomyId, "aorta");
    // No probability: no colour, and last, however high the raw score.
    EXPECT_EQ(read[2].anatomyId, "heart");
    EXPECT_FALSE(read[2].abnormality);
}

TEST(FindingReading, WithoutProbabilitiesThePercentileOrders)
{
    ReadingContext context;
    context.places[{"lung", "a"}] = {30, 20.0};
    context.places[{"lung", "b"}] = {30, 90.0};
    const auto read = readFindings({finding("lung", "a", 0.9), finding("lung", "b", 0.1)}, context);
    EXPECT_EQ(read[0].findings[0].findingId, "b");
    EXPECT_EQ(read[0].findings[0].place.percentile, 90.0);
}

} // namespace
} // namespace fovea
