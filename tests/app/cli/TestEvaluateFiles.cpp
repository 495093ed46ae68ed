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
             {"evaluate", all, "--prompts", folder / "labels.csv"},
             {"evaluate", "--phantoms", "1", "--prompts", folder / "labels.csv"},
             {"evaluate", "--phantoms", "1", "--missing", "zero"},
             {"evaluate"}})
    {
        const CliResult result = runCli(request);
        EXPECT_EQ(result.exitCode, 1) << testing::PrintToString(request);
        EXPECT_THAT(result.output, IsEmpty());
    }
    EXPECT_THAT(runCli({"evaluate", folder / "absent"}).log, HasSubstr("predictions.csv"));
}

TEST(EvaluateStudies, MeasuresTheModelWithTheGivenTexts)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "prompts.json") << R"({
        "prompts": [{"anatomy": "lung", "finding": "pleural_effusion",
                     "positive": ["Pleural effusion."], "negative": ["No pleural effusion."],
                     "paraphrases": [{"positive": "Effusion.", "negative": "No effusion."}]}],
        "searches": [{"text": "pleural effusion", "finding": "pleural_effusion"}]})";
    const std::vector<std::string> request{
        "evaluate", "--phantoms", "8", "--seed", "3000001", "--prompts", folder / "prompts.json"};
    std::vector<std::string> asJson = request;
    asJson.emplace_back("--json");
    const CliResult result = runCli(asJson);
    ASSERT_EQ(result.exitCode, 0) << result.log;
    const json answer = result.json();
    EXPECT_EQ(answer["studies"], 8);
    const json& search = answer["text_search"];
    ASSERT_EQ(search["queries"].size(), 1u);
    EXPECT_EQ(search["queries"][0]["candidates"], 8);
    EXPECT_EQ(search["measured"], search["queries"][0]["relevant"] > 0 ? 1 : 0);
    ASSERT_EQ(answer["paraphrases"]["findings"].size(), 1u);
    EXPECT_EQ(answer["paraphrases"]["findings"][0]["auc"].size(), 1u);
    EXPECT_FALSE(answer["package_calibration"]["findings"].empty());
    EXPECT_TRUE(answer["global_statistics"].is_array());

    const CliResult text = runCli(request);
    EXPECT_THAT(text.output, HasSubstr("The same findings in other words"));
    EXPECT_THAT(text.output, HasSubstr("Searching studies by text"));
    EXPECT_THAT(text.output, HasSubstr("What one number about the region gives away"));
}
