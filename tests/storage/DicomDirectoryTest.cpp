#include "storage/DicomScanner.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <fstream>
#include <map>

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

/// A directory that names files, whatever is there: offsets are left out, as broken ones are.
void writeDirectory(const fs::path& path, const std::vector<std::string>& names)
{
    DcmFileFormat file;
    file.getMetaInfo()->putAndInsertString(DCM_MediaStorageSOPClassUID,
                                           UID_MediaStorageDirectoryStorage);
    DcmDataset& data = *file.getDataset();
    data.putAndInsertString(DCM_FileSetID, "SAMPLE");
    data.putAndInsertString(DCM_SOPClassUID, UID_MediaStorageDirectoryStorage);
    data.putAndInsertString(DCM_SOPInstanceUID, "2.25.7");
    DcmSequenceOfItems* records = nullptr;
    data.insertEmptyElement(DCM_DirectoryRecordSequence);
    data.findAndGetSequence(DCM_DirectoryRecordSequence, records);
    for (const std::string& name : names) {
        DcmItem* record = nullptr;
        data.findOrCreateSequenceItem(DCM_DirectoryRecordSequence, record, -2);
        record->putAndInsertString(DCM_DirectoryRecordType, "IMAGE");
        record->putAndInsertString(DCM_ReferencedFileID, name.c_str());
    }
    ASSERT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
}

std::map<ErrorCode, int> reasons(const ScanReport& report)
{
    std::map<ErrorCode, int> out;
    for (const LeftOutFile& file : report.leftOut)
        ++out[file.reason.code];
    return out;
}

int imagesOf(const ScanReport& report)
{
    int images = 0;
    for (const ScannedSeries* series : report.allSeries())
        images += static_cast<int>(series->instances.size());
    return images;
}

} // namespace

TEST(DicomDirectory, NamesTheFilesOfAMediumWhateverIsWrongWithIt)
{
    FOVEA_NEEDS_SHARED_DATA();
    const auto whole = scanFolder(sharedData("dicomdir/pydicom/DICOMDIR"), Progress());
    ASSERT_TRUE(whole.ok());
    EXPECT_EQ(imagesOf(*whole), 9);
    EXPECT_EQ(whole->filesSeen, 31u);
    EXPECT_EQ(reasons(*whole)[ErrorCode::Localizer], 2);
    EXPECT_EQ(reasons(*whole)[ErrorCode::FileNotFound], 0);
    for (const char* name : {"DICOMDIR-reordered", "DICOMDIR-nooffset", "DICOMDIR-nopatient",
                             "DICOMDIR-bigEnd", "DICOMDIR-implicit", "DICOMDIR-empty.dcm"})
    {
        const auto report =
            scanFolder(sharedData(std::string("dicomdir/pydicom/") + name), Progress());
        ASSERT_TRUE(report.ok()) << name;
        EXPECT_EQ(imagesOf(*report), 9) << name;
        EXPECT_EQ(reasons(*report), reasons(*whole)) << name;
    }
}

TEST(DicomDirectory, SaysWhatIsMissingAndLeadsNowhereElse)
{
    const TemporaryFolder folder;
    const auto outside = writeCtSeries(*sampleVolume(smallGeometry(1)), folder / "outside",
                                       samplePatient("SAMPLE-2"), seeded(2));
    const auto inside = writeCtSeries(*sampleVolume(smallGeometry(3)), folder / "medium" / "made",
                                      samplePatient("SAMPLE-1"), seeded(1));
    ASSERT_TRUE(outside.ok() && inside.ok());
    const fs::path medium = folder / "medium";
    fs::create_directories(medium / "images");
    const auto files = pathsOf(*inside);
    for (std::size_t n = 0; n < files.size(); ++n) // As ISO 9660 comes out on some systems.
        fs::rename(files[n], medium / "images" / ("i" + std::to_string(n) + ";1"));
    fs::copy_file(pathsOf(*outside)[0], folder / "STOLEN");
    writeDirectory(medium / "DICOMDIR",
                   {"IMAGES\\I0", "IMAGES\\I1", "IMAGES\\I1", "IMAGES\\I7", "..\\STOLEN",
                    "IMAGES\\..\\..\\STOLEN", "/" + (folder / "STOLEN").string()});
    const auto report = scanFolder(medium / "DICOMDIR", Progress());
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(imagesOf(*report), 2) << "and not the third, which it does not name";
    EXPECT_EQ(reasons(*report),
              (std::map<ErrorCode, int>{{ErrorCode::FileNotFound, 1}, {ErrorCode::BrokenFile, 3}}));
    for (const ScannedStudy& study : report->studies)
        EXPECT_EQ(study.patient.id, "SAMPLE-1");
    // Below a folder, the files themselves are the truth.
    EXPECT_EQ(imagesOf(*scanFolder(medium, Progress())), 3);
}
