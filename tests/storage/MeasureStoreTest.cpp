#include "storage/StudyDatabase.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <sqlite3.h>

#include <csignal>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

using namespace fovea;
using fovea::test::taken;
using fovea::test::TemporaryFolder;

namespace {

SeriesEntry entry(const std::string& seriesUid, const std::string& frameOfReference,
                  const std::string& studyUid = "1.2")
{
    SeriesEntry result;
    result.study.studyInstanceUid = studyUid;
    result.series.seriesInstanceUid = seriesUid;
    result.series.modality = "CT";
    result.series.frameOfReferenceUid = frameOfReference;
    InstanceRecord instance;
    instance.sopInstanceUid = seriesUid + ".1";
    instance.path = "/images/" + seriesUid;
    result.instances.push_back(instance);
    return result;
}

Measure measure(const std::string& uid, MeasureKind kind, std::vector<Vec3> points,
                const std::string& frameOfReference = "1.9")
{
    Measure m;
    m.uid = uid;
    m.kind = kind;
    m.pointsMm = std::move(points);
    m.normal = {0, 0.6, -0.8};
    m.frameOfReferenceUid = frameOfReference;
    return m;
}

MeasureList oneOfEach()
{
    const Vec3 a{0.1, -2.25, 1e-9};
    const Vec3 b{1.0 / 3.0, 400, -1200.125};
    MeasureList list{measure("length", MeasureKind::Length, {a, b}),
                     measure("angle", MeasureKind::Angle, {a, b, a}),
                     measure("ellipse", MeasureKind::Ellipse, {a, b, b, a}),
                     measure("polygon", MeasureKind::Polygon, {a, b, a, b, a, b}),
                     measure("probe", MeasureKind::Probe, {a}),
                     measure("arrow", MeasureKind::Arrow, {a, b}),
                     measure("text", MeasureKind::Text, {b})};
    list.back().text = "Rundherd, 肺结节";
    return list;
}

std::vector<MeasureChange> made(const MeasureList& list)
{
    std::vector<MeasureChange> changes;
    for (const Measure& m : list)
        changes.push_back({std::nullopt, m});
    return changes;
}

std::int64_t add(StudyDatabase& database, const SeriesEntry& given)
{
    return taken(database.addSeries(given)).seriesId;
}

void run(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &raw), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(raw);
    sqlite3_close(raw);
}

} // namespace

TEST(MeasureStore, ReturnsWhatItWasGivenInOrder)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto series = add(*database, entry("1.2.1", "1.9"));
    EXPECT_TRUE(taken(database->measuresOf(series)).empty());
    ASSERT_TRUE(database->changeMeasures(series, made(oneOfEach())).ok());
    EXPECT_EQ(taken(database->measuresOf(series)), oneOfEach());
}

TEST(MeasureStore, ChangesAndRemovesByUid)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto series = add(*database, entry("1.2.1", "1.9"));
    MeasureList list = oneOfEach();
    ASSERT_TRUE(database->changeMeasures(series, made(list)).ok());
    Measure longer = list[0];
    longer.pointsMm[1] = {7, 8, 9};
    longer.normal = {1, 0, 0};
    longer.text = "target";
    ASSERT_TRUE(
        database->changeMeasures(series, {{list[0], longer}, {list[3], std::nullopt}}).ok());
    list[0] = longer;
    list.erase(list.begin() + 3);
    EXPECT_EQ(taken(database->measuresOf(series)), list);
    // What comes twice, because nobody heard that it had succeeded, changes nothing.
    ASSERT_TRUE(
        database->changeMeasures(series, {{list[0], longer}, {oneOfEach()[3], std::nullopt}}).ok());
    EXPECT_EQ(taken(database->measuresOf(series)), list);
}

TEST(MeasureStore, ShowsThemInEverySeriesOfTheFrameOfReference)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto arterial = add(*database, entry("1.2.1", "1.9"));
    const auto venous = add(*database, entry("1.2.2", "1.9"));
    const auto moved = add(*database, entry("1.2.3", "1.10"));
    const auto unplaced = add(*database, entry("1.2.4", ""));
    const auto alsoUnplaced = add(*database, entry("1.2.5", ""));
    const auto otherStudy = add(*database, entry("1.3.1", "1.9", "1.3"));
    const Measure shared = measure("shared", MeasureKind::Probe, {{1, 2, 3}});
    const Measure own = measure("own", MeasureKind::Probe, {{1, 2, 3}}, "");
    ASSERT_TRUE(database->changeMeasures(arterial, made({shared})).ok());
    ASSERT_TRUE(database->changeMeasures(unplaced, made({own})).ok());
    EXPECT_EQ(taken(database->measuresOf(arterial)), MeasureList{shared});
    EXPECT_EQ(taken(database->measuresOf(venous)), MeasureList{shared});
    EXPECT_TRUE(taken(database->measuresOf(moved)).empty());
    EXPECT_EQ(taken(database->measuresOf(unplaced)), MeasureList{own});
    EXPECT_TRUE(taken(database->measuresOf(alsoUnplaced)).empty());
    EXPECT_TRUE(taken(database->measuresOf(otherStudy)).empty());
    // Changed on the other series, it stays one measure.
    Measure named = shared;
    named.text = "lesion";
    ASSERT_TRUE(database->changeMeasures(venous, {{shared, named}}).ok());
    EXPECT_EQ(taken(database->measuresOf(arterial)), MeasureList{named});
}

TEST(MeasureStore, GoesWithItsStudy)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto stored = taken(database->addSeries(entry("1.2.1", "1.9")));
    ASSERT_TRUE(database->changeMeasures(stored.seriesId, made(oneOfEach())).ok());
    ASSERT_TRUE(database->removeStudy(stored.studyId).ok());
    const auto again = add(*database, entry("1.2.1", "1.9"));
    EXPECT_TRUE(taken(database->measuresOf(again)).empty());
}

TEST(MeasureStore, AllOrNone)
{
    auto database = StudyDatabase::openInMemory();
    ASSERT_TRUE(database.ok());
    const auto series = add(*database, entry("1.2.1", "1.9"));
    MeasureList list = oneOfEach();
    list.back().pointsMm.clear();
    EXPECT_EQ(database->changeMeasures(series, made(list)).error().code, ErrorCode::Internal);
    EXPECT_TRUE(taken(database->measuresOf(series)).empty());
    EXPECT_EQ(database->changeMeasures(series + 1, made(oneOfEach())).error().code,
              ErrorCode::NotInArchive);
}

TEST(MeasureStore, ADamagedOneIsSaidNotGuessed)
{
    const TemporaryFolder folder;
    auto database = StudyDatabase::open(folder.path());
    ASSERT_TRUE(database.ok());
    const auto series = add(*database, entry("1.2.1", "1.9"));
    ASSERT_TRUE(database->changeMeasures(series, made(oneOfEach())).ok());
    run(folder / "fovea.db", "UPDATE measures SET points = x'00' WHERE uid = 'angle'");
    EXPECT_EQ(database->measuresOf(series).error().code, ErrorCode::DatabaseFailed);
    run(folder / "fovea.db", "UPDATE measures SET points = zeroblob(24) WHERE uid = 'angle'");
    EXPECT_EQ(database->measuresOf(series).error().code, ErrorCode::DatabaseFailed);
}

TEST(MeasureStore, AnArchiveOfTheFirstSchemaIsUpgradedInPlace)
{
    const TemporaryFolder folder;
    std::ifstream first(std::filesystem::path(FOVEA_SOURCE_DIR) / "storage/schema/001_initial.sql");
    const std::string sql(std::istreambuf_iterator<char>(first), {});
    ASSERT_FALSE(sql.empty());
    run(folder / "fovea.db",
        sql + "PRAGMA user_version = 1;"
              "INSERT INTO patients VALUES (1, 'p', 'Sample', 'P1', '', '');"
              "INSERT INTO studies VALUES (1, 1, '1.2', '1.2', '', '', '', '', '', '');"
              "INSERT INTO series VALUES (1, 1, '1.2.1', 0, 'CT', '', 1, '', '1.9', '', 1, 1, 1, "
              "1, 1, 1, zeroblob(48));");
    auto database = StudyDatabase::open(folder.path());
    ASSERT_TRUE(database.ok()) << database.error().detail;
    EXPECT_EQ(taken(database->studies()).size(), 1u);
    ASSERT_TRUE(database->changeMeasures(1, made(oneOfEach())).ok());
    EXPECT_EQ(taken(database->measuresOf(1)), oneOfEach());
}

TEST(MeasureStore, WhatWasStoredSurvivesAKill)
{
    const TemporaryFolder folder;
    std::int64_t series = 0;
    {
        auto database = StudyDatabase::open(folder.path());
        ASSERT_TRUE(database.ok());
        series = add(*database, entry("1.2.1", "1.9"));
    }
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        auto database = StudyDatabase::open(folder.path());
        const bool stored =
            database.ok() && database->changeMeasures(series, made(oneOfEach())).ok();
        const char answer = stored ? 'y' : 'n';
        if (write(ready[1], &answer, 1) != 1)
            _exit(1);
        pause(); // Open, never closed.
        _exit(0);
    }
    char answer = 0;
    ASSERT_EQ(read(ready[0], &answer, 1), 1);
    EXPECT_EQ(answer, 'y');
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    close(ready[0]);
    close(ready[1]);
    auto database = StudyDatabase::open(folder.path());
    ASSERT_TRUE(database.ok());
    EXPECT_EQ(taken(database->measuresOf(series)), oneOfEach());
}
