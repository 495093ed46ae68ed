#include "storage/CatalogFile.h"
#include "storage/CieLab.h"
#include "storage/DicomHeader.h"
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
namespace fs = std::filesystem;

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

TEST(SegmentationWriter, KeepsWhatIsMarkedOnAStraightenedOrHoledSeries)
{
    FOVEA_NEEDS_SHARED_DATA();
    const TemporaryFolder folder;
    const AnatomyCatalog anatomies = catalog();
    auto holed = filesIn(sharedData("chest-ct-small/ct-64-dicom"));
    holed.erase(holed.begin() + 40);
    for (const auto& files : {filesIn(sharedData("geometry/gantry-tilt-ge")), holed}) {
        const auto ct = readSeries(files, Progress());
        ASSERT_TRUE(ct.ok());
        const ImageGeometry& geometry = ct->volume->geometry();
        const LabelMapPtr labels = sampleLabels(geometry);
        const auto written =
            writeSegmentation(*labels, anatomies, files, folder / "seg.dcm", options());
        ASSERT_TRUE(written.ok()) << written.error().detail;
        const auto back =
            readLabelMap(folder / "seg.dcm", {geometry, {}, {}}, anatomies, {}, Progress());
        ASSERT_TRUE(back.ok()) << back.error().detail;
        EXPECT_TRUE(back->notes.empty()) << "not resampled again";
        ASSERT_EQ(back->labels->structures().size(), labels->structures().size());
        for (std::size_t s = 0; s < labels->structures().size(); ++s)
            EXPECT_EQ(back->labels->structures()[s].voxelCount, labels->structures()[s].voxelCount);
        fs::remove(folder / "seg.dcm");
    }
}

TEST(SegmentationReader, LaysFramesOfTiltedSlicesWhereTheyAre)
{
    // A segmentation whose frames are slices of a tilted gantry: 0.65 pixels further down the
    // columns from each to the next.
    const TemporaryFolder folder;
    ImageGeometry geometry = smallGeometry(8);
    geometry.size = {12, 20, 8};
    const auto ct =
        writeCtSeries(*sampleVolume(geometry), folder / "ct", samplePatient(), seeded(7));
    ASSERT_TRUE(ct.ok());
    const AnatomyCatalog anatomies = catalog();
    std::vector<std::uint16_t> voxels(geometry.voxelCount(), 0);
    for (int k = 0; k < 8; ++k) {
        for (int j = 4; j < 9; ++j) {
            for (int i = 2; i < 7; ++i)
                voxels[geometry.offset({i, j, k})] = 51;
        }
    }
    Structure heart;
    heart.label = 51;
    heart.name = "heart";
    heart.anatomyId = "heart";
    const LabelMapPtr labels = LabelMap::create(geometry, voxels, {heart});
    const fs::path path = folder / "seg.dcm";
    ASSERT_TRUE(writeSegmentation(*labels, anatomies, pathsOf(*ct), path, options()).ok());
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    const double step = 0.65 * geometry.spacingMm[1];
    for (int k = 0; k < 8; ++k) {
        DcmItem* frame = itemAt(*file.getDataset(), DCM_PerFrameFunctionalGroupsSequence, k);
        ASSERT_NE(frame, nullptr);
        DcmItem* place = itemAt(*frame, DCM_PlanePositionSequence);
        ASSERT_NE(place, nullptr);
        const Vec3 at = geometry.indexToPatient({0, 0, double(k)}) + geometry.axes[1] * (k * step);
        const std::string text =
            std::to_string(at[0]) + "\\" + std::to_string(at[1]) + "\\" + std::to_string(at[2]);
        ASSERT_TRUE(place->putAndInsertString(DCM_ImagePositionPatient, text.c_str()).good());
    }
    ASSERT_TRUE(file.saveFile(path.c_str()).good());

    const auto laid = readLabelMap(path, {geometry, {}, {}}, anatomies, {}, Progress());
    ASSERT_TRUE(laid.ok()) << laid.error().detail;
    EXPECT_EQ(laid->notes.at(0).kind, LabelMapNote::Kind::Resampled);
    for (int k = 0; k < 8; ++k) {
        const int down = static_cast<int>(std::floor(k * 0.65 + 0.5));
        for (int j = 0; j < 20; ++j)
            EXPECT_EQ(laid->labels->at({4, j, k}) != 0, j >= 4 + down && j < 9 + down)
                << "slice " << k << " row " << j;
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
