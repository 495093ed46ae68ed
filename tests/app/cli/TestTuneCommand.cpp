#include "app/work/tuning/PatientSplit.h"
#include "model/evaluate/TuningJudgement.h"
#include "storage/StudyDatabase.h"
#include "tests/app/cli/CliProcess.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

// tune check, activate and export with the bundled demo model.

using namespace fovea;
using namespace fovea::test;
using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;

namespace {

const std::string DemoPackage = std::string(FOVEA_SOURCE_DIR) + "/resources/model/demo";

std::string contents(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

/// An archive with three phantoms, and their reports in a table.
class TuneCommands : public testing::Test {
protected:
    void SetUp() override
    {
        m_archive = m_folder / "a";
        std::string table = "StudyInstanceUID,Report\r\n";
        const json phantoms = writeSmallPhantoms(m_folder / "p", 3)["phantoms"];
        for (const json& one : phantoms) {
            m_uids.push_back(one["study_instance_uid"]);
            table += m_uids.back() + ',' +
                     quoted(contents(one["folder"].get<std::string>() + "/report.txt")) + "\r\n";
        }
        std::ofstream(m_folder / "reports.csv", std::ios::binary) << table << "1.2.3,Lost.\r\n";
        ASSERT_EQ(run({"import", m_folder / "p"}).exitCode, 0);
    }

    CliResult run(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--archive", m_archive, "--json"});
        return runCli(arguments);
    }
    static int known(const json& answer, const std::string& finding, const char* what)
    {
        int sum = 0;
        for (const json& one : answer["findings"]) {
            for (const char* split : {"training", "validation", "test"})
                sum += one["finding"] == finding ? one[split][what].get<int>() : 0;
        }
        return sum;
    }
    static std::vector<std::string> problems(const json& answer)
    {
        std::vector<std::string> ids;
        for (const json& one : answer["problems"])
            ids.push_back(one["problem"]);
        return ids;
    }

    TemporaryFolder m_folder;
    std::string m_archive;
    std::vector<std::string> m_uids;
};

} // namespace

TEST_F(TuneCommands, checkCountsWhatReportsSayAndPointsAtProblems)
{
    const CliResult checked = run({"tune", "check", "--reports", m_folder / "reports.csv"});
    ASSERT_EQ(checked.exitCode, 0) << checked.log;
    const json answer = checked.json();
    int studies = 0;
    for (const auto& [split, count] : answer["studies"].items())
        studies += count.get<int>();
    EXPECT_EQ(studies, 3);
    EXPECT_EQ(known(answer, "pleural_effusion", "present") +
                  known(answer, "pleural_effusion", "absent"),
              3);
    EXPECT_THAT(problems(answer), Contains("too_few_studies"));
    EXPECT_THAT(problems(answer), Contains("row_without_study"));
    EXPECT_THAT(problems(answer), testing::Not(Contains("report_not_understood")));
    // Looking fixes nothing.
    EXPECT_FALSE(std::filesystem::exists(m_archive + "/tuning/split.json"));
    // No name and no UID of a patient in what is pointed out.
    for (const json& one : answer["problems"]) {
        for (const std::string& uid : m_uids)
            EXPECT_THAT(one.dump(), testing::Not(HasSubstr(uid)));
    }
}

TEST_F(TuneCommands, textsAreWrittenCorrectedAndRead)
{
    const std::string texts = m_folder / "texts.csv";
    ASSERT_EQ(
        run({"tune", "check", "--reports", m_folder / "reports.csv", "--texts", texts}).exitCode,
        0);
    EXPECT_THAT(contents(texts), HasSubstr(m_uids[0]));
    const auto check = [&] { return run({"tune", "check", "--corrections", texts}).json(); };
    EXPECT_EQ(known(check(), "pleural_effusion", "present") +
                  known(check(), "pleural_effusion", "absent"),
              3);
    std::ofstream(texts) << "study,anatomy,text\n"
                         << m_uids[1] << ",lung,Large right pleural effusion.\n";
    const json corrected = check();
    EXPECT_EQ(known(corrected, "pleural_effusion", "present"), 1);
    EXPECT_THAT(problems(corrected), Contains("study_without_labels"));
}

TEST_F(TuneCommands, newFindingsAreCountedToo)
{
    std::ofstream(m_folder / "new.json")
        << R"({"findings": [{"anatomy": "lung", "id": "pneumothorax", "name": "Pneumothorax",
                             "positive": ["Pneumothorax."], "negative": ["No pneumothorax."]}]})";
    std::ofstream(m_folder / "labels.csv") << "study,pneumothorax\n"
                                           << m_uids[0] << ",1\n"
                                           << m_uids[1] << ",0\n";
    const CliResult checked =
        run({"tune", "check", "--new", m_folder / "new.json", "--labels", m_folder / "labels.csv"});
    ASSERT_EQ(checked.exitCode, 0) << checked.log;
    EXPECT_EQ(known(checked.json(), "pneumothorax", "present"), 1);
    EXPECT_EQ(known(checked.json(), "pneumothorax", "absent"), 1);

    // Not without being told what it is.
    EXPECT_EQ(run({"tune", "check", "--labels", m_folder / "labels.csv"}).exitCode, 1);
    std::ofstream(m_folder / "new.json")
        << R"({"findings": [{"anatomy": "spleen", "id": "x", "name": "X", "positive": ["a"],
                             "negative": ["b"]}]})";
    EXPECT_EQ(run({"tune", "check", "--new", m_folder / "new.json"}).exitCode, 1);
}

TEST_F(TuneCommands, judgeComparesOnTheRememberedTestSplitAlone)
{
    const std::string package = m_folder / "tuned";
    std::filesystem::copy(DemoPackage, package);
    const std::vector<std::string> judge{"tune",
                                         "judge",
                                         package,
                                         "--model",
                                         DemoPackage,
                                         "--reports",
                                         m_folder / "reports.csv",
                                         "--no-benchmark"};
    // A split made now could hold what the package has learnt from.
    const CliResult unknown = run(judge);
    EXPECT_EQ(unknown.exitCode, 1);
    EXPECT_THAT(unknown.log, HasSubstr("not remembered"));
    EXPECT_FALSE(std::filesystem::exists(package + "/judgement.json"));
    {
        const auto database = StudyDatabase::open(m_archive);
        ASSERT_TRUE(database);
        PatientSplit split = newPatientSplit(1);
        const auto studies = database->studies();
        for (const StudyRecord& study : *studies)
            split.patients[split.keyOf(study)] = TuningSplit::Test;
        ASSERT_TRUE(writePatientSplit(m_archive, split));
    }
    const CliResult judged = run(judge);
    ASSERT_EQ(judged.exitCode, 0) << judged.log;
    const json answer = judged.json();
    EXPECT_EQ(answer["test"]["studies"], 3);
    EXPECT_EQ(answer["before"], answer["after"]);
    EXPECT_TRUE(answer["benchmark"].is_null());
    // Three studies cannot tell.
    ASSERT_EQ(answer["refusals"].size(), 1U);
    EXPECT_EQ(answer["refusals"][0]["what"], "nothing_judged");
    EXPECT_EQ(run({"tune", "activate", package}).exitCode, 1);
}

TEST_F(TuneCommands, badRequestsAreRefused)
{
    EXPECT_EQ(run({"tune"}).exitCode, 1);
    EXPECT_EQ(run({"tune", "check", "--reports", m_folder / "none.csv"}).exitCode, 1);
    EXPECT_EQ(run({"tune", "check", "--from", "yesterday"}).exitCode, 1);
    EXPECT_EQ(run({"tune", "export", DemoPackage, "--out", m_folder / "adapter"}).exitCode, 1);
    EXPECT_FALSE(std::filesystem::exists(m_folder / "adapter"));
}

TEST_F(TuneCommands, aModelThatIsWorseIsActivatedOnlyAnyway)
{
    // Not judged at all.
    EXPECT_EQ(run({"tune", "activate", DemoPackage}).exitCode, 1);

    const std::string package = m_folder / "tuned";
    std::filesystem::copy(DemoPackage, package);
    TuningJudgement judgement;
    judgement.after = run({"model", "info", package}).json()["fingerprint"];
    std::ofstream(package + "/judgement.json") << tuningJudgementToJson(judgement);
    const CliResult good = run({"tune", "activate", package});
    EXPECT_EQ(good.exitCode, 0) << good.log;
    EXPECT_TRUE(good.json()["activated"].get<bool>());

    TuningConcern worse;
    worse.key = {"lung", "pleural_effusion"};
    worse.change = {0.9, 0.7, {}, 0.001, 0.002};
    judgement.refusals = {worse};
    std::ofstream(package + "/judgement.json") << tuningJudgementToJson(judgement);
    const CliResult refused = run({"tune", "activate", package});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_FALSE(refused.json()["activated"].get<bool>());
    EXPECT_THAT(refused.json()["refusals"][0]["text"].get<std::string>(),
                HasSubstr("significantly worse"));
    EXPECT_EQ(run({"tune", "activate", package, "--anyway"}).exitCode, 0);

    // The judgement of another model says nothing of this one.
    judgement.refusals.clear();
    judgement.after = "other";
    std::ofstream(package + "/judgement.json") << tuningJudgementToJson(judgement);
    EXPECT_EQ(run({"tune", "activate", package}).exitCode, 1);
}
