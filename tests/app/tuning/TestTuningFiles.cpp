#include "app/work/tuning/StudyTexts.h"
#include "app/work/tuning/TuningNews.h"
#include "app/work/tuning/judgementFile.h"
#include "app/work/tuning/textTable.h"
#include "tests/app/tuning/siteRules.h"
#include "tests/storage/TemporaryFolder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

ModelInfo model()
{
    ModelInfo info;
    info.anatomyIds = {"lung", "heart"};
    info.findings = test::askedFindings();
    return info;
}

class TuningFilesOnDisk : public ::testing::Test {
protected:
    fs::path file(const std::string& name, const std::string& text)
    {
        std::ofstream(folder / name, std::ios::binary) << text;
        return folder / name;
    }
    ErrorCode newsError(const std::string& json)
    {
        const auto news = readTuningNews(file("new.json", json), model());
        return news ? ErrorCode::Cancelled : news.error().code;
    }
    test::TemporaryFolder folder;
};

TEST_F(TuningFilesOnDisk, TextsThatWereWrittenAreReadAsTheyWere)
{
    const auto database = StudyDatabase::open(folder / "archive");
    ASSERT_TRUE(database);
    SeriesEntry entry;
    entry.study.studyInstanceUid = "1.2.3";
    entry.series.seriesInstanceUid = "1.2.3.1";
    auto writable = StudyDatabase::open(folder / "archive");
    const auto stored = writable->addSeries(entry);
    ASSERT_TRUE(stored);
    TuningSet set;
    TuningStudy study;
    study.studyId = stored->studyId;
    study.regions = {{"lung", "A \"nodule\", 5 mm.\nNo effusion.", {}}, {"heart", "", {}}};
    set.studies = {study};
    const auto table = textTable(*database, set);
    ASSERT_TRUE(table);
    const auto texts = readStudyTexts(file("texts.csv", *table));
    ASSERT_TRUE(texts);
    ASSERT_EQ(texts->size(), 1U);
    EXPECT_EQ(texts->front().study, "1.2.3");
    EXPECT_EQ(texts->front().anatomyId, "lung");
    EXPECT_EQ(texts->front().text, "A \"nodule\", 5 mm.\nNo effusion.");
}

TEST_F(TuningFilesOnDisk, WhatIsNewIsReadAndChecked)
{
    const auto news =
        readTuningNews(file("new.json", R"({"anatomies": [{"id": "liver", "name": "Liver"}],
                             "findings": [{"anatomy": "liver", "id": "hepatic_steatosis",
                                           "name": "Hepatic steatosis", "positive": ["Fatty liver."],
                                           "negative": ["No fatty liver."]}]})"),
                       model());
    ASSERT_TRUE(news) << news.error().arguments.back();
    EXPECT_EQ(news->anatomies.front().id, "liver");
    EXPECT_TRUE(news->anatomies.front().structures.empty());
    EXPECT_EQ(news->findings.front().positive.front(), "Fatty liver.");

    EXPECT_EQ(readTuningNews(folder / "none.json", model()).error().code, ErrorCode::FileNotFound);
    for (const char* broken : {
             "",
             "[]",
             R"({"finding": []})",
             R"({"anatomies": [{"id": "lung", "name": "Lung"}]})",
             R"({"anatomies": [{"id": "", "name": "Lung"}]})",
             R"({"findings": [{"anatomy": "liver", "id": "x", "name": "X", "positive": ["a"],
                               "negative": ["b"]}]})",
             R"({"findings": [{"anatomy": "lung", "id": "gout", "name": "X", "positive": ["a"],
                               "negative": ["b"]}]})",
             R"({"findings": [{"anatomy": "lung", "id": "x", "name": "X", "positive": ["a"],
                               "negative": []}]})",
         })
        EXPECT_EQ(newsError(broken), ErrorCode::MetadataBroken) << broken;
}

TEST_F(TuningFilesOnDisk, AnAdapterIsCopiedWholeOrNotAtAll)
{
    const fs::path package = folder / "package";
    fs::create_directories(package / "adapter");
    EXPECT_EQ(copyAdapter(package, folder / "out").error().code, ErrorCode::ModelNotFound);
    file("package/adapter/adapter.json", "{}");
    EXPECT_EQ(copyAdapter(package, folder / "out").error().code, ErrorCode::FileNotWritable);
    EXPECT_FALSE(fs::exists(folder / "out"));
    file("package/adapter/adapter.safetensors", "tensors");
    file("package/adapter/else.txt", "not to be handed on");
    ASSERT_TRUE(copyAdapter(package, folder / "out"));
    EXPECT_TRUE(fs::exists(folder / "out/adapter.json"));
    EXPECT_TRUE(fs::exists(folder / "out/adapter.safetensors"));
    EXPECT_FALSE(fs::exists(folder / "out/else.txt"));
    EXPECT_EQ(copyAdapter(package, folder / "out").error().code, ErrorCode::BadOption);
}

TEST_F(TuningFilesOnDisk, AJudgementLiesInThePackage)
{
    EXPECT_FALSE(*readJudgement(folder.path()));
    TuningJudgement judgement;
    judgement.after = "f00d";
    ASSERT_TRUE(writeJudgement(folder.path(), judgement));
    const auto read = readJudgement(folder.path());
    ASSERT_TRUE(read && *read);
    EXPECT_EQ((*read)->after, "f00d");
    file("judgement.json", "{");
    EXPECT_EQ(readJudgement(folder.path()).error().code, ErrorCode::MetadataBroken);
}

} // namespace
} // namespace fovea
