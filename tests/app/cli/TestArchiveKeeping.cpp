#include "tests/app/cli/CliProcess.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// archive check, repair, backup, restore: on an archive of two phantoms.

using namespace fovea::test;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

namespace {

class ArchiveKeeping : public testing::Test {
protected:
    ArchiveKeeping()
    {
        writeSmallPhantoms(folder / "p", 2);
        EXPECT_EQ(runCli({"import", folder / "p", "--archive", archive}).exitCode, 0);
    }
    /// A slice, not a segmentation, which is larger.
    fs::path anyImage() const
    {
        for (const auto& entry : fs::recursive_directory_iterator(archive + "/files")) {
            if (entry.is_regular_file() && entry.file_size() < 20'000)
                return entry.path();
        }
        return {};
    }
    std::size_t studies(const std::string& of) const
    {
        return runCli({"list", "--archive", of, "--json"}).json()["studies"].size();
    }

    const TemporaryFolder folder;
    const std::string archive = folder / "a";
};

} // namespace

TEST_F(ArchiveKeeping, aSoundArchiveIsSaidToBe)
{
    const CliResult text = runCli({"archive", "check", "--thorough", "--archive", archive});
    EXPECT_EQ(text.exitCode, 0) << text.log;
    EXPECT_THAT(text.output, HasSubstr("Everything is as recorded"));
    const json report = runCli({"archive", "check", "--archive", archive, "--json"}).json();
    EXPECT_EQ(report["sound"], true);
    EXPECT_EQ(report["studies"], 2);
    EXPECT_EQ(report["files"], 82);
    EXPECT_THAT(report["problems"], IsEmpty());
}

TEST_F(ArchiveKeeping, repairsWithoutLosingAnything)
{
    fs::remove(anyImage());
    std::ofstream(archive + "/files/stray.txt") << "x";
    const CliResult found = runCli({"archive", "check", "--archive", archive, "--json"});
    EXPECT_EQ(found.exitCode, 2);
    ASSERT_EQ(found.json()["problems"].size(), 2u);
    EXPECT_EQ(found.json()["problems"][0]["kind"], "image_missing");
    EXPECT_EQ(found.json()["problems"][0]["remedy"], "records_go");
    EXPECT_EQ(found.json()["problems"][1]["subject"], "files/stray.txt");

    const CliResult first = runCli({"archive", "repair", "--archive", archive, "--json"});
    EXPECT_EQ(first.exitCode, 2) << "the image is still missing";
    EXPECT_EQ(first.json()["mended"].size(), 1u);
    EXPECT_TRUE(fs::exists(first.json()["moved_to"].get<std::string>() + "/files/stray.txt"));
    const CliResult second =
        runCli({"archive", "repair", "--remove-records", "--archive", archive, "--json"});
    EXPECT_EQ(second.exitCode, 0) << second.log;
    EXPECT_TRUE(fs::exists(second.json()["database_before"].get<std::string>()));
    EXPECT_EQ(studies(archive), 2u);
}

TEST_F(ArchiveKeeping, backsUpAndRestores)
{
    const CliResult backup =
        runCli({"archive", "backup", "--to", folder / "b", "--archive", archive, "--json"});
    ASSERT_EQ(backup.exitCode, 0) << backup.log;
    const std::string made = backup.json()["folder"];
    EXPECT_EQ(backup.json()["files"], 83);

    fs::remove(archive + "/fovea.db");
    const CliResult list = runCli({"list", "--archive", archive});
    EXPECT_EQ(list.exitCode, 1);
    const CliResult restored =
        runCli({"archive", "restore", "--from", made, "--archive", archive, "--json"});
    ASSERT_EQ(restored.exitCode, 0) << restored.log;
    EXPECT_TRUE(fs::exists(restored.json()["kept_aside"].get<std::string>() + "/files"));
    EXPECT_EQ(studies(archive), 2u);
    EXPECT_EQ(runCli({"archive", "check", "--thorough", "--archive", archive}).exitCode, 0);

    const CliResult none =
        runCli({"archive", "restore", "--from", folder / "p", "--archive", folder / "c"});
    EXPECT_EQ(none.exitCode, 1);
    EXPECT_THAT(none.log, HasSubstr("manifest.txt"));
    EXPECT_FALSE(fs::exists(folder / "c"));
}

TEST_F(ArchiveKeeping, anArchiveWithoutItsDatabaseIsNotAnEmptyOne)
{
    fs::remove(archive + "/fovea.db");
    const CliResult import = runCli({"import", folder / "p", "--archive", archive});
    EXPECT_EQ(import.exitCode, 1);
    EXPECT_THAT(import.log, HasSubstr("holds images but no database"));
    EXPECT_FALSE(fs::exists(archive + "/fovea.db"));
}
