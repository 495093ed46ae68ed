#include "storage/AuditLog.h"

#include "storage/StudyDatabase.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <sqlite3.h>

#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <thread>

using namespace fovea;
using namespace fovea::test;

namespace {

SeriesEntry someSeries(const std::string& uid, const std::string& name = "Secret^Name")
{
    SeriesEntry entry;
    entry.study.studyInstanceUid = "1.2." + uid;
    entry.study.patient.name = name;
    entry.study.patient.patientId = "SECRET-" + uid;
    entry.study.description = "Secret description";
    entry.series.seriesInstanceUid = "1.3." + uid;
    entry.series.modality = "CT";
    InstanceRecord instance;
    instance.sopInstanceUid = "1.4." + uid;
    instance.path = "/somewhere/secret.dcm";
    entry.instances.push_back(instance);
    return entry;
}

/// Runs SQL as somebody with the file would; false where SQLite refuses.
bool tamper(const std::filesystem::path& archive, const std::string& sql)
{
    sqlite3* connection = nullptr;
    sqlite3_open((archive / "fovea.db").c_str(), &connection);
    const bool done = sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(connection);
    return done;
}

class AuditLogTest : public ::testing::Test {
protected:
    AuditLog log()
    {
        auto opened = AuditLog::open(m_folder.path());
        EXPECT_TRUE(opened.ok());
        return std::move(*opened);
    }

    StoredSeries stored(const std::string& uid)
    {
        auto archive = StudyDatabase::open(m_folder.path());
        EXPECT_TRUE(archive.ok());
        return taken(archive->addSeries(someSeries(uid)));
    }

    TemporaryFolder m_folder;
};

TEST_F(AuditLogTest, TellsWhoDidWhatWhenNewestFirst)
{
    const StoredSeries study = stored("1");
    AuditLog log = this->log();
    ASSERT_TRUE(log.note(AuditAction::Opened, study.studyId, "window").ok());
    ASSERT_TRUE(log.note(AuditAction::Queried, 0, "length 12").ok());
    const auto entries = taken(log.entries());
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_EQ(entries[0].action, AuditAction::Queried);
    EXPECT_EQ(entries[0].studyKey, "");
    EXPECT_EQ(entries[0].studyId, 0);
    EXPECT_EQ(entries[0].details, "length 12");
    EXPECT_EQ(entries[1].action, AuditAction::Opened);
    EXPECT_EQ(entries[1].studyId, study.studyId);
    EXPECT_TRUE(std::regex_match(entries[1].studyKey, std::regex("[0-9a-f]{32}")));
    EXPECT_EQ(entries[2].action, AuditAction::Imported);
    EXPECT_EQ(entries[2].studyKey, entries[1].studyKey);
    EXPECT_EQ(entries[2].details, "images 1");
    for (const AuditEntry& entry : entries) {
        EXPECT_FALSE(entry.user.empty());
        EXPECT_TRUE(std::regex_match(
            entry.time, std::regex("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")));
        for (const std::string& text : {entry.details, entry.studyKey}) {
            EXPECT_EQ(text.find("ecret"), std::string::npos);
            EXPECT_EQ(text.find("1.2.1"), std::string::npos);
        }
    }
    const AuditCheck check = taken(log.check());
    EXPECT_EQ(check.entries, 3);
    EXPECT_TRUE(check.sound());
}

TEST_F(AuditLogTest, WhatTheArchiveDoesIsInItWithTheDeedItself)
{
    const StoredSeries study = stored("1");
    auto archive = StudyDatabase::open(m_folder.path());
    ASSERT_TRUE(archive.ok());
    LabelMapRecord map;
    map.seriesId = study.seriesId;
    map.path = "/somewhere/labels.nii";
    const LabelMapRecord labels = taken(archive->addLabelMap(map));
    StudyAnalysis analysis;
    analysis.modelFingerprint = "f1n9e7";
    ASSERT_TRUE(archive->saveAnalysis(study.seriesId, labels.id, analysis).ok());
    VerdictRecord verdict;
    verdict.studyId = study.studyId;
    verdict.anatomyId = "lung";
    verdict.findingId = "nodule";
    verdict.verdict = Verdict::Accepted;
    verdict.comment = "Secret comment";
    ASSERT_TRUE(archive->saveVerdict(verdict).ok());
    ASSERT_TRUE(archive->removeLabelMap(labels.id).ok());
    ASSERT_TRUE(archive->removeStudy(study.studyId).ok());
    AuditLog log = this->log();
    const auto entries = taken(log.entries());
    std::vector<std::string> what;
    std::set<std::string> keys;
    for (const AuditEntry& entry : entries) {
        what.push_back(auditActionName(entry.action) + std::string(" ") + entry.details);
        keys.insert(entry.studyKey);
        EXPECT_EQ(entry.studyId, 0) << "the study is gone";
    }
    EXPECT_EQ(what,
              (std::vector<std::string>{"deleted study", "deleted segmentation", "verdict accepted",
                                        "analyzed f1n9e7", "segmented file", "imported images 1"}));
    EXPECT_EQ(keys.size(), 1u);
    EXPECT_TRUE(taken(log.check()).sound());
}

TEST_F(AuditLogTest, ImportingTheSameAgainIsNoDeed)
{
    stored("1");
    stored("1");
    EXPECT_EQ(taken(log().entries()).size(), 1u);
}

TEST_F(AuditLogTest, AStudyThatTakesAnIdAgainHasAnotherKey)
{
    const StoredSeries first = stored("1");
    auto archive = StudyDatabase::open(m_folder.path());
    ASSERT_TRUE(archive->removeStudy(first.studyId).ok());
    const StoredSeries second = stored("2");
    EXPECT_EQ(second.studyId, first.studyId);
    const auto entries = taken(log().entries());
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_NE(entries[0].studyKey, entries[2].studyKey);
    EXPECT_EQ(entries[2].studyId, 0);
    EXPECT_EQ(entries[0].studyId, second.studyId);
}

TEST_F(AuditLogTest, IsFilteredByDayAndAction)
{
    stored("1");
    AuditLog log = this->log();
    ASSERT_TRUE(log.note(AuditAction::Setting, 0, "model").ok());
    AuditQuery query;
    query.action = AuditAction::Setting;
    ASSERT_EQ(taken(log.entries(query)).size(), 1u);
    const std::string today = taken(log.entries(query)).front().time.substr(0, 10);
    query.fromDate = query.toDate = today;
    EXPECT_EQ(taken(log.entries(query)).size(), 1u);
    query.fromDate = query.toDate = "2001-01-01";
    EXPECT_TRUE(taken(log.entries(query)).empty());
    AuditQuery newest;
    newest.limit = 1;
    ASSERT_EQ(taken(log.entries(newest)).size(), 1u);
    EXPECT_EQ(taken(log.entries(newest)).front().action, AuditAction::Setting);
}

TEST_F(AuditLogTest, IsNeitherChangedNorShortened)
{
    stored("1");
    EXPECT_FALSE(tamper(m_folder.path(), "DELETE FROM audit_log"));
    EXPECT_FALSE(tamper(m_folder.path(), "UPDATE audit_log SET user = 'nobody'"));
    EXPECT_FALSE(tamper(m_folder.path(), "REPLACE INTO audit_log SELECT * FROM audit_log"));
    EXPECT_EQ(taken(log().entries()).size(), 1u);
    EXPECT_TRUE(taken(log().check()).sound());
}

TEST_F(AuditLogTest, AForgedOrMissingEntryIsSeen)
{
    const std::string free = "DROP TRIGGER audit_log_kept; DROP TRIGGER audit_log_unchanged; ";
    const auto noted = [&](const TemporaryFolder& folder) {
        auto log = AuditLog::open(folder.path());
        for (int i = 0; i < 5; ++i)
            EXPECT_TRUE(log->note(AuditAction::Opened, 0, "window").ok());
        EXPECT_TRUE(taken(log->check()).sound());
    };
    const std::vector<std::pair<std::string, std::int64_t>> cases{
        {"UPDATE audit_log SET user = 'nobody' WHERE id = 3", 3},
        {"UPDATE audit_log SET at = '2001' || substr(at, 5) WHERE id = 1", 1},
        {"DELETE FROM audit_log WHERE id = 2", 2},
        {"DELETE FROM audit_log WHERE id = 1", 1},
        {"DELETE FROM audit_log WHERE id = 5", 5},
    };
    for (const auto& [sql, broken] : cases) {
        const TemporaryFolder folder;
        noted(folder);
        ASSERT_TRUE(tamper(folder.path(), free + sql)) << sql;
        auto log = AuditLog::open(folder.path());
        EXPECT_EQ(taken(log->check()).firstBroken, broken) << sql;
    }
}

TEST_F(AuditLogTest, OneDeedCanBeOfSeveralStudies)
{
    const std::vector<std::int64_t> studies{stored("1").studyId, stored("2").studyId};
    AuditLog log = this->log();
    ASSERT_TRUE(log.note(AuditAction::Exported, studies, "CSV").ok());
    AuditQuery exported;
    exported.action = AuditAction::Exported;
    const auto entries = taken(log.entries(exported));
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[1].studyId, studies[0]);
    EXPECT_EQ(entries[0].studyId, studies[1]);
    EXPECT_NE(entries[0].studyKey, entries[1].studyKey);
    EXPECT_TRUE(taken(log.check()).sound());
}

TEST_F(AuditLogTest, SeveralMayWriteAtOnce)
{
    log();
    const auto write = [this] {
        auto log = AuditLog::open(m_folder.path());
        for (int i = 0; i < 20; ++i)
            EXPECT_TRUE(log->note(AuditAction::Opened, 0, "window").ok());
    };
    std::thread other(write);
    write();
    other.join();
    const AuditCheck check = taken(log().check());
    EXPECT_EQ(check.entries, 40);
    EXPECT_TRUE(check.sound());
}

TEST_F(AuditLogTest, OddDetailsBecomePrintable)
{
    AuditLog log = this->log();
    ASSERT_TRUE(log.note(AuditAction::Setting, 99, "a\nb\xC3\xBC" + std::string(300, 'x')).ok());
    const auto entries = taken(log.entries());
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].details.substr(0, 6), "a?b??x");
    EXPECT_EQ(entries[0].details.size(), 200u);
    EXPECT_EQ(entries[0].studyKey, "");
}

} // namespace
