#include "storage/DicomWriter.h"
#include "storage/Importer.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <map>
#include <random>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

constexpr int studies = 6;
constexpr int slicesOfSeries = 6;
constexpr int slices = 2 * slicesOfSeries; // A study has two series.

ScanReport makeSource(const fs::path& folder)
{
    for (int s = 0; s < studies; ++s) {
        for (const int series : {1, 2}) {
            const auto written = writeCtSeries(*sampleVolume(smallGeometry(slicesOfSeries), s),
                                               folder, samplePatient("SAMPLE-" + std::to_string(s)),
                                               seeded(static_cast<std::uint64_t>(s), series));
            EXPECT_TRUE(written.ok());
        }
    }
    auto report = scanFolder(folder, Progress());
    EXPECT_TRUE(report.ok());
    return *report;
}

/// Runs in a process of its own; never returns.
[[noreturn]] void importAndExit(const fs::path& archive, const ScanReport& report)
{
    auto database = StudyDatabase::open(archive);
    const bool done = database.ok() && importScan(*database, report, ImportMode::Copy).ok();
    if (!database)
        std::fprintf(stderr, "cannot open: %s\n", database.error().detail.c_str());
    _exit(done ? 0 : 1);
}

pid_t startImport(const fs::path& archive, const ScanReport& report)
{
    const pid_t child = fork();
    if (child == 0)
        importAndExit(archive, report);
    return child;
}

/// Whether the import came to its end, which it must have reached well.
bool finished(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status))
        return false;
    EXPECT_EQ(WEXITSTATUS(status), 0);
    return true;
}

/// Every study complete with all its files, and no file without a record. Returns the studies.
std::size_t checkArchive(const fs::path& archive)
{
    auto database = StudyDatabase::open(archive);
    EXPECT_TRUE(database.ok());
    if (!database)
        return 0;
    std::set<fs::path> recorded;
    for (const StudyRecord& study : taken(database->studies())) {
        EXPECT_EQ(study.sliceCount, slices);
        EXPECT_EQ(study.seriesCount, 2);
        for (const SeriesRecord& series : taken(database->seriesOf(study.id))) {
            for (const InstanceRecord& instance : taken(database->instancesOf(series.id))) {
                EXPECT_GT(fs::file_size(instance.path), 500u);
                recorded.insert(instance.path);
            }
        }
    }
    std::set<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(database->folder() / "files")) {
        if (entry.is_regular_file())
            found.insert(entry.path());
    }
    EXPECT_EQ(found, recorded);
    EXPECT_TRUE(fs::is_empty(database->folder() / "incoming"));
    return database->studies()->size();
}

} // namespace

TEST(ImporterKill, LeavesOnlyCompleteStudiesWheneverItDies)
{
    const TemporaryFolder folder;
    const ScanReport report = makeSource(folder / "in");
    const auto start = std::chrono::steady_clock::now();
    ASSERT_TRUE(finished(startImport(folder / "whole", report)));
    const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    ASSERT_EQ(checkArchive(folder / "whole"), static_cast<std::size_t>(studies));

    std::mt19937 random(20240131);
    std::uniform_int_distribution<std::int64_t> delay(0, duration.count());
    int killed = 0;
    std::set<std::size_t> states;
    for (int round = 0; round < 25; ++round) {
        const fs::path archive = folder / ("archive" + std::to_string(round));
        const pid_t child = startImport(archive, report);
        usleep(static_cast<useconds_t>(delay(random)));
        kill(child, SIGKILL);
        killed += finished(child) ? 0 : 1;
        states.insert(checkArchive(archive));
        // What was left is no obstacle for the next one.
        ASSERT_TRUE(finished(startImport(archive, report)));
        ASSERT_EQ(checkArchive(archive), static_cast<std::size_t>(studies));
        fs::remove_all(archive);
    }
    EXPECT_GT(killed, 5) << "the kills came too late to prove anything";
    EXPECT_GT(states.size(), 2u) << "the kills all fell into the same moment";
}

TEST(ImporterKill, OpeningDoesNotSweepAnImportUnderWay)
{
    const TemporaryFolder folder;
    const ScanReport report = makeSource(folder / "in");
    const fs::path archive = folder / "archive";
    const pid_t child = startImport(archive, report);
    std::size_t openings = 0;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        auto database = StudyDatabase::open(archive);
        ASSERT_TRUE(database.ok()) << database.error().detail;
        for (const StudyRecord& study : taken(database->studies()))
            EXPECT_EQ(study.sliceCount, slices);
        ++openings;
    }
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_GT(openings, 3u);
    EXPECT_EQ(checkArchive(archive), static_cast<std::size_t>(studies));
}
