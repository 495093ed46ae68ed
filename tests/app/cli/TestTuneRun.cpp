#include "tests/app/cli/CliProcess.h"

#include <array>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <sys/resource.h>

// tune run from an archive of small phantoms to a judged package, and what ends it before.

using namespace fovea;
using namespace fovea::test;
using nlohmann::json;
using testing::HasSubstr;

namespace {

namespace fs = std::filesystem;

constexpr const char* finding = "cardiomegaly";

std::string contents(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// An archive that all cases share, and what is truly in it.
struct SmallArchive {
    SmallArchive()
    {
        const json phantoms = writeSmallPhantoms(folder / "p", 24, 40)["phantoms"];
        for (const json& one : phantoms) {
            bool there = false;
            for (const json& found : one["findings"])
                there = there || found["finding"] == finding;
            truth[one["study_instance_uid"]] = there;
        }
        EXPECT_EQ(runCli({"import", folder / "p", "--archive", folder / "a", "--json"}).exitCode,
                  0);
    }
    TemporaryFolder folder;
    std::map<std::string, bool> truth; ///< By study.
};

class TuneRunCommand : public testing::Test {
protected:
    static void SetUpTestSuite() { s_archive = std::make_unique<SmallArchive>(); }
    static void TearDownTestSuite() { s_archive.reset(); }

    void SetUp() override
    {
        fs::copy(std::string(FOVEA_SOURCE_DIR) + "/resources/model/demo", m_folder / "parent");
        m_before = contents(m_folder / "parent" + "/weights.safetensors");
        // Three in turn to each split, of those that have it as of those that do not.
        std::ofstream split(m_folder / "split.csv");
        split << "study,split\n";
        std::array<int, 2> seen{};
        for (const auto& [uid, there] : s_archive->truth) {
            constexpr std::array splits{"training", "validation", "test"};
            split << uid << ',' << splits[static_cast<std::size_t>(seen[there ? 1 : 0]++ % 3)]
                  << '\n';
        }
    }
    void TearDown() override
    {
        EXPECT_EQ(contents(m_folder / "parent" + "/weights.safetensors") == m_before, true);
        for (const auto& entry : fs::directory_iterator(m_folder.path()))
            EXPECT_EQ(entry.path().string().find(".new-"), std::string::npos) << entry;
    }

    /// Labels of the first `count` studies as `label` has it of the truth.
    template <typename Label> void writeLabels(std::size_t count, Label label) const
    {
        std::ofstream labels(m_folder / "labels.csv");
        labels << "study," << finding << '\n';
        for (const auto& [uid, there] : s_archive->truth) {
            if (count-- == 0)
                break;
            labels << uid << ',' << (label(there) ? 1 : 0) << '\n';
        }
    }
    CliResult tune(const std::vector<std::string>& more, int interruptAfterMs = 0,
                   const std::string& way = "heads") const
    {
        std::vector<std::string> arguments{"tune",
                                           "run",
                                           "--archive",
                                           s_archive->folder / "a",
                                           "--json",
                                           "--labels",
                                           m_folder / "labels.csv",
                                           "--split",
                                           m_folder / "split.csv",
                                           "--model",
                                           m_folder / "parent",
                                           "--out",
                                           m_folder / "tuned",
                                           "--site",
                                           "Small chests",
                                           "--way",
                                           way,
                                           "--no-benchmark"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments, interruptAfterMs);
    }
    bool made() const { return fs::exists(m_folder / "tuned"); }

    inline static std::unique_ptr<SmallArchive> s_archive;
    TemporaryFolder m_folder;
    std::string m_before;
};

} // namespace

TEST_F(TuneRunCommand, aSiteThatMeansTheContraryIsLearntAndJudged)
{
    writeLabels(1000, [](bool there) { return !there; });
    const CliResult tuned =
        tune({"--epochs", "400", "--keep-old", "0", "--log", m_folder / "log.csv", "--cache",
              m_folder / "cache", "--checkpoint", m_folder / "checkpoints"});
    ASSERT_EQ(tuned.exitCode, 0) << tuned.log;
    const json answer = tuned.json();
    ASSERT_TRUE(answer["improved"].get<bool>()) << answer.dump(1);
    EXPECT_GT(answer["mean_after"].get<double>(), answer["mean_before"].get<double>());
    EXPECT_EQ(answer["way"], "heads");
    EXPECT_TRUE(fs::exists(m_folder / "tuned" + "/weights.safetensors"));
    EXPECT_TRUE(fs::exists(m_folder / "tuned" + "/judgement.json"));
    EXPECT_GT(answer["judgement"]["test"]["studies"].get<int>(), 5);
    EXPECT_THAT(contents(m_folder / "log.csv"), HasSubstr("validation"));

    // What it takes was said before, and is not exceeded.
    ASSERT_EQ(answer["ways"].size(), 3U) << "no new anatomies";
    EXPECT_EQ(answer["ways"][0]["way"], "heads");
    EXPECT_TRUE(answer["ways"][0]["seconds"].is_null()) << "nothing was analysed yet";
    EXPECT_LT(answer["measured_peak_bytes"].get<std::uint64_t>(),
              answer["ways"][0]["peak_bytes"].get<std::uint64_t>());
    EXPECT_THAT(tuned.log, HasSubstr("heads"));

    // Asked again it judges what is there.
    const CliResult again = tune({"--checkpoint", m_folder / "checkpoints", "--resume"});
    ASSERT_EQ(again.exitCode, 0) << again.log;
    EXPECT_EQ(again.json()["judgement"]["after"], answer["judgement"]["after"]);
    EXPECT_EQ(again.json()["judgement"]["test"], answer["judgement"]["test"]);
}

TEST_F(TuneRunCommand, threeCasesAreTooFew)
{
    writeLabels(3, [](bool there) { return there; });
    const CliResult tuned = tune({});
    EXPECT_EQ(tuned.exitCode, 1);
    EXPECT_THAT(tuned.log, HasSubstr("few"));
    EXPECT_FALSE(made());
}

TEST_F(TuneRunCommand, oneClassIsNothingToLearn)
{
    writeLabels(1000, [](bool) { return true; });
    const CliResult tuned = tune({});
    EXPECT_EQ(tuned.exitCode, 1);
    EXPECT_FALSE(tuned.log.empty());
    EXPECT_FALSE(made());
}

TEST_F(TuneRunCommand, whatExceedsTheMemoryIsRefusedBefore)
{
    writeLabels(1000, [](bool there) { return there; });
    const CliResult small = tune({"--memory", "1"}, 0, "all");
    EXPECT_EQ(small.exitCode, 1);
    EXPECT_THAT(small.log, HasSubstr("--memory"));
    EXPECT_THAT(small.log, HasSubstr("heads (")) << "what would fit";
    EXPECT_FALSE(made());
}

TEST_F(TuneRunCommand, cancelledItLeavesNothing)
{
    writeLabels(1000, [](bool there) { return !there; });
    const CliResult tuned = tune({"--epochs", "100000"}, 1500);
    EXPECT_NE(tuned.exitCode, 0);
    EXPECT_FALSE(made());
}

TEST_F(TuneRunCommand, aFullDiskIsSaid)
{
    writeLabels(1000, [](bool there) { return !there; });
    // As a full disk does, a limit of the system's makes writing fail in the middle of a file:
    // encoded studies are smaller, a package is larger.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{1 << 20, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const CliResult tuned =
        tune({"--epochs", "400", "--keep-old", "0", "--cache", m_folder / "cache"});
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_DFL);
    EXPECT_EQ(tuned.exitCode, 1);
    EXPECT_THAT(tuned.log, HasSubstr("tuned")) << "what could not be written";
    EXPECT_FALSE(made());
}
