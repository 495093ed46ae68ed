#include "storage/CatalogFile.h"
#include "storage/CieLab.h"
#include "storage/DicomScanner.h"
#include "storage/DicomWriter.h"
#include "storage/LabelMapReader.h"
#include "storage/SeriesReader.h"
#include "tests/storage/DicomCheck.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <cmath>
#include <gmock/gmock.h>

using namespace fovea;
using namespace fovea::test;

namespace {

AnatomyCatalog catalog()
{
    auto read = readCatalogFile(std::filesystem::path(FOVEA_SOURCE_DIR) /
                                "resources/catalog/anatomies.json");
    EXPECT_TRUE(read.ok());
    return read ? *read : AnatomyCatalog();
}

SegmentationOptions options()
{
    SegmentationOptions result;
    result.uids.seed = 11;
    result.algorithmName = "Boxes";
    return result;
}

/// Writes a CT and its segmentation, reads both back and compares label by label.
void expectRoundTrip(const ImageGeometry& geometry)
{
    const TemporaryFolder folder;
    const auto ct =
        writeCtSeries(*sampleVolume(geometry), folder / "ct", samplePatient(), seeded(7));
    ASSERT_TRUE(ct.ok());
    const LabelMapPtr labels = sampleLabels(geometry);
    const AnatomyCatalog anatomies = catalog();
    const auto uid =
        writeSegmentation(*labels, anatomies, pathsOf(*ct), folder / "seg.dcm", options());
    ASSERT_TRUE(uid.ok()) << uid.error().detail;

    const auto volume = readSeries(pathsOf(*ct), Progress());
    ASSERT_TRUE(volume.ok());
    const LabelMapTarget target{volume->volume->geometry(), ct->studyInstanceUid,
                                ct->frameOfReferenceUid};
    const auto read = readLabelMap(folder / "seg.dcm", target, anatomies, {}, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_TRUE(read->notes.empty());
    ASSERT_EQ(read->labels->structures().size(), 2u);
    std::map<std::uint16_t, std::string> nameOf;
    for (const Structure& structure : read->labels->structures())
        nameOf[structure.label] = structure.name;
    int wrong = 0;
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                const Vec3 patient = geometry.indexToPatient({1.0 * i, 1.0 * j, 1.0 * k});
                const Vec3 index = target.geometry.patientToIndex(patient);
                Index3 nearest;
                for (std::size_t axis = 0; axis < 3; ++axis)
                    nearest[axis] = static_cast<int>(std::lround(index[axis]));
                const std::uint16_t before = labels->at({i, j, k});
                const std::string wanted = before ? labels->structure(before)->name : "";
                wrong += nameOf[read->labels->at(nearest)] == wanted ? 0 : 1;
            }
        }
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_FALSE(read->labels->labelsOf("heart").empty());
    EXPECT_FALSE(read->labels->labelsOf("lung").empty());
}

} // namespace

TEST(SegmentationWriter, RoundTripsAnAxialMap)
{
    expectRoundTrip(smallGeometry());
}

TEST(SegmentationWriter, RoundTripsFlippedAndObliqueMaps)
{
    ImageGeometry leftHanded = smallGeometry();
    leftHanded.axes[2] = {0, 0, -1};
    expectRoundTrip(leftHanded);
    ImageGeometry oblique = smallGeometry();
    const double c = std::cos(0.4);
    const double s = std::sin(0.4);
    oblique.axes = {Vec3{c, s, 0}, Vec3{-s, c, 0}, Vec3{0, 0, 1}};
    expectRoundTrip(oblique);
}

TEST(SegmentationWriter, WritesWhatAValidatorAccepts)
{
    const TemporaryFolder folder;
    const ImageGeometry geometry = smallGeometry();
    const auto ct =
        writeCtSeries(*sampleVolume(geometry), folder / "ct", samplePatient(), seeded(7));
    ASSERT_TRUE(ct.ok());
    ASSERT_TRUE(writeSegmentation(*sampleLabels(geometry), catalog(), pathsOf(*ct),
                                  folder / "seg.dcm", options())
                    .ok());
    const std::string verdict = dciodvfy(folder / "seg.dcm");
    if (verdict.empty())
        GTEST_SKIP() << "no dciodvfy";
    EXPECT_THAT(verdict, testing::HasSubstr("Segmentation"));
    EXPECT_THAT(verdict, testing::Not(testing::HasSubstr("Error")));
}

TEST(SegmentationWriter, RefersToItsCt)
{
    const TemporaryFolder folder;
    const ImageGeometry geometry = smallGeometry();
    const auto ct =
        writeCtSeries(*sampleVolume(geometry), folder / "ct", samplePatient(), seeded(7));
    ASSERT_TRUE(ct.ok());
    const auto uid = writeSegmentation(*sampleLabels(geometry), AnatomyCatalog(), pathsOf(*ct),
                                       folder / "ct/seg.dcm", options());
    ASSERT_TRUE(uid.ok());
    const auto report = scanFolder(folder / "ct", Progress());
    ASSERT_TRUE(report.ok());
    EXPECT_TRUE(report->leftOut.empty());
    ASSERT_EQ(report->studies.size(), 1u) << "same patient and study";
    ASSERT_EQ(report->studies.front().segmentations.size(), 1u);
    const ScannedSegmentation& segmentation = report->studies.front().segmentations.front();
    EXPECT_EQ(segmentation.sopInstanceUid, *uid);
    EXPECT_EQ(segmentation.frameOfReferenceUid, ct->frameOfReferenceUid);
    EXPECT_THAT(segmentation.referencedSeriesUids, testing::ElementsAre(ct->seriesInstanceUid));
    EXPECT_EQ(segmentation.referencedInstanceUids.size(), 5u);
    EXPECT_THAT(segmentation.segmentLabels,
                testing::UnorderedElementsAre("lung_upper_lobe_left", "heart"));
}

TEST(SegmentationWriter, RefusesAnotherGrid)
{
    const TemporaryFolder folder;
    const ImageGeometry geometry = smallGeometry();
    const auto ct =
        writeCtSeries(*sampleVolume(geometry), folder / "ct", samplePatient(), seeded(7));
    ASSERT_TRUE(ct.ok());
    const auto code = [&](const ImageGeometry& other) {
        const auto written = writeSegmentation(*sampleLabels(other), AnatomyCatalog(), pathsOf(*ct),
                                               folder / "seg.dcm", options());
        return written ? std::optional<ErrorCode>() : written.error().code;
    };
    ImageGeometry moved = geometry;
    moved.originMm[0] += 1;
    EXPECT_EQ(code(moved), ErrorCode::GridMismatch);
    ImageGeometry turned = geometry;
    std::swap(turned.axes[0], turned.axes[1]);
    EXPECT_EQ(code(turned), ErrorCode::GridMismatch);
    EXPECT_EQ(code(smallGeometry(6)), ErrorCode::GridMismatch) << "a slice without an image";
    ImageGeometry wider = geometry;
    wider.size[0] = 8;
    EXPECT_EQ(code(wider), ErrorCode::GridMismatch);
    const LabelMapPtr empty =
        LabelMap::create(geometry, std::vector<std::uint16_t>(geometry.voxelCount(), 0), {});
    EXPECT_EQ(
        writeSegmentation(*empty, AnatomyCatalog(), pathsOf(*ct), folder / "seg.dcm", options())
            .error()
            .code,
        ErrorCode::NoStructures);
    EXPECT_FALSE(std::filesystem::exists(folder / "seg.dcm"));
    EXPECT_EQ(code(geometry), std::nullopt);
}

TEST(SegmentationWriter, SegmentsACompressedCtWithoutSopClass)
{
    FOVEA_NEEDS_SHARED_DATA();
    const TemporaryFolder folder;
    const auto files = filesIn(sharedData("totalsegmentator/example_ct_dicom"));
    const auto ct = readSeries(files, Progress());
    ASSERT_TRUE(ct.ok());
    const AnatomyCatalog anatomies = catalog();
    const LabelMapTarget target{ct->volume->geometry(), {}, {}};
    const auto labels = readLabelMap(sharedData("totalsegmentator/example_seg_dicom.nii.gz"),
                                     target, anatomies, {}, Progress());
    ASSERT_TRUE(labels.ok());
    ASSERT_TRUE(
        writeSegmentation(*labels->labels, anatomies, files, folder / "seg.dcm", options()).ok());
    const auto back = readLabelMap(folder / "seg.dcm", target, anatomies, {}, Progress());
    ASSERT_TRUE(back.ok()) << back.error().detail;
    ASSERT_EQ(back->labels->structures().size(), labels->labels->structures().size());
    for (std::size_t s = 0; s < back->labels->structures().size(); ++s) {
        EXPECT_EQ(back->labels->structures()[s].voxelCount,
                  labels->labels->structures()[s].voxelCount);
        EXPECT_EQ(back->labels->structures()[s].anatomyId,
                  labels->labels->structures()[s].anatomyId);
    }
}

TEST(CieLab, CodesColoursAsDicomDoes)
{
    // White: L* 100, a* = b* = 0, coded (x + 128) * 65535 / 255.
    const auto white = dicomCieLab({255, 255, 255});
    EXPECT_NEAR(white[0], 65535, 2);
    EXPECT_NEAR(white[1], 32896, 30);
    EXPECT_NEAR(white[2], 32896, 30);
    // sRGB red under D50 is L* 54.29, a* 80.81, b* 69.89 (Lindbloom's calculator).
    const auto red = dicomCieLab({255, 0, 0});
    EXPECT_NEAR(red[0] * 100.0 / 65535, 54.29, 0.05);
    EXPECT_NEAR(red[1] * 255.0 / 65535 - 128, 80.81, 0.1);
    EXPECT_NEAR(red[2] * 255.0 / 65535 - 128, 69.89, 0.1);
}
