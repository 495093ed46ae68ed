#include "tests/app/cli/CliProcess.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace fovea::test;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// Two findings of four volumes; the last has no score for B.
void writeTables(const TemporaryFolder& folder)
{
    std::ofstream(folder / "predictions.csv") << "v,A,B\nw,0.1,0.2\nx,0.2,0.3\ny,0.8,0.1\nz,0.9,\n";
    std::ofstream(folder / "labels.csv")
        << "v,A,B,C\nw,0,1,0\nx,0,0,0\ny,1,0,0\nz,1,0,0\nother,1,1,1\n";
}

} // namespace

TEST(EvaluateFiles, AFolderOrTwoFilesGiveTheSame)
{
    const TemporaryFolder folder;
    writeTables(folder);
    const CliResult ofFolder = runCli({"evaluate", folder.path().string(), "--json"});
    ASSERT_EQ(ofFolder.exitCode, 0) << ofFolder.log;
    const json answer = ofFolder.json();
    EXPECT_EQ(answer["studies"], 4);
    EXPECT_EQ(answer["files"]["only_in_truth"], 1);
    EXPECT_EQ(answer["files"]["labels_without_predictions"], json({"C"}));
    ASSERT_EQ(answer["findings"].size(), 2u);
    EXPECT_EQ(answer["findings"][0]["finding"], "A");
    EXPECT_EQ(answer["findings"][0]["auc"], 1.0);
    EXPECT_EQ(answer["findings"][0]["sensitivity"], 1.0);
    EXPECT_EQ(answer["findings"][1]["unscored"], 1);
    EXPECT_NEAR(answer["findings"][1]["auc"].get<double>(), 2.0 / 3.0, 1e-12);

    const CliResult ofFiles = runCli({"evaluate", "--predictions", folder / "predictions.csv",
                                      "--truth", folder / "labels.csv", "--json"});
    EXPECT_EQ(ofFiles.output, ofFolder.output);

    const CliResult leftOut =
        runCli({"evaluate", folder.path().string(), "--missing", "leave-out", "--json"});
    EXPECT_EQ(leftOut.json()["findings"][1]["auc"], 0.5);

    const CliResult text = runCli({"evaluate", folder.path().string()});
    EXPECT_THAT(text.output, HasSubstr("4 volumes of 4 patients"));
    EXPECT_THAT(text.output, HasSubstr("1 volumes have truth and no predictions"));
}

TEST(EvaluateFiles, ABadCellIsNamedByLineAndColumn)
{
    const TemporaryFolder folder;
    writeTables(folder);
    std::ofstream(folder / "predictions.csv") << "v,A\nw,0.1\nx,much\n";
    const CliResult result = runCli({"evaluate", folder.path().string()});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_THAT(result.log, HasSubstr("line 3, column “A”"));
}

TEST(EvaluateFiles, RequestsThatDoNotFitTogetherAreRefused)
{
    const TemporaryFolder folder;
    writeTables(folder);
    const std::string all = folder.path().string();
    for (const std::vector<std::string>& request : std::vector<std::vector<std::string>>{
             {"evaluate", "--predictions", folder / "predictions.csv"},
             {"evaluate", "--truth", folder / "labels.csv"},
             {"evaluate", all, "--phantoms", "2"},
             {"evaluate", all, "--truth", folder / "labels.csv"},
             {"evaluate", all, "--missing", "maybe"},
             {"evaluate", all, "--model", all},
             {"evaluate", "--phantoms", "1", "--missing", "zero"},
             {"evaluate"}})
    {
        const CliResult result = runCli(request);
        EXPECT_EQ(result.exitCode, 1) << testing::PrintToString(request);
        EXPECT_THAT(result.output, IsEmpty());
    }
    EXPECT_THAT(runCli({"evaluate", folder / "absent"}).log, HasSubstr("predictions.csv"));
}
