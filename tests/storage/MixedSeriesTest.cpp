#include "storage/Importer.h"
#include "storage/SeriesReader.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>
#include <functional>

// Series as they come from the field: more than one stack under one UID, images twice, each image
// with a rescale of its own.

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

class MixedSeries : public ::testing::Test {
protected:
    MixedSeries()
    {
        const auto written = writeCtSeries(*volume, folder / "ct", samplePatient(), seeded(6));
        EXPECT_TRUE(written.ok());
        files = pathsOf(*written);
    }

    static void edit(const fs::path& path, const std::function<void(DcmDataset&)>& change)
    {
        DcmFileFormat file;
        ASSERT_TRUE(file.loadFile(path.c_str()).good());
        ASSERT_TRUE(file.loadAllDataIntoMemory().good());
        change(*file.getDataset());
        ASSERT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    }

    ScanReport scanned() const { return taken(scanFolder(folder / "ct", Progress())); }

    const TemporaryFolder folder;
    const ImageGeometry geometry = smallGeometry(6);
    const VolumePtr volume = sampleVolume(geometry);
    std::vector<fs::path> files; ///< By k.
};

} // namespace

TEST_F(MixedSeries, IsOneStackForEachOrientation)
{
    // The two uppermost are coronal.
    for (const std::size_t k : {std::size_t{4}, std::size_t{5}}) {
        edit(files[k], [&](DcmDataset& data) {
            data.putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\0\\0\\-1");
            data.putAndInsertString(DCM_ImagePositionPatient,
                                    k == 4 ? "0\\10\\200" : "0\\12.5\\200");
        });
    }
    const ScanReport report = scanned();
    ASSERT_EQ(report.allSeries().size(), 2u);
    const auto axial = readSeries(*report.allSeries()[0], Progress());
    const auto coronal = readSeries(*report.allSeries()[1], Progress());
    ASSERT_TRUE(axial.ok() && coronal.ok());
    EXPECT_EQ(axial->volume->geometry().size, (Index3{7, 6, 4}));
    EXPECT_EQ(coronal->volume->geometry().size, (Index3{7, 6, 2}));
    EXPECT_EQ(coronal->volume->geometry().axes[2], (Vec3{0, 1, 0}));
    for (int k = 0; k < 4; ++k) {
        for (int j = 0; j < 6; ++j) {
            for (int i = 0; i < 7; ++i)
                ASSERT_EQ(axial->volume->at({i, j, k}), volume->at({i, j, k}));
        }
    }
    EXPECT_EQ(coronal->volume->at({3, 2, 1}), volume->at({3, 2, 5}));
    EXPECT_EQ(readSeries(files, Progress()).error().code, ErrorCode::InconsistentSeries);

    auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database.ok());
    EXPECT_EQ(taken(importScan(*database, report, ImportMode::Copy)).seriesAdded, 2);
}

TEST_F(MixedSeries, TakesEachPlaceOnce)
{
    // One file twice, and one image again under another identity.
    fs::copy_file(files[2], folder / "ct" / "again.dcm");
    const fs::path resent = folder / "ct" / "resent.dcm";
    fs::copy_file(files[3], resent);
    edit(resent, [](DcmDataset& data) {
        data.putAndInsertString(DCM_SOPInstanceUID, "2.25.77");
        data.putAndInsertString(DCM_InstanceNumber, "99");
    });
    const ScanReport report = scanned();
    ASSERT_EQ(report.leftOut.size(), 1u);
    EXPECT_EQ(report.leftOut[0].reason.arguments.at(0), "SOPInstanceUID");
    const auto read = readSeries(*report.allSeries().at(0), Progress());
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(std::ranges::equal(read->volume->voxels(), volume->voxels()));
    ASSERT_EQ(read->notes.size(), 1u);
    EXPECT_EQ(read->notes[0].kind, SeriesNote::Kind::DuplicatePositions);
    EXPECT_EQ(read->notes[0].count, 1);
}

TEST_F(MixedSeries, RescalesEveryImageByItsOwnValuesAndSign)
{
    const std::size_t slice = 7 * 6;
    const auto stored = [&](std::size_t k, std::size_t i) {
        return volume->voxels()[k * slice + i];
    };
    edit(files[1], [](DcmDataset& data) {
        data.putAndInsertString(DCM_RescaleSlope, "2");
        data.putAndInsertString(DCM_RescaleIntercept, "-10");
    });
    edit(files[2], [&](DcmDataset& data) { // Unsigned, moved up by 2000.
        std::vector<Uint16> pixels;
        for (std::size_t i = 0; i < slice; ++i)
            pixels.push_back(static_cast<Uint16>(stored(2, i) + 2000));
        data.putAndInsertUint16(DCM_PixelRepresentation, 0);
        data.putAndInsertString(DCM_RescaleIntercept, "-2000");
        data.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
    });
    const int padding = stored(3, 5);
    edit(files[3], [&](DcmDataset& data) {
        data.putAndInsertSint16(DCM_PixelPaddingValue, static_cast<Sint16>(padding));
    });
    const auto read = readSeries(*scanned().allSeries().at(0), Progress());
    ASSERT_TRUE(read.ok()) << read.error().detail;
    for (std::size_t i = 0; i < slice; ++i) {
        const auto hu = [&](std::size_t k) { return read->volume->voxels()[k * slice + i]; };
        EXPECT_EQ(hu(0), stored(0, i));
        EXPECT_EQ(hu(1), 2 * stored(1, i) - 10);
        EXPECT_EQ(hu(2), stored(2, i));
        EXPECT_EQ(hu(3), stored(3, i) == padding ? std::min(padding, -1024) : stored(3, i));
    }
}
