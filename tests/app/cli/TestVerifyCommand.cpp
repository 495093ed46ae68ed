#include "tests/app/cli/CliProcess.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// model verify: exit codes, table and JSON. What is compared is tested with model/verify.

using namespace fovea::test;
using nlohmann::json;
using testing::HasSubstr;

namespace {

const std::string golden = std::string(FOVEA_SOURCE_DIR) + "/tests/model/golden/";

} // namespace

TEST(VerifyCommand, aFileThatAgreesPasses)
{
    const CliResult told = runCli({"model", "verify", golden + "wordpiece.json"});
    EXPECT_EQ(told.exitCode, 0) << told.log;
    EXPECT_THAT(told.output, HasSubstr("Token ids"));
    EXPECT_THAT(told.output, HasSubstr("passed"));

    const CliResult result = runCli({"model", "verify", golden + "wordpiece.json", "--json"});
    const json answer = result.json();
    EXPECT_TRUE(answer["passed"].get<bool>());
    ASSERT_EQ(answer["files"].size(), 1u);
    EXPECT_EQ(answer["files"][0]["kind"], "tokenizer");
    EXPECT_EQ(answer["files"][0]["comparisons"][0]["quantity"], "token_ids");
    EXPECT_EQ(answer["files"][0]["comparisons"][0]["largest_difference"], 0.0);
    EXPECT_EQ(answer["files"][0]["not_compared"], json::array());
}

TEST(VerifyCommand, aFileThatDiffersFailsAndNamesTheQuantity)
{
    const TemporaryFolder folder;
    const std::string changed = folder / "changed.json";
    std::ofstream(changed) << R"({"vocabulary": ["[UNK]", "[CLS]", "[SEP]", "lung"],
        "encodings": [{"text": "Lung", "ids": [1, 2, 2]}], "figures": 7})";
    const CliResult told = runCli({"model", "verify", changed, golden + "wordpiece.json"});
    EXPECT_EQ(told.exitCode, 1);
    EXPECT_THAT(told.output, HasSubstr("FAILED"));
    EXPECT_THAT(told.output, HasSubstr("Not compared: figures"));
    EXPECT_THAT(told.output, HasSubstr("wordpiece.json")) << "the others are looked at as well";
    EXPECT_THAT(told.log, HasSubstr("Token ids"));
}

TEST(VerifyCommand, aFileThatIsNoneIsABadRequest)
{
    const TemporaryFolder folder;
    const std::string broken = folder / "broken.json";
    std::ofstream(broken) << "{\"config\": ";
    const CliResult told = runCli({"model", "verify", broken, "--json"});
    EXPECT_EQ(told.exitCode, 1);
    EXPECT_THAT(told.log, HasSubstr("not valid JSON"));
    EXPECT_FALSE(told.json()["passed"].get<bool>());
    EXPECT_THAT(told.json()["files"][0]["error"].get<std::string>(), HasSubstr("broken.json"));
    EXPECT_EQ(runCli({"model", "verify", folder / "absent.json"}).exitCode, 1);
    EXPECT_EQ(runCli({"model", "verify"}).exitCode, 1);
}

TEST(VerifyCommand, theBundledModelIsWhole)
{
    const CliResult result = runCli(
        {"model", "verify", std::string(FOVEA_SOURCE_DIR) + "/resources/model/demo", "--json"});
    EXPECT_EQ(result.exitCode, 0) << result.log;
    EXPECT_EQ(result.json()["files"][0]["fingerprint"].get<std::string>().size(), 64u);
}
