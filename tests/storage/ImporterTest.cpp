#include "storage/Importer.h"

#include "storage/DicomWriter.h"
#include "tests/storage/FileSizeLimit.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gmock/gmock.h>
#include <set>
#include <sstream>

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// "1/" with two series of 5 and 3 slices in one study, "2/" with a study of another patient.
void writeSource(const fs::path& folder)
{
    const VolumePtr volume = sampleVolume(smallGeometry());
    ASSERT_TRUE(writeCtSeries(*volume, folder / "1", samplePatient(), seeded(1, 1)).ok());
    const VolumePtr shorter = sampleVolume(smallGeometry(3), 5);
    ASSERT_TRUE(writeCtSeries(*shorter, folder / "1", samplePatient(), seeded(1, 2)).ok());
    ASSERT_TRUE(writeCtSeries(*volume, folder / "2", samplePatient("SAMPLE-2"), seeded(2)).ok());
}

ScanReport scan(const fs::path& folder)
{
    auto report = scanFolder(folder, Progress());
    EXPECT_TRUE(report.ok());
    return report ? *report : ScanReport();
}

std::set<fs::path> filesBelow(const fs::path& folder)
{
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.insert(entry.path());
    }
    return files;
}

} // namespace

TEST(Importer, CopiesStudiesIntoTheArchive)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database.ok());
    double last = 0;
    const Progress progress({}, [&](double fraction) {
        EXPECT_GE(fraction, last);
        last = fraction;
    });
    const auto summary = importScan(*database, scan(folder / "in"), ImportMode::Copy, progress);
    ASSERT_TRUE(summary.ok()) << summary.error().detail;
    EXPECT_EQ(summary->studiesAdded, 2);
    EXPECT_EQ(summary->seriesAdded, 3);
    EXPECT_EQ(summary->instancesTaken, 13);
    EXPECT_EQ(summary->instancesAlreadyThere, 0);
    EXPECT_EQ(summary->seriesIds.size(), 3u);
    EXPECT_TRUE(summary->leftOut.empty());
    EXPECT_DOUBLE_EQ(last, 1.0);

    const auto studies = database->studies({"SAMPLE-1", "", "", 0});
    ASSERT_EQ(studies->size(), 1u);
    EXPECT_EQ(studies->front().patient.name, "Phantom^Sample");
    EXPECT_EQ(studies->front().sliceCount, 8);
    const auto series = database->seriesOf(studies->front().id);
    ASSERT_EQ(series->size(), 2u);
    EXPECT_EQ(series->front().size, (Index3{7, 6, 5}));
    EXPECT_NEAR(series->front().spacingMm[0], 0.75, 1e-9);
    EXPECT_NEAR(series->front().spacingMm[1], 0.8, 1e-9);
    EXPECT_NEAR(series->front().spacingMm[2], 2.5, 1e-9);
    EXPECT_EQ(series->front().convolutionKernel, "B30f");

    fs::remove_all(folder / "in");
    const auto instances = database->instancesOf(series->front().id);
    ASSERT_EQ(instances->size(), 5u);
    for (const InstanceRecord& instance : *instances) {
        EXPECT_TRUE(instance.managed);
        EXPECT_TRUE(fs::exists(instance.path));
        EXPECT_EQ(instance.path.string().find("Sample"), std::string::npos);
    }
    EXPECT_TRUE(fs::is_empty(folder / "archive/incoming"));
}

TEST(Importer, CopiesByteForByte)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    std::multiset<std::string> before;
    for (const fs::path& path : filesBelow(folder / "in"))
        before.insert(contents(path));
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(importScan(*database, scan(folder / "in"), ImportMode::Copy).ok());
    std::multiset<std::string> after;
    for (const fs::path& path : filesBelow(folder / "archive/files"))
        after.insert(contents(path));
    EXPECT_EQ(before, after);
}

TEST(Importer, ImportingTwiceChangesNothing)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(importScan(*database, scan(folder / "in"), ImportMode::Copy).ok());
    const auto before = filesBelow(folder / "archive/files");
    const auto again = importScan(*database, scan(folder / "in"), ImportMode::Copy);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->studiesAdded, 0);
    EXPECT_EQ(again->seriesAdded, 0);
    EXPECT_EQ(again->instancesTaken, 0);
    EXPECT_EQ(again->instancesAlreadyThere, 13);
    EXPECT_EQ(again->seriesIds.size(), 3u);
    EXPECT_EQ(filesBelow(folder / "archive/files"), before);
    EXPECT_EQ(database->studies()->size(), 2u);
    // A referencing import of what is there leaves the copies in charge.
    ASSERT_TRUE(importScan(*database, scan(folder / "in"), ImportMode::Reference).ok());
    EXPECT_TRUE(database->instancesOf(again->seriesIds.front())->front().managed);
}

TEST(Importer, CompletesASeriesThatCameInParts)
{
    const TemporaryFolder folder;
    const VolumePtr volume = sampleVolume(smallGeometry());
    const auto written = writeCtSeries(*volume, folder / "in", samplePatient(), seeded(1));
    ASSERT_TRUE(written.ok());
    fs::create_directory(folder / "later");
    for (const int k : {1, 3}) {
        const fs::path path = written->instances[static_cast<std::size_t>(k)].path;
        fs::rename(path, folder / "later" / path.filename());
    }
    auto database = StudyDatabase::open(folder / "archive");
    const auto first = importScan(*database, scan(folder / "in"), ImportMode::Copy);
    const auto second = importScan(*database, scan(folder / "later"), ImportMode::Copy);
    ASSERT_TRUE(first.ok() && second.ok());
    EXPECT_EQ(first->instancesTaken, 3);
    EXPECT_EQ(second->instancesTaken, 2);
    EXPECT_EQ(second->seriesAdded, 0);
    EXPECT_EQ(first->seriesIds, second->seriesIds);
    const auto series = database->series(first->seriesIds.front());
    EXPECT_EQ(series->sliceCount, 5);
    std::vector<std::string> order;
    for (const InstanceRecord& instance : taken(database->instancesOf(series->id)))
        order.push_back(instance.sopInstanceUid);
    std::vector<std::string> wanted;
    for (const WrittenInstance& instance : written->instances)
        wanted.push_back(instance.sopInstanceUid);
    EXPECT_EQ(order, wanted) << "ascending position is ascending k";
}

TEST(Importer, KeepsStacksOfOneSeriesApartWhateverTheOrderOfImports)
{
    // The same SeriesInstanceUID with an axial and a coronal stack, coronal first and alone.
    const TemporaryFolder folder;
    ImageGeometry coronal = smallGeometry(4);
    coronal.axes = {Vec3{1, 0, 0}, Vec3{0, 0, -1}, Vec3{0, 1, 0}};
    CtSeriesOptions options = seeded(1);
    ASSERT_TRUE(writeCtSeries(*sampleVolume(coronal), folder / "b", samplePatient(), options).ok());
    auto database = StudyDatabase::open(folder / "archive");
    const auto first = importScan(*database, scan(folder / "b"), ImportMode::Copy);
    ASSERT_TRUE(first.ok());
    ScanReport both = scan(folder / "b");
    ScannedSeries axial = both.studies.front().series.front();
    axial.columnDirection = {0, 1, 0};
    for (ScannedInstance& instance : axial.instances)
        instance.sopInstanceUid += ".7";
    both.studies.front().series.front().part = 1;
    both.studies.front().series.insert(both.studies.front().series.begin(), axial);
    const auto second = importScan(*database, both, ImportMode::Copy);
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(second->instancesTaken, 4);
    EXPECT_EQ(second->instancesAlreadyThere, 4);
    const auto stored = database->seriesByUid(axial.seriesInstanceUid);
    ASSERT_EQ(stored->size(), 2u);
    EXPECT_EQ(stored->front().sliceCount, 4);
    EXPECT_EQ(stored->back().sliceCount, 4);
    EXPECT_EQ(stored->front().columnDirection, (Vec3{0, 0, -1}));
    // Both at once, when neither is stored as the other is looked at.
    auto other = StudyDatabase::openInMemory();
    const auto together = importScan(*other, both, ImportMode::Reference);
    ASSERT_TRUE(together.ok());
    EXPECT_EQ(together->seriesAdded, 2);
    EXPECT_EQ(together->instancesTaken, 8);
    EXPECT_EQ(taken(other->seriesByUid(axial.seriesInstanceUid)).size(), 2u);
}

TEST(Importer, ASeriesThatTheScanSplitButTheArchiveDoesNotIsStoredOnce)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(
        writeCtSeries(*sampleVolume(smallGeometry()), folder / "in", samplePatient(), seeded(1))
            .ok());
    ScanReport report = scan(folder / "in");
    std::vector<ScannedSeries>& series = report.studies.front().series;
    ScannedSeries second = series.front();
    second.part = 1;
    second.pixelSpacingMm[0] += 5e-4; // More than a scan allows in one part, less than an archive.
    second.instances.erase(second.instances.begin(), second.instances.begin() + 2);
    series.front().instances.resize(3); // The third is in both.
    series.push_back(second);
    auto database = StudyDatabase::openInMemory();
    const auto summary = importScan(*database, report, ImportMode::Reference);
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->instancesTaken, 5);
    EXPECT_EQ(summary->instancesAlreadyThere, 1);
    EXPECT_EQ(summary->seriesAdded, 1);
    const auto stored = taken(database->seriesByUid(second.seriesInstanceUid));
    ASSERT_EQ(stored.size(), 1u);
    EXPECT_EQ(stored.front().sliceCount, 5);
}

TEST(Importer, FindsReferencedFilesWhateverTheWorkingFolder)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    const fs::path before = fs::current_path();
    fs::current_path(folder / "in");
    const ScanReport report = scan("../in/1/../1");
    auto database = StudyDatabase::openInMemory();
    const auto summary = importScan(*database, report, ImportMode::Reference);
    fs::current_path(before);
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->instancesTaken, 8);
    for (const std::int64_t series : summary->seriesIds) {
        for (const InstanceRecord& instance : taken(database->instancesOf(series))) {
            EXPECT_TRUE(fs::exists(instance.path)) << instance.path;
            EXPECT_EQ(instance.path, instance.path.lexically_normal());
        }
    }
}

TEST(Importer, ReferencesInPlace)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    auto database = StudyDatabase::openInMemory();
    const auto summary = importScan(*database, scan(folder / "in"), ImportMode::Reference);
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->instancesTaken, 13);
    for (const InstanceRecord& instance : taken(database->instancesOf(summary->seriesIds.front())))
    {
        EXPECT_FALSE(instance.managed);
        EXPECT_TRUE(instance.path.is_absolute());
        EXPECT_TRUE(fs::exists(instance.path));
    }
    const auto copied = importScan(*database, scan(folder / "in"), ImportMode::Copy);
    EXPECT_EQ(copied.error().code, ErrorCode::BadOption) << "nowhere to copy to";
    // Removing a referenced study leaves the user's files alone.
    const auto files = filesBelow(folder / "in");
    ASSERT_TRUE(database->removeStudy(summary->studyIds.front()).ok());
    EXPECT_EQ(filesBelow(folder / "in"), files);
}

TEST(Importer, LeavesOutAFileThatVanished)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    const ScanReport report = scan(folder / "in");
    const fs::path victim = report.studies.front().series.front().instances[1].path;
    fs::remove(victim);
    auto database = StudyDatabase::open(folder / "archive");
    const auto summary = importScan(*database, report, ImportMode::Copy);
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->instancesTaken, 12);
    ASSERT_EQ(summary->leftOut.size(), 1u);
    EXPECT_EQ(summary->leftOut.front().path, victim);
    EXPECT_EQ(summary->leftOut.front().reason.code, ErrorCode::FileNotReadable);
}

TEST(Importer, LeavesOutWhatHasNoIdentity)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    ScanReport report = scan(folder / "in");
    report.studies.front().series.front().seriesInstanceUid.clear();
    report.studies.front().series.back().instances.front().sopInstanceUid.clear();
    const std::size_t unidentified = report.studies.front().series.front().instances.size() + 1;
    auto database = StudyDatabase::open(folder / "archive");
    const auto summary = importScan(*database, report, ImportMode::Copy);
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->seriesAdded, 2);
    ASSERT_EQ(summary->leftOut.size(), unidentified);
    for (const LeftOutFile& file : summary->leftOut)
        EXPECT_EQ(file.reason.code, ErrorCode::BrokenFile);
    EXPECT_TRUE(database->seriesByUid("")->empty());
}

TEST(Importer, StopsWhenCancelledAndLeavesNoTrace)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    auto database = StudyDatabase::open(folder / "archive");
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](double fraction) {
        if (fraction > 0.65) // In the second study: the first has 8 of the 13 files.
            stop.request_stop();
    });
    const auto summary = importScan(*database, scan(folder / "in"), ImportMode::Copy, progress);
    ASSERT_FALSE(summary.ok());
    EXPECT_EQ(summary.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(fs::is_empty(folder / "archive/incoming"));
    std::size_t stored = 0;
    for (const StudyRecord& study : taken(database->studies()))
        stored += static_cast<std::size_t>(study.sliceCount);
    EXPECT_EQ(filesBelow(folder / "archive/files").size(), stored);
    EXPECT_EQ(stored, 8u) << "studies finished before stay";
}

TEST(Importer, GivesUpWhenTheArchiveCannotBeWrittenAndKeepsWhatWasThere)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    ImageGeometry wide = smallGeometry();
    wide.size = {300, 300, 3};
    ASSERT_TRUE(
        writeCtSeries(*sampleVolume(wide), folder / "wide", samplePatient("SAMPLE-3"), seeded(3))
            .ok());
    const ScanReport report = scan(folder / "wide");
    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(importScan(*database, scan(folder / "in"), ImportMode::Copy).ok());
    const auto before = filesBelow(folder / "archive/files");
    {
        const FileSizeLimit limit(100000); // A slice has 180 kB.
        const auto summary = importScan(*database, report, ImportMode::Copy);
        ASSERT_FALSE(summary.ok());
        EXPECT_EQ(summary.error().code, ErrorCode::FileNotWritable);
    }
    EXPECT_EQ(filesBelow(folder / "archive/files"), before);
    EXPECT_TRUE(fs::is_empty(folder / "archive/incoming"));
    EXPECT_EQ(database->studies()->size(), 2u);
    const auto retried = importScan(*database, report, ImportMode::Copy);
    ASSERT_TRUE(retried.ok());
    EXPECT_EQ(retried->instancesTaken, 3);
}

TEST(Importer, RemovingAStudyRemovesItsCopies)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    auto database = StudyDatabase::open(folder / "archive");
    const auto summary = importScan(*database, scan(folder / "in"), ImportMode::Copy);
    ASSERT_TRUE(summary.ok());
    for (const std::int64_t id : summary->studyIds)
        ASSERT_TRUE(database->removeStudy(id).ok());
    EXPECT_TRUE(fs::is_empty(folder / "archive/files"));
}

TEST(Importer, AttachesSegmentationsToTheirSeries)
{
    const TemporaryFolder folder;
    const ImageGeometry geometry = smallGeometry();
    const auto ct =
        writeCtSeries(*sampleVolume(geometry), folder / "in", samplePatient(), seeded(1));
    ASSERT_TRUE(ct.ok());
    ASSERT_TRUE(
        writeCtSeries(*sampleVolume(geometry), folder / "in", samplePatient(), seeded(1, 2)).ok());
    SegmentationOptions options;
    options.uids.seed = 3;
    options.seriesDescription = "Two boxes";
    fs::create_directory(folder / "seg");
    const auto uid = writeSegmentation(*sampleLabels(geometry), AnatomyCatalog(), pathsOf(*ct),
                                       folder / "seg/boxes", options);
    ASSERT_TRUE(uid.ok()) << uid.error().detail;

    auto database = StudyDatabase::open(folder / "archive");
    // Alone, its CT is not known.
    const auto alone = importScan(*database, scan(folder / "seg"), ImportMode::Copy);
    ASSERT_TRUE(alone.ok());
    EXPECT_EQ(alone->labelMapsTaken, 0);
    ASSERT_EQ(alone->leftOut.size(), 1u);
    EXPECT_EQ(alone->leftOut.front().reason.code, ErrorCode::NotInArchive);

    ASSERT_TRUE(importScan(*database, scan(folder / "in"), ImportMode::Copy).ok());
    const auto later = importScan(*database, scan(folder / "seg"), ImportMode::Copy);
    ASSERT_TRUE(later.ok());
    EXPECT_EQ(later->labelMapsTaken, 1);
    const auto series = database->seriesByUid(ct->seriesInstanceUid);
    ASSERT_EQ(series->size(), 1u);
    const auto labelMaps = database->labelMapsOf(series->front().id);
    ASSERT_EQ(labelMaps->size(), 1u);
    EXPECT_EQ(labelMaps->front().kind, LabelMapKind::DicomSegmentation);
    EXPECT_EQ(labelMaps->front().source, *uid);
    EXPECT_EQ(labelMaps->front().label, "Two boxes");
    EXPECT_TRUE(labelMaps->front().managed);
    EXPECT_EQ(contents(labelMaps->front().path), contents(folder / "seg/boxes"));

    const auto again = importScan(*database, scan(folder / "seg"), ImportMode::Copy);
    EXPECT_EQ(again->labelMapsTaken, 0);
    EXPECT_EQ(again->labelMapsAlreadyThere, 1);
    ASSERT_TRUE(database->removeLabelMap(labelMaps->front().id).ok());
    EXPECT_FALSE(fs::exists(labelMaps->front().path));
}

TEST(Importer, AttachesVolumeFilesAndFolders)
{
    const TemporaryFolder folder;
    writeSource(folder / "in");
    auto database = StudyDatabase::open(folder / "archive");
    const auto summary = importScan(*database, scan(folder / "in"), ImportMode::Copy);
    const std::int64_t series = summary->seriesIds.front();
    std::ofstream(folder / "wholeLung.nii.gz") << "not looked into";
    fs::create_directory(folder / "masks");
    std::ofstream(folder / "masks/heart.nii.gz") << "heart";
    std::ofstream(folder / "masks/aorta.nii.gz") << "aorta";
    std::ofstream(folder / "masks/statistics.json") << "{}";

    const auto file =
        attachLabelMap(*database, series, folder / "wholeLung.nii.gz", ImportMode::Copy);
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->kind, LabelMapKind::File);
    EXPECT_EQ(file->label, "wholeLung");
    EXPECT_EQ(file->path.filename(), "labels.nii.gz");
    const auto masks = attachLabelMap(*database, series, folder / "masks/", ImportMode::Copy);
    ASSERT_TRUE(masks.ok());
    EXPECT_EQ(masks->kind, LabelMapKind::Folder);
    EXPECT_EQ(masks->label, "masks");
    EXPECT_EQ(contents(masks->path / "heart.nii.gz"), "heart");
    EXPECT_EQ(filesIn(masks->path).size(), 2u);
    // The same contents under another name are the same label map.
    fs::copy_file(folder / "wholeLung.nii.gz", folder / "copy.nii.gz");
    EXPECT_EQ(attachLabelMap(*database, series, folder / "copy.nii.gz", ImportMode::Copy)->id,
              file->id);
    EXPECT_EQ(database->labelMapsOf(series)->size(), 2u);

    fs::create_directory(folder / "empty");
    const auto attach = [&](const fs::path& path) {
        return attachLabelMap(*database, series, path, ImportMode::Copy).error().code;
    };
    EXPECT_EQ(attach(folder / "empty"), ErrorCode::NotALabelMap);
    EXPECT_EQ(attach(folder / "missing.nii"), ErrorCode::FileNotFound);
    EXPECT_EQ(attach(*filesBelow(folder / "in").begin()), ErrorCode::NotALabelMap) << "a CT slice";
    EXPECT_EQ(attachLabelMap(*database, 999, folder / "masks", ImportMode::Copy).error().code,
              ErrorCode::NotInArchive);
    EXPECT_TRUE(fs::is_empty(folder / "archive/incoming"));
}

TEST(Importer, TakesSampleStudiesWithTheirSegmentations)
{
    FOVEA_NEEDS_SHARED_DATA();
    const TemporaryFolder folder;
    auto database = StudyDatabase::open(folder / "archive");
    const auto summary =
        importScan(*database, scan(sharedData("dicom-seg/dcmqi")), ImportMode::Copy);
    ASSERT_TRUE(summary.ok()) << summary.error().detail;
    EXPECT_GE(summary->seriesAdded, 1);
    EXPECT_GE(summary->labelMapsTaken, 2) << "liver.dcm and partial_overlaps.dcm";
    const auto everything = importScan(*database, scan(sharedData("")), ImportMode::Copy);
    ASSERT_TRUE(everything.ok()) << everything.error().detail;
    const auto before = filesBelow(folder / "archive/files");
    const auto again = importScan(*database, scan(sharedData("")), ImportMode::Copy);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->instancesTaken, 0);
    EXPECT_EQ(again->labelMapsTaken, 0);
    EXPECT_EQ(filesBelow(folder / "archive/files"), before);
}
