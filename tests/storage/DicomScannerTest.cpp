#include "storage/DicomScanner.h"

#include "tests/storage/SampleSeries.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace fovea;
using namespace fovea::test;

namespace {

ScanReport scan(const std::filesystem::path& folder)
{
    auto report = scanFolder(folder, Progress());
    EXPECT_TRUE(report.ok());
    return report ? *report : ScanReport();
}

std::map<ErrorCode, int> reasons(const ScanReport& report)
{
    std::map<ErrorCode, int> out;
    for (const LeftOutFile& file : report.leftOut)
        ++out[file.reason.code];
    return out;
}

} // namespace

TEST(DicomScanner, ReadsAChestCt)
{
    FOVEA_NEEDS_SHARED_DATA();
    const ScanReport report = scan(sharedData("chest-ct-dicom"));
    ASSERT_EQ(report.studies.size(), 1u);
    EXPECT_TRUE(report.studies[0].patient.name.empty());
    ASSERT_EQ(report.studies[0].series.size(), 1u);
    const ScannedSeries& series = report.studies[0].series[0];
    EXPECT_EQ(series.instances.size(), 148u);
    EXPECT_EQ(series.rows, 512);
    EXPECT_EQ(series.columns, 512);
    EXPECT_DOUBLE_EQ(series.pixelSpacingMm[0], 0.748046875);
    ASSERT_EQ(series.windows.size(), 2u);
    EXPECT_EQ(series.windows[1].centre, -600);
    EXPECT_EQ(series.windows[1].width, 1200);
    EXPECT_EQ(series.instances[0].transferSyntaxUid, "1.2.840.10008.1.2.4.70");
    EXPECT_EQ(series.instances[0].frames.at(0).rescaleIntercept, -1024);
    EXPECT_TRUE(report.leftOut.empty());
    EXPECT_EQ(report.filesSeen, 148u);
}

TEST(DicomScanner, TakesCtWithoutSopClass)
{
    FOVEA_NEEDS_SHARED_DATA();
    const ScanReport report = scan(sharedData("totalsegmentator/example_ct_dicom"));
    ASSERT_EQ(report.allSeries().size(), 1u);
    EXPECT_EQ(report.allSeries()[0]->instances.size(), 20u);
    EXPECT_EQ(report.allSeries()[0]->instances[0].sopClassUid, "");
    // Its study and series UIDs are empty too: stand-ins, the same at every scan.
    EXPECT_TRUE(report.studies[0].studyInstanceUid.starts_with("2.25."));
    EXPECT_EQ(scan(sharedData("totalsegmentator/example_ct_dicom")).studies[0].studyInstanceUid,
              report.studies[0].studyInstanceUid);
}

TEST(DicomScanner, DoesNotSplitOnImageType)
{
    FOVEA_NEEDS_SHARED_DATA();
    const ScanReport report = scan(sharedData("geometry/gantry-tilt-ge"));
    ASSERT_EQ(report.allSeries().size(), 1u);
    EXPECT_EQ(report.allSeries()[0]->instances.size(), 28u);
}

TEST(DicomScanner, LeavesLocalizersOut)
{
    FOVEA_NEEDS_SHARED_DATA();
    const ScanReport report = scan(sharedData("geometry/philips-localizer.dcm"));
    EXPECT_TRUE(report.studies.empty());
    ASSERT_EQ(report.leftOut.size(), 1u);
    EXPECT_EQ(report.leftOut[0].reason.code, ErrorCode::Localizer);
}

TEST(DicomScanner, ReadsFunctionalGroups)
{
    FOVEA_NEEDS_SHARED_DATA();
    const ScanReport report = scan(sharedData("geometry/enhanced-ct-2frame-flipped.dcm"));
    ASSERT_EQ(report.allSeries().size(), 1u);
    const ScannedSeries& series = *report.allSeries()[0];
    EXPECT_EQ(series.frameCount(), 2);
    EXPECT_EQ(series.rowDirection, (Vec3{-1, 0, 0}));
    const auto& frames = series.instances[0].frames;
    EXPECT_NEAR(norm(frames[1].positionMm - frames[0].positionMm), 10.0, 1e-6);
}

TEST(DicomScanner, FindsSegmentationsAndTheirSeries)
{
    FOVEA_NEEDS_SHARED_DATA();
    const ScanReport report = scan(sharedData("dicom-seg/dcmqi"));
    ASSERT_EQ(report.allSeries().size(), 1u);
    const ScannedSeries& ct = *report.allSeries()[0];
    EXPECT_EQ(ct.instances.size(), 3u);
    std::set<std::string> names;
    std::vector<ScannedSegmentation> segmentations;
    for (const ScannedStudy& study : report.studies)
        segmentations.insert(segmentations.end(), study.segmentations.begin(),
                             study.segmentations.end());
    for (const ScannedSegmentation& segmentation : segmentations) {
        names.insert(segmentation.path.filename().string());
        if (segmentation.path.filename() == "liver.dcm") {
            EXPECT_EQ(segmentation.referencedSeriesUids,
                      std::vector<std::string>{ct.seriesInstanceUid});
            EXPECT_EQ(segmentation.referencedInstanceUids.size(), 3u);
            EXPECT_EQ(segmentation.segmentLabels, std::vector<std::string>{"Liver"});
        }
    }
    EXPECT_TRUE(names.contains("liver.dcm"));
    EXPECT_TRUE(names.contains("partial_overlaps.dcm"));
    EXPECT_TRUE(names.contains("sparse-labelmap-noppv.dcm"));
    EXPECT_GT(reasons(report)[ErrorCode::NotDicom], 0); // The .nrrd files.
}

TEST(DicomScanner, IgnoresTheDirectoryFile)
{
    FOVEA_NEEDS_SHARED_DATA();
    const ScanReport report = scan(sharedData("dicomdir/pydicom"));
    EXPECT_FALSE(report.allSeries().empty());
    for (const LeftOutFile& file : report.leftOut)
        EXPECT_NE(file.path.filename(), "DICOMDIR");
    EXPECT_GT(reasons(report)[ErrorCode::NotCt], 0); // CR and MR.
}

TEST(DicomScanner, SurvivesEveryBrokenFile)
{
    FOVEA_NEEDS_SHARED_DATA();
    const ScanReport report = scan(sharedData("nasty"));
    EXPECT_GT(report.filesSeen, 150u);
    std::size_t taken = 0;
    for (const ScannedStudy& study : report.studies) {
        for (const ScannedSeries& series : study.series)
            taken += series.instances.size();
        taken += study.segmentations.size();
    }
    EXPECT_GE(taken, 3u);
    EXPECT_EQ(taken + report.leftOut.size(), report.filesSeen);
    for (const LeftOutFile& file : report.leftOut)
        EXPECT_NE(file.reason.code, ErrorCode::Internal) << file.path;
}

TEST(DicomScanner, SaysWhyAFileIsLeftOut)
{
    FOVEA_NEEDS_SHARED_DATA();
    const auto reason = [](const char* name) {
        const ScanReport report = scan(sharedData(name));
        EXPECT_EQ(report.leftOut.size(), 1u) << name;
        return report.leftOut.empty() ? ErrorCode::Internal : report.leftOut[0].reason.code;
    };
    EXPECT_EQ(reason("nasty/pydicom/zipMR.gz"), ErrorCode::NotDicom);
    EXPECT_EQ(reason("nasty/pydicom/test-SR.dcm"), ErrorCode::NotCt);
    EXPECT_EQ(reason("nasty/pydicom/rtplan_truncated.dcm"), ErrorCode::BrokenFile);
    EXPECT_EQ(scanFolder("/nonexistent", Progress()).error().code, ErrorCode::FileNotFound);
}

TEST(DicomScanner, StopsWhenAsked)
{
    FOVEA_NEEDS_SHARED_DATA();
    std::stop_source stop;
    int reports = 0;
    const Progress progress(stop.get_token(), [&](double) {
        ++reports;
        stop.request_stop();
    });
    const auto report = scanFolder(sharedData("chest-ct-dicom"), progress);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(reports, 1);
}

TEST(DicomScanner, GoesThroughFilesAsTheirPathsCompare)
{
    const TemporaryFolder folder;
    std::vector<std::filesystem::path> files;
    for (const char* name : {"a/1", "a/1.b", "a-b/1", "a.b/1", "a0/1", "a/1b/0", "a/b/c", "a/b c",
                             "a/b\xC3\xA4", "ab", "a b"})
    {
        files.push_back(folder / name);
        std::filesystem::create_directories(files.back().parent_path());
        std::ofstream(files.back()) << "no image";
    }
    std::ranges::sort(files);
    std::vector<std::filesystem::path> seen;
    for (const LeftOutFile& file : scan(folder.path()).leftOut)
        seen.push_back(file.path);
    EXPECT_EQ(seen, files);
}

TEST(DicomScanner, ThreadsDoNotShowInTheReport)
{
    // Two studies, file by file in turns, copies and what is no DICOM between them.
    const TemporaryFolder folder;
    const VolumePtr volume = sampleVolume(smallGeometry(40));
    std::vector<std::filesystem::path> files;
    for (const int study : {1, 2}) {
        const auto written = writeCtSeries(*volume, folder / ("study" + std::to_string(study)),
                                           samplePatient("SAMPLE-" + std::to_string(study)),
                                           seeded(static_cast<std::uint64_t>(study)), Progress());
        ASSERT_TRUE(written.ok());
        const auto paths = pathsOf(*written);
        for (std::size_t n = 0; n < paths.size(); ++n) {
            files.insert(files.begin() + static_cast<std::ptrdiff_t>(n * study), paths[n]);
        }
    }
    std::vector<std::filesystem::path> expected;
    for (std::size_t n = 0; n < 40; ++n) {
        const auto at = static_cast<std::ptrdiff_t>(3 * n);
        const std::filesystem::path text = folder / ("note" + std::to_string(100 + n));
        std::ofstream(text) << "no image";
        files.insert(files.begin() + at, text);
        expected.push_back(text);
    }
    files.push_back(files[1]);
    expected.push_back(files[1]);
    for (int round = 0; round < 5; ++round) {
        std::vector<double> fractions;
        const auto report =
            scanFiles(files, Progress({}, [&](double fraction) { fractions.push_back(fraction); }));
        ASSERT_TRUE(report.ok());
        EXPECT_EQ(report->filesSeen, files.size());
        EXPECT_TRUE(std::ranges::is_sorted(fractions));
        ASSERT_FALSE(fractions.empty());
        EXPECT_EQ(fractions.back(), 1.0);
        std::vector<std::filesystem::path> leftOut;
        for (const LeftOutFile& file : report->leftOut)
            leftOut.push_back(file.path);
        EXPECT_EQ(leftOut, expected);
        EXPECT_EQ(report->leftOut.back().reason.code, ErrorCode::InconsistentSeries);
        ASSERT_EQ(report->studies.size(), 2u);
        const auto first = std::ranges::find_if(
            files, [](const auto& path) { return path.extension() == ".dcm"; });
        ASSERT_NE(first, files.end());
        const auto& series = report->studies[0].series.at(0);
        EXPECT_TRUE(std::ranges::any_of(series.instances, [&](const ScannedInstance& instance) {
            return instance.path == *first;
        }));
        for (const ScannedStudy& study : report->studies) {
            ASSERT_EQ(study.series.size(), 1u);
            const auto& instances = study.series[0].instances;
            ASSERT_EQ(instances.size(), 40u);
            EXPECT_TRUE(std::ranges::is_sorted(instances, {}, &ScannedInstance::instanceNumber));
        }
    }
}
