#include "storage/KeyObjects.h"

#include "storage/DicomHeader.h"
#include "storage/SecondaryCapture.h"
#include "tests/storage/DicomCheck.h"
#include "tests/storage/SampleResults.h"
#include "tests/storage/TemporaryFolder.h"

#include <gmock/gmock.h>

using namespace fovea;
using namespace fovea::test;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

DerivedOptions options()
{
    DerivedOptions result;
    result.uids.seed = 5;
    result.seriesDescription = "Key images";
    return result;
}

/// 4 by 3 pixels, each of another colour, at a position of the CT.
CapturedPicture picture(const Vec3& positionMm)
{
    CapturedPicture made;
    made.width = 4;
    made.height = 3;
    for (std::uint8_t i = 0; i < 12; ++i) {
        made.rgb.push_back(i);
        made.rgb.push_back(static_cast<std::uint8_t>(100 + i));
        made.rgb.push_back(static_cast<std::uint8_t>(255 - i));
    }
    made.positionMm = positionMm;
    made.mmPerPixel = 0.5;
    made.description = "Axial slice 3";
    return made;
}

/// SOP Instance UID of the slice k of the sample CT.
std::string sliceUid(const StudyResults& results, std::size_t k)
{
    const auto header = DicomHeader::load(results.ctFiles[k], DicomHeader::Extent::BeforePixelData);
    return header ? header->sopInstanceUid() : std::string();
}

} // namespace

TEST(PatientOrientation, SaysWhereRowsAndColumnsGo)
{
    EXPECT_EQ(patientOrientation({1, 0, 0}, {0, 1, 0}), "L\\P");
    EXPECT_EQ(patientOrientation({1, 0, 0}, {0, 0, -1}), "L\\F");
    EXPECT_EQ(patientOrientation({0, 1, 0}, {0, 0, -1}), "P\\F");
    EXPECT_EQ(patientOrientation({-0.8, 0.6, 0}, {0, 0, 1}), "RP\\H");
}

TEST(SecondaryCapture, IsThePictureOfItsSlice)
{
    const TemporaryFolder folder;
    const StudyResults results = sampleResults(folder.path());
    const Vec3 at = smallGeometry().indexToPatient({1, 1, 2});
    CapturedPicture typed = picture(at);
    typed.right = {0, 1, 0};
    typed.down = {0, 0, -1};
    typed.hasTypedText = true;
    const auto written =
        writeSecondaryCaptures({picture(at), typed}, results.ctFiles, folder.path(), options());
    ASSERT_TRUE(written.ok()) << written.error().detail;
    ASSERT_EQ(written->size(), 2u);
    const auto header = DicomHeader::load(written->front().path, DicomHeader::Extent::WholeFile);
    ASSERT_TRUE(header.ok());
    EXPECT_EQ(header->studyInstanceUid(), results.study.studyInstanceUid);
    EXPECT_EQ(header->text(DCM_PatientID), "SAMPLE-1");
    EXPECT_EQ(header->text(DCM_BurnedInAnnotation), "NO");
    EXPECT_EQ(header->texts(header->dataset(), DCM_PatientOrientation),
              (std::vector<std::string>{"L", "P"}));
    EXPECT_EQ(header->texts(header->dataset(), DCM_PixelSpacing),
              (std::vector<std::string>{"0.5", "0.5"}));
    DcmItem* source = itemAt(header->dataset(), DCM_SourceImageSequence);
    ASSERT_NE(source, nullptr);
    EXPECT_EQ(header->text(*source, DCM_ReferencedSOPInstanceUID), sliceUid(results, 2));
    const Uint8* pixels = nullptr;
    unsigned long count = 0;
    ASSERT_TRUE(header->dataset().findAndGetUint8Array(DCM_PixelData, pixels, &count).good());
    ASSERT_EQ(count, 36u);
    EXPECT_EQ(std::vector<std::uint8_t>(pixels, pixels + count), picture(at).rgb);

    // Across the slices there is no source image.
    const auto second = DicomHeader::load(written->back().path, DicomHeader::Extent::WholeFile);
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(itemAt(second->dataset(), DCM_SourceImageSequence), nullptr);
    EXPECT_EQ(second->text(DCM_BurnedInAnnotation), "YES");
    EXPECT_EQ(second->seriesInstanceUid(), header->seriesInstanceUid());
    EXPECT_NE(second->sopInstanceUid(), header->sopInstanceUid());
    for (const WrittenObject& object : *written)
        EXPECT_THAT(dciodvfy(object.path), Not(HasSubstr("Error")));
}

TEST(SecondaryCapture, RefusesAPictureWithoutPixels)
{
    const TemporaryFolder folder;
    const StudyResults results = sampleResults(folder.path());
    CapturedPicture empty = picture({0, 0, 0});
    empty.rgb.pop_back();
    const auto written = writeSecondaryCaptures({empty}, results.ctFiles, folder.path(), options());
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::BadOption);
    EXPECT_FALSE(std::filesystem::exists(folder / "capture-001.dcm"));
}

TEST(KeyObjects, PointAtImagesAndPictures)
{
    const TemporaryFolder folder;
    const StudyResults results = sampleResults(folder.path());
    const ImageGeometry geometry = smallGeometry();
    const Vec3 at = geometry.indexToPatient({1, 1, 2});
    const auto captures =
        writeSecondaryCaptures({picture(at)}, results.ctFiles, folder.path(), options());
    ASSERT_TRUE(captures.ok());
    // Twice on one slice, once across, once on another one, once above all.
    const std::vector<KeyPlane> planes{{at, {0, 0, 1}},
                                       {geometry.indexToPatient({3, 3, 2.3}), {0, 0, 1}},
                                       {at, {1, 0, 0}},
                                       {geometry.indexToPatient({0, 0, 4}), {0, 0, -1}},
                                       {geometry.indexToPatient({0, 0, 6}), {0, 0, 1}}};
    const auto written = writeKeyObjects(planes, *captures, results.ctFiles, "Two slices",
                                         folder / "ko.dcm", options());
    ASSERT_TRUE(written.ok()) << written.error().detail;
    const auto header = DicomHeader::load(folder / "ko.dcm", DicomHeader::Extent::WholeFile);
    ASSERT_TRUE(header.ok());
    EXPECT_EQ(header->text(DCM_Modality), "KO");
    EXPECT_EQ(header->text(DCM_PatientName), "Phantom^Sample");
    std::vector<std::string> referred;
    for (long i = 0; DcmItem* item = itemAt(header->dataset(), DCM_ContentSequence, i); ++i) {
        if (DcmItem* reference = itemAt(*item, DCM_ReferencedSOPSequence))
            referred.push_back(header->text(*reference, DCM_ReferencedSOPInstanceUID));
    }
    EXPECT_EQ(referred, (std::vector<std::string>{sliceUid(results, 2), sliceUid(results, 4),
                                                  captures->front().sopInstanceUid}));
    const std::string verdict = dciodvfy(folder / "ko.dcm");
    if (verdict.empty())
        GTEST_SKIP() << "no dciodvfy";
    EXPECT_THAT(verdict, Not(HasSubstr("Error")));
    const std::string dump = printedBy("dsrdump +Pl", folder / "ko.dcm");
    EXPECT_THAT(dump, Not(HasSubstr("E: ")));
    EXPECT_THAT(dump, HasSubstr("Key Object Selection Document"));
    EXPECT_THAT(dump, HasSubstr("Two slices"));
}

TEST(KeyObjects, NeedSomethingToPointAt)
{
    const TemporaryFolder folder;
    const StudyResults results = sampleResults(folder.path());
    const auto written = writeKeyObjects({{{0, 0, 0}, {1, 0, 0}}}, {}, results.ctFiles, {},
                                         folder / "ko.dcm", options());
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::BadOption);
}
