#include "app/work/tuning/StudyTexts.h"
#include "tests/storage/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

void writeDicomReport(const std::filesystem::path& path, const char* date, const char* text)
{
    DcmFileFormat file;
    DcmDataset& data = *file.getDataset();
    data.putAndInsertString(DCM_SOPClassUID, UID_BasicTextSRStorage);
    data.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.4");
    data.putAndInsertString(DCM_StudyInstanceUID, "1.2.3");
    data.putAndInsertString(DCM_AccessionNumber, "A7");
    data.putAndInsertString(DCM_ContentDate, date);
    DcmItem* item = nullptr;
    ASSERT_TRUE(data.findOrCreateSequenceItem(DCM_ContentSequence, item, -2).good());
    item->putAndInsertString(DCM_RelationshipType, "CONTAINS");
    item->putAndInsertString(DCM_ValueType, "TEXT");
    item->putAndInsertString(DCM_TextValue, text);
    ASSERT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
}

class StudyTextsTest : public ::testing::Test {
protected:
    Result<std::vector<StudyText>> read(const std::string& table)
    {
        const auto file = folder / "reports.csv";
        std::ofstream(file, std::ios::binary) << table;
        return readStudyTexts(file);
    }
    test::TemporaryFolder folder;
};

TEST_F(StudyTextsTest, QuotesLineEndsAndAByteOrderMark)
{
    const auto texts = read("\xEF\xBB\xBF"
                            "Accession,Patient,Report\r\n"
                            "A1,x,\"Lungs are clear, no \"\"nodule\"\".\r\nHeart is normal.\"\r\n"
                            "\r\n"
                            ",y,No key.\r\n"
                            "A2,z,\r\n"
                            "A3,z,\"  \n \"\r\n"
                            "\"A,4\",,Plain\r\n");
    ASSERT_TRUE(texts);
    ASSERT_EQ(texts->size(), 3U); // Two rows have no text.
    EXPECT_EQ((*texts)[0].study, "A1");
    EXPECT_EQ((*texts)[0].text, "Lungs are clear, no \"nodule\".\r\nHeart is normal.");
    EXPECT_EQ((*texts)[0].line, 2U);
    EXPECT_EQ((*texts)[1].study, "");
    EXPECT_EQ((*texts)[2].study, "A,4");
    EXPECT_EQ((*texts)[2].text, "Plain");
}

TEST_F(StudyTextsTest, ColumnsAreToldByTheirTitles)
{
    const auto two = read("anything,whatever\nA1,Clear.\n");
    ASSERT_TRUE(two);
    EXPECT_EQ(two->front().text, "Clear.");
    const auto parts = read("VolumeName,Findings_EN,Impressions_EN\nA1,Clear.,Normal.\nA2,,Ill.\n");
    ASSERT_TRUE(parts);
    EXPECT_EQ((*parts)[0].text, "Findings:\nClear.\n\nImpression:\nNormal.\n");
    EXPECT_EQ((*parts)[1].text, "Impression:\nIll.\n");
    const auto anatomy = read("study,anatomy,text\nA1,lung,Clear.\n");
    ASSERT_TRUE(anatomy);
    EXPECT_EQ(anatomy->front().anatomyId, "lung");

    EXPECT_EQ(read("study,date,sex\nA1,2,F\n").error().code, ErrorCode::TableColumnMissing);
    EXPECT_EQ(read("study,report\nA1\n").error().code, ErrorCode::TableRowInvalid);
    EXPECT_EQ(read("study,report\nA1,\"open\n").error().code, ErrorCode::TableRowInvalid);
    EXPECT_EQ(read("").error().code, ErrorCode::TableColumnMissing);
    EXPECT_TRUE(read("study,report\n")->empty());
    EXPECT_EQ(readStudyTexts(folder / "none.csv").error().code, ErrorCode::FileNotFound);
}

TEST_F(StudyTextsTest, AFolderNamesStudiesByItsFiles)
{
    EXPECT_EQ(readStudyTexts(folder.path()).error().code, ErrorCode::NoCases);
    std::ofstream(folder / "1.2.3.txt") << "\xEF\xBB\xBFLungs are clear.";
    std::ofstream(folder / "A7.TXT") << "Ill.";
    std::ofstream(folder / "A8.rtf") << "{}";
    std::filesystem::create_directory(folder / "A9.txt");
    const auto texts = readStudyTexts(folder.path());
    ASSERT_TRUE(texts);
    ASSERT_EQ(texts->size(), 2U);
    EXPECT_EQ((*texts)[0].study, "1.2.3");
    EXPECT_EQ((*texts)[0].text, "Lungs are clear.");
    EXPECT_EQ((*texts)[0].line, 0U);
    EXPECT_EQ((*texts)[1].study, "A7");
}

TEST_F(StudyTextsTest, AFolderOfDicomReportsHasTheAddendumLast)
{
    writeDicomReport(folder / "1.dcm", "20240202", "Addendum.");
    writeDicomReport(folder / "2", "20240131", "First.");
    std::ofstream(folder / "3.dcm") << "no DICOM";
    const auto texts = readStudyTexts(folder.path());
    ASSERT_TRUE(texts);
    ASSERT_EQ(texts->size(), 2U);
    EXPECT_EQ((*texts)[0].text, "First.\n");
    EXPECT_EQ((*texts)[1].text, "Addendum.\n");
    EXPECT_EQ((*texts)[1].study, "1.2.3");
    EXPECT_EQ((*texts)[1].accessionNumber, "A7");
    EXPECT_EQ((*texts)[1].file, (folder / "1.dcm").string());
}

} // namespace
} // namespace fovea
