#include "app/work/tuning/StudyTexts.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

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

} // namespace
} // namespace fovea
