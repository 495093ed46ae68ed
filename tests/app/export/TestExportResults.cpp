#include "app/export/exportNotes.h"
#include "app/export/exportResults.h"
#include "storage/AuditLog.h"
#include "storage/SeriesReader.h"
#include "storage/StudyDatabase.h"
#include "tests/storage/SampleResults.h"
#include "tests/storage/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <stop_token>

// What is told of an export that ends early: only what is there afterwards.

using namespace fovea;
using namespace fovea::test;

namespace fs = std::filesystem;

namespace {

class ExportResultsTest : public ::testing::Test {
protected:
    ExportResultsTest()
    {
        const auto series = readSeries(m_material.results.ctFiles, Progress());
        EXPECT_TRUE(series.ok());
        m_material.look.volume = series->volume;
        m_material.look.longestSide = 200;
        m_request.folder = m_folder / "out";
        m_request.parts = {ExportPart::MeasurementReport, ExportPart::Captures,
                           ExportPart::KeyObjects, ExportPart::Csv, ExportPart::Json};
    }
    std::set<std::string> filesThereNow() const
    {
        std::set<std::string> names;
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(m_request.folder, none))
            names.insert(entry.path().filename().string());
        return names;
    }

    TemporaryFolder m_folder;
    ExportMaterial m_material{sampleResults(m_folder.path()), {}, nullptr};
    ExportRequest m_request;
    AnatomyCatalog m_catalog = sampleCatalog();
    std::vector<ExportPart> m_told;
};

TEST_F(ExportResultsTest, TellsOfEveryPart)
{
    const auto written = exportResults(
        m_material, m_catalog, m_request,
        [this](ExportPart part) -> Status {
            m_told.push_back(part);
            return Done{};
        },
        Progress());
    ASSERT_TRUE(written.ok());
    EXPECT_EQ(written->size(), 5u);
    EXPECT_EQ(std::set(m_told.begin(), m_told.end()), m_request.parts);
    EXPECT_EQ(m_told.size(), 5u);
}

TEST_F(ExportResultsTest, TellsNothingOfWhatWasCancelledBefore)
{
    std::stop_source stop;
    const auto written = exportResults(
        m_material, m_catalog, m_request,
        [&](ExportPart part) -> Status {
            m_told.push_back(part);
            if (part == ExportPart::Captures)
                stop.request_stop();
            return Done{};
        },
        Progress(stop.get_token()));
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(m_told, (std::vector{ExportPart::MeasurementReport, ExportPart::Captures}));
    EXPECT_EQ(filesThereNow(),
              (std::set<std::string>{"measurement-report.dcm", "capture-001.dcm"}));
}

TEST_F(ExportResultsTest, WhatCannotBeNotedDoesNotStay)
{
    const auto written = exportResults(
        m_material, m_catalog, m_request,
        [](ExportPart part) -> Status {
            if (part == ExportPart::Csv)
                return makeError(ErrorCode::DatabaseFailed, {"busy"});
            return Done{};
        },
        Progress());
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::DatabaseFailed);
    EXPECT_EQ(filesThereNow(), (std::set<std::string>{"measurement-report.dcm", "capture-001.dcm",
                                                      "key-objects.dcm"}));
}

TEST_F(ExportResultsTest, TheLogHasAnEntryOfEachStudyAndPart)
{
    const fs::path archive = m_folder / "archive";
    {
        auto database = StudyDatabase::open(archive);
        for (const char* uid : {"1.2", "1.3"}) {
            SeriesEntry entry;
            entry.study.studyInstanceUid = uid;
            entry.series.seriesInstanceUid = std::string(uid) + ".1";
            ASSERT_TRUE(database->addSeries(entry).ok());
        }
    }
    const auto notes = exportNotes(archive, {1, 2});
    ASSERT_TRUE(notes.ok());
    ASSERT_TRUE((*notes)(ExportPart::Csv).ok());
    const auto log = AuditLog::open(archive);
    ASSERT_TRUE(log.ok());
    AuditQuery exported;
    exported.action = AuditAction::Exported;
    const auto entries = log->entries(exported);
    ASSERT_TRUE(entries.ok());
    ASSERT_EQ(entries->size(), 2u);
    EXPECT_EQ(entries->front().studyId, 2);
    EXPECT_EQ(entries->back().studyId, 1);
    EXPECT_EQ(entries->front().details, "CSV");
    EXPECT_TRUE(log->check()->sound());
}

} // namespace
