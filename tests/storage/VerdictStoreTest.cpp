#include "storage/PhantomStudies.h"
#include "storage/StudyDatabase.h"
#include "tests/storage/TemporaryFolder.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using ::testing::ElementsAre;

struct Stored {
    std::int64_t study = 0;
    std::int64_t series = 0;
    std::int64_t labels = 0;
};

Stored addStudy(StudyDatabase& database, const std::string& uid)
{
    SeriesEntry entry;
    entry.study.studyInstanceUid = uid;
    entry.study.patient.patientId = "P" + uid;
    entry.series.seriesInstanceUid = uid + ".1";
    entry.series.modality = "CT";
    const auto series = database.addSeries(entry);
    EXPECT_TRUE(series.ok());
    LabelMapRecord labels;
    labels.seriesId = series->seriesId;
    labels.path = "/labels/" + uid;
    const auto map = database.addLabelMap(labels);
    EXPECT_TRUE(map.ok());
    return {series->studyId, series->seriesId, map->id};
}

StudyAnalysis analysis(double score)
{
    StudyAnalysis made;
    made.modelFingerprint = "f";
    made.findings = {{"lung", "nodule", "Lung nodule", score, 0.5, 0.4, ScoreRange{0.1, 0.8}},
                     {"lung", "opacity", "Opacity", 0.3, {}, {}, {}}};
    made.scalars = {{"lung", ScalarKind::VolumeMl, 4000.0 * score},
                    {"lung", ScalarKind::LowDensity, 0.25}};
    return made;
}

VerdictRecord verdict(std::int64_t study, Verdict said, const std::string& comment = {})
{
    return {study, "lung", "nodule", said, comment, "reader", "2026-01-02T03:04:05Z"};
}

TEST(VerdictStore, KeepsPromptRangesAndScalarsOfAnAnalysis)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const Stored study = addStudy(*database, "1");
    ASSERT_TRUE(database->saveAnalysis(study.series, study.labels, analysis(0.6)).ok());
    const auto loaded = database->analysis(study.series, study.labels, "f");
    ASSERT_TRUE(loaded.ok() && loaded->has_value());
    EXPECT_EQ((*loaded)->findings[0].promptRange, (ScoreRange{0.1, 0.8}));
    EXPECT_FALSE((*loaded)->findings[1].promptRange);
    EXPECT_EQ((*loaded)->scalars, analysis(0.6).scalars);
}

TEST(VerdictStore, AVerdictOutlivesTheAnalysisAndTheProgram)
{
    const test::TemporaryFolder folder;
    std::int64_t studyId = 0;
    {
        auto database = StudyDatabase::open(folder.path());
        ASSERT_TRUE(database.ok());
        const Stored study = addStudy(*database, "1");
        studyId = study.study;
        ASSERT_TRUE(database->saveAnalysis(study.series, study.labels, analysis(0.6)).ok());
        ASSERT_TRUE(database->saveVerdict(verdict(studyId, Verdict::Open, "look again")).ok());
        ASSERT_TRUE(database->saveVerdict(verdict(studyId, Verdict::Accepted, "4 mm")).ok());
        ASSERT_TRUE(database->saveAnalysis(study.series, study.labels, analysis(0.7)).ok());
        ASSERT_TRUE(database->removeAnalyses("f").ok());
    }
    auto database = StudyDatabase::open(folder.path());
    ASSERT_TRUE(database.ok());
    EXPECT_THAT(*database->verdictsOf(studyId),
                ElementsAre(verdict(studyId, Verdict::Accepted, "4 mm")));
    ASSERT_TRUE(database->saveVerdict(verdict(studyId, Verdict::Open)).ok());
    EXPECT_TRUE(database->verdictsOf(studyId)->empty());
    const auto unknown = database->saveVerdict(verdict(studyId + 1, Verdict::Accepted));
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().code, ErrorCode::NotInArchive);
}

TEST(VerdictStore, PairsVerdictsWithTheNewestScoreOfTheStudy)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const Stored first = addStudy(*database, "1");
    const Stored second = addStudy(*database, "2");
    const Stored third = addStudy(*database, "3");
    for (const auto& [study, score] : {std::pair(first, 0.6), {second, 0.2}, {third, 0.9}})
        ASSERT_TRUE(database->saveAnalysis(study.series, study.labels, analysis(score)).ok());
    // Another label map of the first study, analyzed later.
    LabelMapRecord labels;
    labels.seriesId = first.series;
    labels.path = "/labels/other";
    const auto map = database->addLabelMap(labels);
    ASSERT_TRUE(database->saveAnalysis(first.series, map->id, analysis(0.65)).ok());
    ASSERT_TRUE(database->saveVerdict(verdict(first.study, Verdict::Accepted)).ok());
    ASSERT_TRUE(database->saveVerdict(verdict(second.study, Verdict::Rejected)).ok());
    ASSERT_TRUE(database->saveVerdict(verdict(third.study, Verdict::Open, "?")).ok());

    const auto labelled = database->labelledScores("f");
    ASSERT_TRUE(labelled.ok());
    ASSERT_EQ(labelled->size(), 2U);
    EXPECT_EQ((*labelled)[0].score, 0.65);
    EXPECT_TRUE((*labelled)[0].accepted);
    EXPECT_EQ((*labelled)[1].score, 0.2);
    EXPECT_FALSE((*labelled)[1].accepted);
    EXPECT_NE((*labelled)[0].patientId, (*labelled)[1].patientId);
    EXPECT_TRUE(database->labelledScores("other")->empty());

    // A percentile counts each study once, and not the one that is asked about.
    EXPECT_THAT(*database->findingScores("f", "lung", "nodule"), ElementsAre(0.2, 0.65, 0.9));
    EXPECT_THAT(*database->findingScores("f", "lung", "nodule", {first.study}),
                ElementsAre(0.2, 0.9));
    EXPECT_THAT(*database->scalarValues("lung", ScalarKind::VolumeMl, {third.study}),
                ElementsAre(800.0, 2600.0));
}

/// Numbers of synthetic chests say nothing of a patient, nor theirs of a synthetic chest.
TEST(VerdictStore, KeepsSyntheticChestsApartFromPatients)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    struct Kind {
        const char* uid;
        const char* patientId;
        const char* description;
        double score;
    };
    const Kind kinds[] = {{"2.25.1", "PHANTOM-7", "Synthetic chest phantom", 0.1},
                          {"2.25.2", "PHANTOM-8", "Synthetic chest phantom", 0.2},
                          // Each lacks one of the three marks.
                          {"1.2.3", "PHANTOM-9", "Synthetic chest phantom", 0.3},
                          {"2.25.4", "phantom-9", "Synthetic chest phantom", 0.35},
                          {"2.25.5", "PHANTOM-9", "Chest CT", 0.25}};
    std::vector<double> phantoms;
    std::vector<double> patients;
    std::int64_t firstPhantom = 0;
    for (const Kind& kind : kinds) {
        SeriesEntry entry;
        entry.study.studyInstanceUid = kind.uid;
        entry.study.description = kind.description;
        entry.study.patient.patientId = kind.patientId;
        entry.series.seriesInstanceUid = std::string(kind.uid) + ".1";
        entry.series.modality = "CT";
        const auto series = database->addSeries(entry);
        ASSERT_TRUE(series.ok());
        LabelMapRecord labels;
        labels.seriesId = series->seriesId;
        labels.path = std::string("/labels/") + kind.uid;
        const auto map = database->addLabelMap(labels);
        ASSERT_TRUE(map.ok());
        StudyAnalysis made = analysis(kind.score);
        RegionEmbedding lung;
        lung.anatomyId = "lung";
        lung.vector = {static_cast<float>(kind.score)};
        lung.attention = {1.0F};
        lung.tokenGrid = {1, 1, 1};
        made.embeddings = {lung};
        ASSERT_TRUE(database->saveAnalysis(series->seriesId, map->id, made).ok());
        const auto study = database->study(series->studyId);
        ASSERT_TRUE(study.ok());
        (isPhantomStudy(*study) ? phantoms : patients).push_back(kind.score);
        if (firstPhantom == 0)
            firstPhantom = series->studyId;
    }
    std::ranges::sort(patients);
    EXPECT_THAT(phantoms, ElementsAre(0.1, 0.2));
    EXPECT_EQ(*database->findingScores("f", "lung", "nodule", {0, true}), phantoms);
    EXPECT_EQ(*database->findingScores("f", "lung", "nodule", {0, false}), patients);
    EXPECT_EQ(database->findingScores("f", "lung", "nodule")->size(), 5U);
    EXPECT_THAT(*database->findingScores("f", "lung", "nodule", {firstPhantom, true}),
                ElementsAre(0.2));
    EXPECT_EQ(database->scalarValues("lung", ScalarKind::VolumeMl, {0, true})->size(), 2U);
    EXPECT_EQ(database->scalarValues("lung", ScalarKind::VolumeMl, {0, false})->size(), 3U);
    EXPECT_EQ(database->normalRegions("f", "lung", {0, true})->size(), 2U);
    EXPECT_EQ(database->normalRegions("f", "lung", {0, false})->size(), 3U);
}

TEST(VerdictStore, NormalIsWhatNeitherModelNorReaderObjectsTo)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    float mark = 0.0F;
    std::vector<Stored> studies;
    for (const double score : {0.1, 0.2, 0.9, 0.8}) { // The threshold is 0.4.
        const Stored study = addStudy(*database, std::to_string(studies.size() + 1));
        StudyAnalysis made = analysis(score);
        RegionEmbedding lung;
        lung.anatomyId = "lung";
        lung.vector = {mark++};
        lung.attention = {1.0F};
        lung.tokenGrid = {1, 1, 1};
        RegionEmbedding heart = lung;
        heart.anatomyId = "heart"; // Without a finding: nobody says that it is normal.
        made.embeddings = {lung, heart};
        ASSERT_TRUE(database->saveAnalysis(study.series, study.labels, made).ok());
        studies.push_back(study);
    }
    using Vectors = std::vector<std::vector<float>>;
    EXPECT_EQ(*database->normalRegions("f", "lung"), (Vectors{{0.0F}, {1.0F}}));
    // A reader knows better, in both directions.
    ASSERT_TRUE(database->saveVerdict(verdict(studies[1].study, Verdict::Accepted)).ok());
    ASSERT_TRUE(database->saveVerdict(verdict(studies[3].study, Verdict::Rejected)).ok());
    EXPECT_EQ(*database->normalRegions("f", "lung"), (Vectors{{0.0F}, {3.0F}}));
    EXPECT_EQ(*database->normalRegions("f", "lung", {studies[0].study}), (Vectors{{3.0F}}));
    EXPECT_TRUE(database->normalRegions("f", "heart")->empty());
    EXPECT_TRUE(database->normalRegions("g", "lung")->empty());
}

} // namespace
} // namespace fovea
