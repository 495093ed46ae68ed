#include "storage/StudyDatabase.h"

#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <sqlite3.h>

#include <array>
#include <fstream>
#include <gmock/gmock.h>
#include <set>
#include <thread>

using namespace fovea;
using fovea::test::taken;
using fovea::test::TemporaryFolder;
using testing::ElementsAre;

namespace {

SeriesEntry entry(const std::string& studyUid, const std::string& name, const std::string& id,
                  const std::string& date, const std::string& description = "CT chest")
{
    SeriesEntry result;
    result.study.studyInstanceUid = studyUid;
    result.study.patient = {0, name, id, "19500101", "M"};
    result.study.date = date;
    result.study.description = description;
    result.study.accessionNumber = "ACC" + studyUid;
    result.series.seriesInstanceUid = studyUid + ".1";
    result.series.modality = "CT";
    result.series.description = "Lung 1.0 B70f";
    result.series.number = 3;
    result.series.frameOfReferenceUid = studyUid + ".9";
    result.series.size = {512, 400, 2};
    result.series.spacingMm = {0.7, 0.8, 1.5};
    result.series.rowDirection = {0, 1, 0};
    result.series.columnDirection = {0, 0, -1};
    for (int i = 0; i < 2; ++i) {
        InstanceRecord instance;
        instance.sopInstanceUid = studyUid + ".1." + std::to_string(i);
        instance.sopClassUid = "1.2.840.10008.5.1.4.1.1.2";
        instance.number = i + 1;
        instance.positionMm = -10.0 * i; // Descending: the list must come back ascending.
        instance.path = "/images/" + std::to_string(i);
        result.instances.push_back(instance);
    }
    return result;
}

std::vector<std::string> uids(const Result<std::vector<StudyRecord>>& studies)
{
    std::vector<std::string> list;
    for (const StudyRecord& study : *studies)
        list.push_back(study.studyInstanceUid);
    return list;
}

LabelMapRecord labelMapOf(std::int64_t seriesId, const std::string& path)
{
    LabelMapRecord record;
    record.seriesId = seriesId;
    record.kind = LabelMapKind::Folder;
    record.path = path;
    record.label = "lobes";
    return record;
}

StudyAnalysis sampleAnalysis(const std::string& fingerprint, double score)
{
    StudyAnalysis analysis;
    analysis.modelFingerprint = fingerprint;
    analysis.seconds = 1.25;
    RegionEmbedding region;
    region.anatomyId = "lung";
    region.vector = {0.6f, -0.8f, 0.0f};
    region.attention = {0.25f, 0.75f};
    region.tokenGrid = {1, 1, 2};
    region.tokenOriginMm = {-1.5, 2.5, 1e-9};
    region.tokenStepMm = {{{0, 0, 48.0}, {0, 16.0, 0}, {32.0, 0, 0.125}}};
    RegionEmbedding other = region;
    other.anatomyId = "aorta";
    other.vector = {1.0f, 0.0f, 0.0f};
    analysis.embeddings = {region, other};
    analysis.findings = {{"lung", "nodule", "Lung nodule", score, 0.5, std::nullopt},
                         {"lung", "effusion", "Pleural effusion", 0.1, std::nullopt, 0.35}};
    analysis.skipped = {{"heart", SkippedAnatomy::Reason::TooSmall},
                        {"esophagus", SkippedAnatomy::Reason::NotSegmented}};
    return analysis;
}

} // namespace

TEST(StudyDatabase, ReturnsWhatItWasGiven)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const SeriesEntry given = entry("1.2", "Müller^Jörg", "P1", "20240102");
    const auto stored = database->addSeries(given);
    ASSERT_TRUE(stored.ok());
    EXPECT_EQ(stored->taken, 2);

    const auto study = database->study(stored->studyId);
    ASSERT_TRUE(study.ok());
    EXPECT_EQ(study->patient.name, "Müller^Jörg");
    EXPECT_EQ(study->patient.patientId, "P1");
    EXPECT_EQ(study->patient.birthDate, "19500101");
    EXPECT_EQ(study->patient.sex, "M");
    EXPECT_EQ(study->date, "20240102");
    EXPECT_EQ(study->accessionNumber, "ACC1.2");
    EXPECT_EQ(study->seriesCount, 1);
    EXPECT_EQ(study->sliceCount, 2);

    const auto series = database->seriesOf(stored->studyId);
    ASSERT_TRUE(series.ok());
    ASSERT_EQ(series->size(), 1u);
    EXPECT_EQ(series->front().size, (Index3{512, 400, 2}));
    EXPECT_EQ(series->front().spacingMm, (Vec3{0.7, 0.8, 1.5}));
    EXPECT_EQ(series->front().rowDirection, (Vec3{0, 1, 0}));
    EXPECT_EQ(series->front().columnDirection, (Vec3{0, 0, -1}));
    EXPECT_FALSE(series->front().hasLabelMap);

    const auto instances = database->instancesOf(stored->seriesId);
    ASSERT_TRUE(instances.ok());
    ASSERT_EQ(instances->size(), 2u);
    EXPECT_EQ(instances->front().sopInstanceUid, "1.2.1.1") << "sorted by position";
    EXPECT_EQ(instances->front().positionMm, -10.0);
    EXPECT_EQ(instances->front().path, "/images/1");
    EXPECT_FALSE(instances->front().managed);
}

TEST(StudyDatabase, AddingTheSameAgainChangesNothing)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const SeriesEntry given = entry("1.2", "A^B", "P1", "20240102");
    const auto first = database->addSeries(given);
    const auto second = database->addSeries(given);
    ASSERT_TRUE(first.ok() && second.ok());
    EXPECT_EQ(second->studyId, first->studyId);
    EXPECT_EQ(second->seriesId, first->seriesId);
    EXPECT_EQ(second->taken, 0);
    EXPECT_EQ(second->alreadyThere, 2);
    EXPECT_EQ(database->studies()->size(), 1u);
    EXPECT_EQ(database->instancesOf(first->seriesId)->size(), 2u);
}

TEST(StudyDatabase, StoresAStudyWholeOrNotAtAll)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    std::vector<SeriesEntry> entries{entry("1.2", "A^B", "P1", "20240102"),
                                     entry("1.2", "A^B", "P1", "20240102")};
    entries.back().series.seriesInstanceUid += ".9";
    const auto oneAfterTheOther = [&](std::size_t mostEntries) {
        return [&entries, mostEntries, given = std::size_t{0}]() mutable {
            if (given == mostEntries)
                throw std::bad_alloc();
            return given < entries.size() ? std::optional(entries[given++])
                                          : std::optional<SeriesEntry>();
        };
    };
    // It ends after one of two series.
    const auto broken = database->addStudy(oneAfterTheOther(1));
    ASSERT_FALSE(broken.ok());
    EXPECT_EQ(broken.error().code, ErrorCode::OutOfMemory);
    EXPECT_TRUE(database->studies()->empty());

    const auto whole = database->addStudy(oneAfterTheOther(3));
    ASSERT_TRUE(whole.ok());
    ASSERT_EQ(whole->size(), 2u);
    EXPECT_EQ(whole->front().studyId, whole->back().studyId);
    EXPECT_TRUE(whole->front().studyAdded);
    EXPECT_FALSE(whole->back().studyAdded);
    EXPECT_TRUE(whole->back().seriesAdded);
    EXPECT_EQ(database->study(whole->front().studyId)->sliceCount, 4);
}

TEST(StudyDatabase, TellsPatientsApart)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE(database->addSeries(entry("1.1", "A^B", "P1", "20240101")).ok());
    ASSERT_TRUE(database->addSeries(entry("1.2", "A^B", "P1", "20240102")).ok());
    ASSERT_TRUE(database->addSeries(entry("1.3", "C^D", "P1", "20240103")).ok()); // Id reused.
    ASSERT_TRUE(database->addSeries(entry("1.4", "", "", "20240104")).ok());
    ASSERT_TRUE(database->addSeries(entry("1.5", "", "", "20240105")).ok());
    std::set<std::int64_t> patients;
    for (const StudyRecord& study : taken(database->studies()))
        patients.insert(study.patient.id);
    EXPECT_EQ(patients.size(), 4u) << "P1 A^B, P1 C^D and two of nobody";
}

TEST(StudyDatabase, NeverMergesSeriesWithoutStudyUid)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    SeriesEntry first = entry("1.1", "A^B", "P1", "20240101");
    SeriesEntry second = entry("1.2", "", "", "20240101");
    first.study.studyInstanceUid.clear();
    second.study.studyInstanceUid.clear();
    const auto a = database->addSeries(first);
    const auto b = database->addSeries(second);
    ASSERT_TRUE(a.ok() && b.ok());
    EXPECT_TRUE(a->studyAdded && b->studyAdded && b->seriesAdded);
    EXPECT_NE(a->studyId, b->studyId);
    EXPECT_EQ(database->study(b->studyId)->patient.name, "");
    EXPECT_EQ(database->study(b->studyId)->studyInstanceUid, "");
    EXPECT_FALSE(database->studyByUid("")->has_value());
    const auto again = database->addSeries(second);
    EXPECT_EQ(again->studyId, b->studyId);
    EXPECT_FALSE(again->studyAdded || again->seriesAdded);
}

TEST(StudyDatabase, FindsStudies)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE(database->addSeries(entry("1.1", "Doe^John", "X77", "20240101", "Thorax")).ok());
    ASSERT_TRUE(database->addSeries(entry("1.2", "Müller^Jörg", "X78", "20240301", "CT")).ok());
    ASSERT_TRUE(database->addSeries(entry("1.3", "Иванов^Пётр", "X79", "", "CT 100%")).ok());
    EXPECT_THAT(uids(database->studies()), ElementsAre("1.2", "1.1", "1.3")) << "newest first";
    const auto find = [&](const std::string& text) {
        return uids(database->studies({text, "", "", 0}));
    };
    EXPECT_THAT(find("john doe"), ElementsAre("1.1"));
    EXPECT_THAT(find("MÜLL"), ElementsAre("1.2"));
    EXPECT_THAT(find("петр"), ElementsAre()) << "ё is not е";
    EXPECT_THAT(find("иван ПЁТР"), ElementsAre("1.3"));
    EXPECT_THAT(find("x78"), ElementsAre("1.2"));
    EXPECT_THAT(find("acc1.1"), ElementsAre("1.1"));
    EXPECT_THAT(find("%"), ElementsAre("1.3")) << "no wildcard";
    EXPECT_THAT(find("doe müller"), ElementsAre());
    EXPECT_THAT(find("b70F"), ElementsAre("1.2", "1.1", "1.3")) << "series description";
    EXPECT_THAT(uids(database->studies({"", "20240101", "20240229", 0})), ElementsAre("1.1"));
    EXPECT_THAT(uids(database->studies({"", "20240102", "", 0})), ElementsAre("1.2"));
    EXPECT_THAT(uids(database->studies({"", "", "20240101", 0})), ElementsAre("1.1"));
    EXPECT_THAT(uids(database->studies({"", "", "", 2})), ElementsAre("1.2", "1.1"));
}

TEST(StudyDatabase, KeepsAnAnalysisWhole)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto stored = database->addSeries(entry("1.2", "A^B", "P1", "20240102"));
    const auto labels = database->addLabelMap(labelMapOf(stored->seriesId, "/labels"));
    ASSERT_TRUE(labels.ok());
    ASSERT_TRUE(
        database->saveAnalysis(stored->seriesId, labels->id, sampleAnalysis("f1", 0.9)).ok());

    const auto loaded = database->analysis(stored->seriesId, labels->id, "f1");
    ASSERT_TRUE(loaded.ok());
    ASSERT_TRUE(loaded->has_value());
    const StudyAnalysis wanted = sampleAnalysis("f1", 0.9);
    const StudyAnalysis& found = **loaded;
    EXPECT_EQ(found.modelFingerprint, "f1");
    EXPECT_EQ(found.seconds, 1.25);
    ASSERT_EQ(found.embeddings.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(found.embeddings[i].anatomyId, wanted.embeddings[i].anatomyId);
        EXPECT_EQ(found.embeddings[i].vector, wanted.embeddings[i].vector);
        EXPECT_EQ(found.embeddings[i].attention, wanted.embeddings[i].attention);
        EXPECT_EQ(found.embeddings[i].tokenGrid, wanted.embeddings[i].tokenGrid);
        EXPECT_EQ(found.embeddings[i].tokenOriginMm, wanted.embeddings[i].tokenOriginMm);
        EXPECT_EQ(found.embeddings[i].tokenStepMm, wanted.embeddings[i].tokenStepMm);
    }
    ASSERT_EQ(found.findings.size(), 2u);
    EXPECT_EQ(found.findings[0].displayName, "Lung nodule");
    EXPECT_EQ(found.findings[0].score, 0.9);
    EXPECT_EQ(found.findings[0].calibrated, 0.5);
    EXPECT_EQ(found.findings[0].threshold, std::nullopt);
    EXPECT_EQ(found.findings[1].calibrated, std::nullopt);
    EXPECT_EQ(found.findings[1].threshold, 0.35);
    ASSERT_EQ(found.skipped.size(), 2u);
    EXPECT_EQ(found.skipped[0].reason, SkippedAnatomy::Reason::TooSmall);
    EXPECT_EQ(found.skipped[1].reason, SkippedAnatomy::Reason::NotSegmented);

    EXPECT_FALSE(database->analysis(stored->seriesId, labels->id, "f2")->has_value());
    const auto misplaced = database->saveAnalysis(stored->seriesId + 1, labels->id, wanted);
    ASSERT_FALSE(misplaced.ok());
    EXPECT_EQ(misplaced.error().code, ErrorCode::NotInArchive);
}

TEST(StudyDatabase, ReplacesAnAnalysisOfTheSameModelOnly)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto stored = database->addSeries(entry("1.2", "A^B", "P1", "20240102"));
    const auto labels = database->addLabelMap(labelMapOf(stored->seriesId, "/labels"));
    const auto save = [&](const char* fingerprint, double score) {
        return database
            ->saveAnalysis(stored->seriesId, labels->id, sampleAnalysis(fingerprint, score))
            .ok();
    };
    ASSERT_TRUE(save("f1", 0.9) && save("f2", 0.2) && save("f1", 0.7));
    EXPECT_EQ(database->analysesOf(stored->seriesId)->size(), 2u);
    EXPECT_THAT(*database->findingScores("f1", "lung", "nodule"), ElementsAre(0.7));
    EXPECT_THAT(*database->findingScores("f2", "lung", "nodule"), ElementsAre(0.2));
    const auto current = database->currentAnalyses("f1");
    ASSERT_EQ(current->size(), 1u);
    EXPECT_EQ(current->front().studyId, stored->studyId);
    const auto regions = database->vectorsOf(current->front().id);
    ASSERT_EQ(regions->size(), 2u);
    const auto aorta = std::ranges::find(*regions, "aorta", &RegionEmbedding::anatomyId);
    ASSERT_NE(aorta, regions->end());
    EXPECT_EQ(aorta->vector, (std::vector{1.0f, 0.0f, 0.0f}));
    ASSERT_TRUE(database->removeAnalyses("f1").ok());
    EXPECT_TRUE(database->currentAnalyses("f1")->empty());
    EXPECT_EQ(database->currentAnalyses("f2")->size(), 1u);
}

TEST(StudyDatabase, SortsScoresOverTheArchive)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    int number = 0;
    for (const double score : {0.5, 0.1, 0.9}) {
        const auto stored =
            database->addSeries(entry("1." + std::to_string(++number), "A^B", "P1", "20240102"));
        const auto labels = database->addLabelMap(labelMapOf(stored->seriesId, "/labels"));
        ASSERT_TRUE(
            database->saveAnalysis(stored->seriesId, labels->id, sampleAnalysis("f", score)).ok());
    }
    EXPECT_THAT(*database->findingScores("f", "lung", "nodule"), ElementsAre(0.1, 0.5, 0.9));
    EXPECT_TRUE(database->findingScores("f", "heart", "nodule")->empty());
}

TEST(StudyDatabase, KnowsALabelMapByPathAndSource)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto stored = database->addSeries(entry("1.2", "A^B", "P1", "20240102"));
    LabelMapRecord record = labelMapOf(stored->seriesId, "/a.dcm");
    record.kind = LabelMapKind::DicomSegmentation;
    record.source = "1.2.3";
    const auto first = database->addLabelMap(record);
    ASSERT_TRUE(first.ok());
    record.path = "/copy.dcm";
    EXPECT_EQ(database->addLabelMap(record)->id, first->id) << "same source";
    record.source = "1.2.4";
    EXPECT_NE(database->addLabelMap(record)->id, first->id);
    EXPECT_EQ(database->labelMapsOf(stored->seriesId)->size(), 2u);
    EXPECT_EQ(database->labelMap(first->id)->kind, LabelMapKind::DicomSegmentation);
    EXPECT_TRUE(database->series(stored->seriesId)->hasLabelMap);
    ASSERT_TRUE(database->removeLabelMap(first->id).ok());
    EXPECT_EQ(database->labelMapsOf(stored->seriesId)->size(), 1u);
    EXPECT_EQ(database->labelMap(first->id).error().code, ErrorCode::NotInArchive);
    record.seriesId = 999;
    EXPECT_EQ(database->addLabelMap(record).error().code, ErrorCode::NotInArchive);
}

TEST(StudyDatabase, RemovesAStudyWithAllThatHangsOnIt)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto kept = database->addSeries(entry("1.1", "A^B", "P1", "20240102"));
    const auto gone = database->addSeries(entry("1.2", "C^D", "P2", "20240103"));
    const auto labels = database->addLabelMap(labelMapOf(gone->seriesId, "/labels"));
    ASSERT_TRUE(database->saveAnalysis(gone->seriesId, labels->id, sampleAnalysis("f", 0.5)).ok());
    ASSERT_TRUE(database->removeStudy(gone->studyId).ok());
    EXPECT_THAT(uids(database->studies()), ElementsAre("1.1"));
    EXPECT_TRUE(database->instancesOf(gone->seriesId)->empty());
    EXPECT_TRUE(database->labelMapsOf(gone->seriesId)->empty());
    EXPECT_TRUE(database->currentAnalyses("f")->empty());
    EXPECT_EQ(database->instancesOf(kept->seriesId)->size(), 2u);
    EXPECT_EQ(database->removeStudy(gone->studyId).error().code, ErrorCode::NotInArchive);
}

TEST(StudyDatabase, KeepsEverythingOverClosingAndOpening)
{
    const TemporaryFolder folder;
    {
        auto database = StudyDatabase::open(folder / "archive");
        ASSERT_TRUE(database.ok());
        ASSERT_TRUE(database->addSeries(entry("1.2", "A^B", "P1", "20240102")).ok());
    }
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database.ok());
    EXPECT_THAT(uids(database->studies()), ElementsAre("1.2"));
    EXPECT_EQ(database->studyByUid("1.2")->value().seriesCount, 1);
    EXPECT_FALSE(database->studyByUid("1.3")->has_value());
}

TEST(StudyDatabase, RefusesANewerSchemaAndLeavesItAlone)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(StudyDatabase::open(folder.path()).ok());
    const int newer = StudyDatabase::newestSchemaVersion() + 1;
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open((folder / "fovea.db").c_str(), &raw), SQLITE_OK);
    sqlite3_exec(raw, ("PRAGMA user_version = " + std::to_string(newer)).c_str(), nullptr, nullptr,
                 nullptr);
    sqlite3_close(raw);
    const auto database = StudyDatabase::open(folder.path());
    ASSERT_FALSE(database.ok());
    EXPECT_EQ(database.error().code, ErrorCode::DatabaseTooNew);
    EXPECT_THAT(database.error().arguments,
                ElementsAre(std::to_string(newer), std::to_string(newer - 1)));
}

TEST(StudyDatabase, RefusesAFileThatIsNoDatabase)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "fovea.db") << std::string(5000, 'x');
    const auto database = StudyDatabase::open(folder.path());
    ASSERT_FALSE(database.ok());
    EXPECT_EQ(database.error().code, ErrorCode::DatabaseNotOpened);
    std::ofstream(folder / "plain") << "x";
    EXPECT_EQ(StudyDatabase::open(folder / "plain").error().code, ErrorCode::DatabaseNotOpened);
}

TEST(StudyDatabase, SweepsWhatADeadImportLeft)
{
    const TemporaryFolder folder;
    {
        auto database = StudyDatabase::open(folder.path());
        ASSERT_TRUE(database.ok());
        std::filesystem::create_directories(folder / "incoming/1.2-dead");
        std::ofstream(folder / "incoming/1.2-dead/a.dcm") << "x";
        ASSERT_TRUE(database->notePending("files/1.3-dead").ok());
        std::filesystem::create_directories(folder / "files/1.3-dead");
        std::ofstream(folder / "files/1.3-dead/a.dcm") << "x";
        std::filesystem::create_directories(folder / "files/1.4-stored");
    }
    auto database = StudyDatabase::open(folder.path());
    ASSERT_TRUE(database.ok());
    EXPECT_FALSE(std::filesystem::exists(folder / "incoming/1.2-dead"));
    EXPECT_FALSE(std::filesystem::exists(folder / "files/1.3-dead"));
    EXPECT_TRUE(std::filesystem::exists(folder / "files/1.4-stored")) << "not noted as pending";
}

TEST(StudyDatabase, ServesSeveralThreadsWithTheirOwnConnections)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(StudyDatabase::open(folder.path()).ok());
    constexpr int threads = 4;
    constexpr int studiesEach = 15;
    std::array<int, threads> failures{};
    {
        std::vector<std::jthread> running;
        for (int t = 0; t < threads; ++t) {
            running.emplace_back([&, t] {
                auto database = StudyDatabase::open(folder.path());
                for (int i = 0; i < studiesEach; ++i) {
                    const std::string uid = "1." + std::to_string(t) + "." + std::to_string(i);
                    if (!database.ok() || !database->addSeries(entry(uid, "A^B", uid, "")).ok() ||
                        !database->studies().ok())
                        ++failures[static_cast<std::size_t>(t)];
                }
            });
        }
    }
    EXPECT_THAT(failures, ElementsAre(0, 0, 0, 0));
    EXPECT_EQ(StudyDatabase::open(folder.path())->studies()->size(),
              static_cast<std::size_t>(threads * studiesEach));
}
