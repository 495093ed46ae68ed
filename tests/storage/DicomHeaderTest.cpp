#include "storage/DicomHeader.h"

#include "storage/PixelDecoder.h"
#include "tests/storage/SharedData.h"

#include <filesystem>

using namespace fovea;
using fovea::test::sharedData;

namespace {

std::string patientNameIn(const char* file)
{
    const auto header = DicomHeader::load(sharedData("nasty/charsets") / file,
                                          DicomHeader::Extent::BeforePixelData);
    EXPECT_TRUE(header.ok()) << file;
    return header ? header->text(DCM_PatientName) : std::string();
}

} // namespace

TEST(DicomHeader, DecodesNamesInTheirCharacterSets)
{
    FOVEA_NEEDS_SHARED_DATA();
    EXPECT_EQ(patientNameIn("chrH31.dcm"), "Yamada^Tarou=山田^太郎=やまだ^たろう");
    EXPECT_EQ(patientNameIn("chrKoreanMulti.dcm"), "김희중");
    EXPECT_EQ(patientNameIn("chrFrenMulti.dcm"), "Buc^Jérôme");
    EXPECT_EQ(patientNameIn("chrX1.dcm"), "Wang^XiaoDong=王^小東=");
    EXPECT_EQ(patientNameIn("chrX2.dcm"), "Wang^XiaoDong=王^小东=");
    EXPECT_EQ(patientNameIn("chrRuss.dcm"), "Люкceмбypг");
}

TEST(DicomHeader, DecodesItemsInTheirOwnCharacterSet)
{
    FOVEA_NEEDS_SHARED_DATA();
    const auto header = DicomHeader::load(sharedData("nasty/charsets/chrSQEncoding1.dcm"),
                                          DicomHeader::Extent::BeforePixelData);
    ASSERT_TRUE(header.ok());
    DcmItem* item = itemAt(header->dataset(), DCM_RequestedProcedureCodeSequence);
    ASSERT_NE(item, nullptr);
    EXPECT_EQ(header->text(*item, DCM_PatientName), "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
}

TEST(DicomHeader, TellsUidsFromFileNameTricks)
{
    EXPECT_TRUE(isUid("1.2.840.10008.1.2"));
    EXPECT_TRUE(isUid("dccc9599087131742838cc1162a630fea87ba9bf61ac09bfda90d4adfa5ddaed"));
    EXPECT_FALSE(isUid(""));
    EXPECT_FALSE(isUid(".."));
    EXPECT_FALSE(isUid("1.2/../../etc"));
    EXPECT_FALSE(isUid("1.2\\3"));
    EXPECT_FALSE(isUid(std::string(65, '1')));
}

TEST(PixelDecoder, NeverCrashesOnBrokenFiles)
{
    FOVEA_NEEDS_SHARED_DATA();
    int decoded = 0;
    int refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(sharedData("nasty"))) {
        if (!entry.is_regular_file())
            continue;
        const auto header = DicomHeader::load(entry.path(), DicomHeader::Extent::BeforePixelData);
        if (!header)
            continue;
        const PixelExpectation expected{
            static_cast<int>(integerAt(header->dataset(), DCM_Columns).value_or(0)),
            static_cast<int>(integerAt(header->dataset(), DCM_Rows).value_or(0)),
            static_cast<int>(integerAt(header->dataset(), DCM_NumberOfFrames).value_or(1))};
        const auto pixels = decodePixels(entry.path(), expected);
        if (!pixels) {
            ++refused;
            continue;
        }
        ++decoded;
        EXPECT_EQ(pixels->bytes.size(), std::size_t(expected.columns) * expected.rows *
                                            expected.frames * pixels->bytesPerValue());
    }
    EXPECT_GT(decoded, 20);
    EXPECT_GT(refused, 20);
}
