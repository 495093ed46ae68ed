#include "tests/app/cli/CliProcess.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// What the program says to requests it cannot fulfil: exit code 1, the reason on standard error and
// nothing on standard output.

using namespace fovea::test;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

void expectRefused(const CliResult& result, const std::string& reason)
{
    EXPECT_EQ(result.exitCode, 1) << result.log;
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_THAT(result.log, HasSubstr(reason));
}

} // namespace

TEST(Requests, helpAndVersionAreAnswers)
{
    const CliResult help = runCli({"--help"});
    EXPECT_EQ(help.exitCode, 0);
    for (const char* name : {"import", "list", "analyze", "ask", "phantom", "train", "tune",
                             "compare", "evaluate", "model", "demo"})
        EXPECT_THAT(help.output, HasSubstr(name));
    const CliResult version = runCli({"--version"});
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_THAT(version.output, testing::ContainsRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
}

TEST(Requests, everySubcommandTakesArchiveAndJson)
{
    for (const char* name :
         {"import", "list", "analyze", "ask", "phantom", "train", "compare", "evaluate", "demo"})
    {
        const CliResult help = runCli({name, "--help"});
        EXPECT_EQ(help.exitCode, 0) << name;
        EXPECT_THAT(help.output, HasSubstr("--archive")) << name;
        EXPECT_THAT(help.output, HasSubstr("--json")) << name;
    }
}

TEST(Requests, nothingOrNonsenseIsRefused)
{
    EXPECT_EQ(runCli({}).exitCode, 1);
    expectRefused(runCli({"frobnicate"}), "frobnicate");
    expectRefused(runCli({"list", "--frobnicate"}), "frobnicate");
    expectRefused(runCli({"import"}), "path");
    expectRefused(runCli({"phantom", "--count", "0", "--out", "x"}), "--count");
    expectRefused(runCli({"phantom", "--site", "nowhere", "--out", "x"}), "lakeside");
}

TEST(Requests, missingFolderIsNamed)
{
    const TemporaryFolder folder;
    expectRefused(runCli({"import", folder / "absent", "--archive", folder / "archive", "--json"}),
                  "absent");
    EXPECT_FALSE(std::filesystem::exists(folder / "archive"))
        << "an archive was made although there was nothing to import";
}

TEST(Requests, folderWithoutCtIsRefused)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "note.txt") << "not an image";
    expectRefused(
        runCli({"import", folder.path().string(), "--archive", folder / "archive", "--json"}),
        "no CT series");
}

TEST(Requests, mistypedArchiveIsNotAnEmptyOne)
{
    const TemporaryFolder folder;
    expectRefused(runCli({"list", "--archive", folder / "absent", "--json"}), "absent");
    EXPECT_FALSE(std::filesystem::exists(folder / "absent"));
}

TEST(Requests, ownArchiveIsEmptyAtFirst)
{
    const CliResult result = runCli({"list", "--json"});
    EXPECT_EQ(result.exitCode, 0) << result.log;
    EXPECT_THAT(result.json()["studies"], IsEmpty());
}

TEST(Requests, selectionMustBeExactlyOne)
{
    const TemporaryFolder folder;
    EXPECT_EQ(runCli({"analyze", "--archive", folder / "a"}).exitCode, 1);
    EXPECT_EQ(runCli({"analyze", "--series", "1", "--all", "--archive", folder / "a"}).exitCode, 1);
    EXPECT_EQ(runCli({"ask", "text", "--archive", folder / "a"}).exitCode, 1);
}

TEST(Requests, absentModelIsNamedBeforeAnythingIsLoaded)
{
    const TemporaryFolder folder;
    expectRefused(runCli({"model", "info", folder / "absent", "--json"}), "absent");
    expectRefused(runCli({"evaluate", "--phantoms", "1", "--model", folder / "absent"}), "absent");
}

TEST(Requests, trainingNeedsStudiesAndRecipe)
{
    const TemporaryFolder folder;
    expectRefused(
        runCli({"train", "--phantoms", "2", "--recipe", folder / "absent", "--out", folder / "m"}),
        "absent");
    std::ofstream(folder / "recipe.json") << "{}";
    expectRefused(runCli({"train", "--recipe", folder / "recipe.json", "--out", folder / "m"}),
                  "--phantoms");
    expectRefused(runCli({"train", "--data", folder.path().string(), "--recipe",
                          folder / "recipe.json", "--out", folder / "m"}),
                  "no studies");
    EXPECT_FALSE(std::filesystem::exists(folder / "m"));
}
