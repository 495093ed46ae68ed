#include "storage/Importer.h"
#include "storage/manyImages.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gtest/gtest.h>
#include <utility>

// Several sources in one import, and very many files in one.

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

ScanReport scan(const fs::path& path)
{
    return taken(scanFolder(path, Progress()));
}

} // namespace

TEST(ImportScans, ASegmentationFindsItsCtInALaterSource)
{
    const TemporaryFolder folder;
    const auto ct = taken(
        writeCtSeries(*sampleVolume(smallGeometry()), folder / "ct", samplePatient(), seeded(5)));
    SegmentationOptions options;
    options.uids.seed = 6;
    fs::create_directories(folder / "seg");
    ASSERT_TRUE(writeSegmentation(*sampleLabels(smallGeometry()), AnatomyCatalog(), pathsOf(ct),
                                  folder / "seg/seg.dcm", options)
                    .ok());
    std::ofstream(folder / "seg/readme.txt") << "no image";
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database.ok());
    const auto import = [&] {
        std::vector<ScanToImport> scans;
        scans.push_back({scan(folder / "seg"), ImportMode::Copy});
        scans.push_back({scan(folder / "ct"), ImportMode::Reference});
        return taken(importScans(*database, std::move(scans)));
    };
    const ImportSummary first = import();
    EXPECT_EQ(first.instancesTaken, 5);
    EXPECT_EQ(first.labelMapsTaken, 1);
    ASSERT_EQ(first.leftOut.size(), 1u);
    EXPECT_EQ(first.leftOut[0].path, folder / "seg/readme.txt");
    // Each in its own mode.
    const std::int64_t series = first.seriesIds.at(0);
    for (const InstanceRecord& instance : taken(database->instancesOf(series)))
        EXPECT_FALSE(instance.managed);
    EXPECT_TRUE(taken(database->labelMapsOf(series)).at(0).managed);
    // Again: nothing.
    const ImportSummary second = import();
    EXPECT_EQ(second.instancesTaken, 0);
    EXPECT_EQ(second.instancesAlreadyThere, 5);
    EXPECT_EQ(second.labelMapsTaken, 0);
    EXPECT_EQ(second.labelMapsAlreadyThere, 1);
    EXPECT_EQ(second.seriesIds, first.seriesIds);
}

TEST(ImportScans, ManyFilesInNestedFoldersAreAllThereOnce)
{
    const TemporaryFolder folder;
    constexpr int files = 2300; // More than two parts of the scan, the last study unfinished.
    ASSERT_EQ(taken(writeManyImages(folder / "in", files)).size(), std::size_t{files});
    std::ofstream(folder / "in/patient0/notes.txt") << "no image";
    std::ofstream(folder / "in/notes.txt") << "no image";
    const ScanReport report = scan(folder / "in");
    EXPECT_EQ(report.filesSeen, std::size_t{files} + 2);
    EXPECT_EQ(report.studies.size(), 5u);
    EXPECT_EQ(report.allSeries().size(), 23u);
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database.ok());
    double last = 0;
    const Progress progress({}, [&](double fraction) {
        EXPECT_GE(fraction, last);
        last = fraction;
    });
    const auto first = taken(importScan(*database, report, ImportMode::Reference, progress));
    EXPECT_EQ(first.instancesTaken, files);
    EXPECT_EQ(first.seriesAdded, 23);
    EXPECT_EQ(first.leftOut.size(), 2u);
    EXPECT_GT(last, 0.99);
    const auto second = taken(importScan(*database, report, ImportMode::Reference));
    EXPECT_EQ(second.instancesTaken, 0);
    EXPECT_EQ(second.instancesAlreadyThere, files);
    EXPECT_EQ(taken(database->studies()).size(), 5u);
}

TEST(ImportScans, ACancelledImportKeepsWholeStudiesOnly)
{
    const TemporaryFolder folder;
    // Two studies of five series, and one of two that is under way when it is cancelled.
    ASSERT_EQ(taken(writeManyImages(folder / "in", 1200)).size(), 1200u);
    const ScanReport report = scan(folder / "in");
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database.ok());
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](double fraction) {
        if (fraction > 0.95)
            stop.request_stop();
    });
    const auto cancelled = importScan(*database, report, ImportMode::Copy, progress);
    ASSERT_FALSE(cancelled.ok());
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    std::size_t images = 0;
    const auto studies = taken(database->studies());
    EXPECT_EQ(studies.size(), 2u);
    for (const StudyRecord& study : studies) {
        const auto series = taken(database->seriesOf(study.id));
        EXPECT_EQ(series.size(), 5u);
        for (const SeriesRecord& one : series)
            images += taken(database->instancesOf(one.id)).size();
    }
    EXPECT_EQ(images, 1000u);
    EXPECT_TRUE(fs::is_empty(folder / "archive/incoming"));
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "archive/files"))
        files += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(files, images);
}
