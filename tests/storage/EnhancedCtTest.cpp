#include "storage/DicomHeader.h"
#include "storage/SeriesReader.h"
#include "tests/storage/SampleStructureSet.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/dcmdata/dcrleerg.h>

#include <array>
#include <gtest/gtest.h>
#include <string>
#include <vector>

// Enhanced CT (PS3.3 A.38) of our own making: frames in no order, each with a rescale of its own.

using namespace fovea;
namespace fs = std::filesystem;

namespace {

constexpr int columns = 5;
constexpr int rows = 4;

/// What a voxel of slice k is to be, in HU.
int huAt(int i, int j, int k)
{
    return -200 + 100 * k + 10 * j + i;
}

struct Frame {
    int slice = 0;
    double slope = 1;
    double intercept = -1024;
};

/// One file of a series; `part` tells its files apart.
fs::path writeEnhanced(const fs::path& folder, const std::vector<Frame>& frames,
                       bool sharedGeometry, int part = 1)
{
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    const auto put = [&](const DcmTagKey& tag, const std::string& value) {
        EXPECT_TRUE(data.putAndInsertString(tag, value.c_str()).good());
    };
    put(DCM_SOPClassUID, UID_EnhancedCTImageStorage);
    put(DCM_SOPInstanceUID, "2.25.90." + std::to_string(part));
    put(DCM_StudyInstanceUID, "2.25.91");
    put(DCM_SeriesInstanceUID, "2.25.92");
    put(DCM_FrameOfReferenceUID, "2.25.93");
    put(DCM_Modality, "CT");
    put(DCM_ImageType, "ORIGINAL\\PRIMARY\\VOLUME\\NONE");
    put(DCM_InstanceNumber, std::to_string(part));
    put(DCM_NumberOfFrames, std::to_string(frames.size()));
    put(DCM_PhotometricInterpretation, "MONOCHROME2");
    for (const auto& [tag, value] : {std::pair{DCM_SamplesPerPixel, 1},
                                     {DCM_Rows, rows},
                                     {DCM_Columns, columns},
                                     {DCM_BitsAllocated, 16},
                                     {DCM_BitsStored, 16},
                                     {DCM_HighBit, 15},
                                     {DCM_PixelRepresentation, 0}})
        data.putAndInsertUint16(tag, static_cast<Uint16>(value));
    const auto putGeometry = [](DcmItem& groups) {
        test::newItem(groups, DCM_PlaneOrientationSequence)
            .putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
        DcmItem& measures = test::newItem(groups, DCM_PixelMeasuresSequence);
        measures.putAndInsertString(DCM_PixelSpacing, "0.8\\0.7");
        measures.putAndInsertString(DCM_SliceThickness, "3");
    };
    DcmItem& shared = test::newItem(data, DCM_SharedFunctionalGroupsSequence);
    if (sharedGeometry)
        putGeometry(shared);
    std::vector<Uint16> pixels;
    for (const Frame& frame : frames) {
        DcmItem& groups = test::newItem(data, DCM_PerFrameFunctionalGroupsSequence);
        if (!sharedGeometry)
            putGeometry(groups);
        const std::string z = std::to_string(50 + 3 * frame.slice);
        test::newItem(groups, DCM_PlanePositionSequence)
            .putAndInsertString(DCM_ImagePositionPatient, ("-10\\-20\\" + z).c_str());
        DcmItem& rescale = test::newItem(groups, DCM_PixelValueTransformationSequence);
        rescale.putAndInsertString(DCM_RescaleSlope, std::to_string(frame.slope).c_str());
        rescale.putAndInsertString(DCM_RescaleIntercept, std::to_string(frame.intercept).c_str());
        for (int j = 0; j < rows; ++j) {
            for (int i = 0; i < columns; ++i)
                pixels.push_back(
                    static_cast<Uint16>((huAt(i, j, frame.slice) - frame.intercept) / frame.slope));
        }
    }
    data.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
    const fs::path path = folder / ("enhanced" + std::to_string(part) + ".dcm");
    EXPECT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    return path;
}

void expectRightVoxels(const std::vector<fs::path>& files, int slices)
{
    const auto read = readSeries(files, Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    const Volume& volume = *read->volume;
    ASSERT_EQ(volume.geometry().size, (Index3{columns, rows, slices}));
    EXPECT_NEAR(volume.geometry().spacingMm[0], 0.7, 1e-9);
    EXPECT_NEAR(volume.geometry().spacingMm[1], 0.8, 1e-9);
    EXPECT_NEAR(volume.geometry().spacingMm[2], 3.0, 1e-9);
    EXPECT_NEAR(volume.geometry().originMm[2], 50.0, 1e-9);
    for (int k = 0; k < slices; ++k) {
        for (int j = 0; j < rows; ++j) {
            for (int i = 0; i < columns; ++i)
                ASSERT_EQ(volume.at({i, j, k}), huAt(i, j, k)) << i << ' ' << j << ' ' << k;
        }
    }
}

/// In no order; slopes that divide what huAt() can be.
const std::vector<Frame> shuffled{{3, 1, -1024}, {0, 1, -1000}, {5, 1, -2048},
                                  {1, 1, -500},  {4, 1, 0},     {2, 1, -1024}};

} // namespace

TEST(EnhancedCt, FramesInNoOrderWithARescaleEach)
{
    const test::TemporaryFolder folder;
    expectRightVoxels({writeEnhanced(folder.path(), shuffled, true)}, 6);
    expectRightVoxels({writeEnhanced(folder.path(), shuffled, false)}, 6);
}

TEST(EnhancedCt, CompressedFramesAreThoseOfTheirGroups)
{
    const test::TemporaryFolder folder;
    const fs::path path = writeEnhanced(folder.path(), shuffled, true);
    DcmRLEEncoderRegistration::registerCodecs();
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    ASSERT_TRUE(file.getDataset()->chooseRepresentation(EXS_RLELossless, nullptr).good());
    ASSERT_TRUE(file.saveFile(path.c_str(), EXS_RLELossless).good());
    expectRightVoxels({path}, 6);
}

TEST(EnhancedCt, SeveralFilesOfOneSeriesAreOneVolume)
{
    const test::TemporaryFolder folder;
    const fs::path odd = writeEnhanced(folder.path(), {{5}, {1}, {3}}, true, 1);
    const fs::path even = writeEnhanced(folder.path(), {{4}, {0}, {2}}, false, 2);
    expectRightVoxels({odd, even}, 6);
}

TEST(EnhancedCt, AFrameThatDoesNotSayWhereItLiesIsRefused)
{
    const test::TemporaryFolder folder;
    const fs::path path = writeEnhanced(folder.path(), shuffled, true);
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    ASSERT_TRUE(file.loadAllDataIntoMemory().good());
    DcmItem* frame = nullptr;
    file.getDataset()->findAndGetSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, 4);
    ASSERT_NE(frame, nullptr);
    frame->findAndDeleteElement(DCM_PlanePositionSequence);
    ASSERT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    const auto read = readSeries(std::vector{path}, Progress());
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::BrokenFile);
}
