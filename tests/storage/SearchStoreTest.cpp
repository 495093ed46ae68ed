#include "storage/StudyDatabase.h"
#include "tests/storage/TemporaryFolder.h"

#include <sqlite3.h>

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

namespace fovea {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

StoredSeries addStudy(StudyDatabase& database, const std::string& uid)
{
    SeriesEntry entry;
    entry.study.studyInstanceUid = uid;
    entry.study.patient.patientId = "P" + uid;
    entry.series.seriesInstanceUid = uid + ".1";
    entry.series.manufacturer = "Maker";
    entry.series.scannerModel = "Model " + uid;
    const auto stored = database.addSeries(entry);
    EXPECT_TRUE(stored.ok());
    return *stored;
}

SavedSearch effusions()
{
    SavedSearch search;
    search.name = "Effusions";
    search.question = "left pleural effusion";
    search.filter = R"({"sex":"F"})";
    return search;
}

std::vector<std::string> namesIn(const StudyDatabase& database)
{
    std::vector<std::string> names;
    for (const SavedSearch& search : *database.savedSearches())
        names.push_back(search.name);
    return names;
}

TEST(SearchStore, KeepsSearchesOverClosingAndOpening)
{
    const test::TemporaryFolder folder;
    SavedSearch stored;
    {
        auto database = StudyDatabase::open(folder.path());
        ASSERT_TRUE(database.ok());
        stored = *database->saveSearch(effusions());
        EXPECT_GT(stored.id, 0);
        EXPECT_FALSE(stored.createdAt.empty());
        stored.name = "Left effusions";
        stored.standing = StandingRule{0.25, "model"};
        ASSERT_TRUE(database->saveSearch(stored).ok());
    }
    auto database = StudyDatabase::open(folder.path());
    ASSERT_TRUE(database.ok());
    EXPECT_THAT(*database->savedSearches(), ElementsAre(stored));
}

TEST(SearchStore, ANameBelongsToOneSearch)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const SavedSearch first = *database->saveSearch(effusions());
    EXPECT_EQ(database->saveSearch(effusions()).error().code, ErrorCode::BadOption);
    EXPECT_TRUE(database->saveSearch(first).ok()) << "its own name";
    SavedSearch unknown = effusions();
    unknown.id = 99;
    unknown.name = "Other";
    EXPECT_EQ(database->saveSearch(unknown).error().code, ErrorCode::NotInArchive);
}

TEST(SearchStore, MarksAStudyOnceUntilItIsLookedAt)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const StoredSeries study = addStudy(*database, "1");
    const SavedSearch search = *database->saveSearch(effusions());
    const SearchMark mark{search.id, {}, study.studyId, study.seriesId, "lung", 0.5, {}, false};
    ASSERT_TRUE(database->markStudy(mark).ok());
    ASSERT_TRUE(database->markStudy(mark).ok());
    ASSERT_THAT(*database->searchMarks(), SizeIs(1));
    EXPECT_EQ(database->searchMarks()->front().searchName, "Effusions");
    EXPECT_EQ(*database->clearMarks(study.studyId), 1);
    EXPECT_THAT(*database->searchMarks(), IsEmpty());
    ASSERT_TRUE(database->markStudy(mark).ok());
    EXPECT_THAT(*database->searchMarks(), IsEmpty()) << "analyzed again, but seen";
    SearchMark nowhere = mark;
    nowhere.seriesId = 77;
    EXPECT_EQ(database->markStudy(nowhere).error().code, ErrorCode::NotInArchive);
}

TEST(SearchStore, ARemovedSearchComesBackWithItsMarks)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const StoredSeries kept = addStudy(*database, "1");
    const StoredSeries gone = addStudy(*database, "2");
    const SavedSearch search = *database->saveSearch(effusions());
    for (const StoredSeries& study : {kept, gone})
        ASSERT_TRUE(
            database
                ->markStudy({search.id, {}, study.studyId, study.seriesId, "lung", 0.5, {}, false})
                .ok());
    const auto removed = database->removeSearch(search.id);
    ASSERT_TRUE(removed.ok());
    EXPECT_THAT(namesIn(*database), IsEmpty());
    EXPECT_THAT(*database->searchMarks(), IsEmpty());
    ASSERT_TRUE(database->removeStudy(gone.studyId).ok());
    ASSERT_TRUE(database->restoreSearch(*removed).ok());
    EXPECT_THAT(*database->savedSearches(), ElementsAre(search));
    ASSERT_THAT(*database->searchMarks(), SizeIs(1));
    EXPECT_EQ(database->searchMarks()->front().studyId, kept.studyId);
    EXPECT_EQ(database->restoreSearch(*removed).error().code, ErrorCode::BadOption);
    EXPECT_EQ(database->removeSearch(1234).error().code, ErrorCode::NotInArchive);
}

TEST(SearchStore, TellsWhenAnalysesChange)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const StoredSeries study = addStudy(*database, "1");
    LabelMapRecord labels;
    labels.seriesId = study.seriesId;
    labels.path = "/labels";
    const auto map = database->addLabelMap(labels);
    std::int64_t version = *database->analysesVersion();
    const auto changed = [&] {
        const std::int64_t before = std::exchange(version, *database->analysesVersion());
        return version > before;
    };
    EXPECT_FALSE(changed());
    StudyAnalysis analysis;
    analysis.modelFingerprint = "f";
    ASSERT_TRUE(database->saveAnalysis(study.seriesId, map->id, analysis).ok());
    EXPECT_TRUE(changed());
    ASSERT_TRUE(database->setScanner(study.seriesId, {"Maker", "Other"}).ok());
    EXPECT_TRUE(changed());
    ASSERT_TRUE(database->removeStudy(study.studyId).ok());
    EXPECT_TRUE(changed()) << "analyses went with their study";
}

TEST(SearchStore, KnowsScannersAndWhichSeriesHaveNone)
{
    const test::TemporaryFolder folder;
    {
        // As a version before 005 left it: the columns came later.
        auto database = StudyDatabase::open(folder.path());
        ASSERT_TRUE(database.ok());
        addStudy(*database, "1");
        addStudy(*database, "2");
    }
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open((folder.path() / "fovea.db").c_str(), &raw), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(
                  raw, "UPDATE series SET manufacturer = NULL, scanner_model = NULL WHERE id = 1",
                  nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(raw);
    auto database = StudyDatabase::open(folder.path());
    ASSERT_TRUE(database.ok());
    EXPECT_THAT(*database->scanners(), ElementsAre(Scanner{"Maker", "Model 2"}));
    EXPECT_THAT(*database->seriesWithoutScanner(), ElementsAre(1));
    ASSERT_TRUE(database->setScanner(1, {"", ""}).ok());
    EXPECT_THAT(*database->seriesWithoutScanner(), IsEmpty()) << "read, and the files do not say";
    EXPECT_EQ(database->series(2)->scannerModel, "Model 2");
}

TEST(SearchStore, AnArchiveOfTheVersionBeforeIsUpgraded)
{
    const test::TemporaryFolder folder;
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open((folder.path() / "fovea.db").c_str(), &raw), SQLITE_OK);
    std::string sql;
    for (const char* step : {"001", "002", "003", "004"}) {
        const auto root = std::filesystem::path(FOVEA_SOURCE_DIR) / "storage/schema";
        for (const auto& file : std::filesystem::directory_iterator(root)) {
            if (file.path().filename().string().starts_with(step)) {
                std::ifstream in(file.path());
                sql.append(std::istreambuf_iterator<char>(in), {});
            }
        }
    }
    sql += "PRAGMA user_version = 4;"
           "INSERT INTO patients VALUES (1, 'p', '', '', '', '');"
           "INSERT INTO studies VALUES (1, 1, 's', 's', '', '', '', '', '', '');"
           "INSERT INTO series VALUES (1, 1, 'u', 0, 'CT', '', 1, '', '', '', 1, 1, 1, 1, 1, 1, "
           "zeroblob(48));";
    ASSERT_EQ(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(raw);
    sqlite3_close(raw);
    auto database = StudyDatabase::open(folder.path());
    ASSERT_TRUE(database.ok());
    EXPECT_THAT(*database->seriesWithoutScanner(), ElementsAre(1));
    EXPECT_EQ(database->series(1)->manufacturer, "");
    EXPECT_TRUE(database->saveSearch(effusions()).ok());
}

} // namespace
} // namespace fovea
