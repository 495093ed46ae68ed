#include "tests/app/cli/CliProcess.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// anonymize and audit, without a model.

using namespace fovea::test;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

class AnonymizeCommand : public ::testing::Test {
protected:
    void SetUp() override
    {
        writeSmallPhantoms(folder / "p", 1, 7);
        ASSERT_EQ(runCli({"import", folder / "p/phantom-7", "--archive", archive()}).exitCode, 0);
    }
    std::string archive() { return folder / "archive"; }
    json audit(const std::vector<std::string>& more = {})
    {
        std::vector<std::string> arguments{"audit", "list", "--archive", archive(), "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments).json()["entries"];
    }

    TemporaryFolder folder;
};

} // namespace

TEST_F(AnonymizeCommand, writesAStudyWithoutItsPatient)
{
    const json listed = runCli({"list", "--archive", archive(), "--json"}).json()["studies"][0];
    const CliResult result =
        runCli({"anonymize", "--study", std::string(listed["study_instance_uid"]), "--archive",
                archive(), "--out", folder / "out", "--shift-dates", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.log;
    EXPECT_EQ(result.json()["files"], 41);
    EXPECT_EQ(result.json()["series"], 2);
    EXPECT_THAT(result.json()["left_out"], IsEmpty());
    ASSERT_EQ(runCli({"import", folder / "out", "--archive", folder / "other"}).exitCode, 0);
    const json again =
        runCli({"list", "--archive", folder / "other", "--json"}).json()["studies"][0];
    EXPECT_EQ(again["patient_name"], result.json()["pseudonyms"][0]);
    EXPECT_NE(again["patient_name"], listed["patient_name"]);
    EXPECT_NE(again["study_instance_uid"], listed["study_instance_uid"]);
    EXPECT_NE(again["date"], listed["date"]);
    EXPECT_EQ(std::string(again["date"]).size(), 8u);
    EXPECT_EQ(again["series"][0]["label_maps"].size(), 1u);

    const json exported = audit({"--action", "exported"});
    ASSERT_EQ(exported.size(), 1u);
    EXPECT_EQ(exported[0]["study_id"], listed["study_id"]);
    EXPECT_EQ(exported[0]["details"], "anonymized DICOM");

    // Not over what is there.
    EXPECT_EQ(
        runCli({"anonymize", "--all", "--archive", archive(), "--out", folder / "out"}).exitCode,
        1);
}

TEST_F(AnonymizeCommand, showsBeforehandWhatGoes)
{
    const CliResult preview = runCli(
        {"anonymize", "--folder", folder / "p", "--archive", archive(), "--preview", "--json"});
    ASSERT_EQ(preview.exitCode, 0) << preview.log;
    EXPECT_EQ(preview.json()["files"], 41);
    EXPECT_EQ(preview.json()["left_out"].size(), 2u); // The report and the truth beside it.
    bool name = false;
    const json changes = preview.json()["changes"];
    for (const json& change : changes)
        name |= change["attribute"] == "(0010,0010)" && change["fate"] == "replaced";
    EXPECT_TRUE(name);
    EXPECT_EQ(runCli({"anonymize", "--folder", folder / "p"}).exitCode, 1) << "no --out";
    EXPECT_EQ(runCli({"anonymize", "--out", folder / "out"}).exitCode, 1) << "nothing to export";
}

TEST_F(AnonymizeCommand, theLogIsListedCheckedAndExported)
{
    const json entries = audit();
    ASSERT_GE(entries.size(), 2u);
    EXPECT_EQ(entries.back()["id"], 1);
    EXPECT_EQ(audit({"--action", "imported"}).size(), 1u);
    EXPECT_THAT(audit({"--to", "2001-01-01"}), IsEmpty());
    const CliResult sound = runCli({"audit", "verify", "--archive", archive(), "--json"});
    EXPECT_EQ(sound.exitCode, 0);
    EXPECT_EQ(sound.json()["sound"], true);
    EXPECT_EQ(sound.json()["entries"], entries.size());
    ASSERT_EQ(
        runCli({"audit", "export", "--archive", archive(), "--out", folder / "log.csv"}).exitCode,
        0);
    std::ifstream file(folder / "log.csv");
    std::string line;
    std::size_t lines = 0;
    while (std::getline(file, line)) {
        ++lines;
        EXPECT_THAT(line, Not(HasSubstr("Phantom")));
    }
    EXPECT_EQ(lines, entries.size() + 1);
    EXPECT_EQ(runCli({"audit", "list", "--archive", archive(), "--action", "nothing"}).exitCode, 1);
    EXPECT_EQ(runCli({"audit", "list", "--archive", archive(), "--from", "today"}).exitCode, 1);
}
