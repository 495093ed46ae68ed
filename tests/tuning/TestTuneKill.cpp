// A tuning that is killed again and again ends in the same bytes as one that is not. The program
// runs itself as the one that is killed: TestTuneKill --tune PARENT FOLDER.

#include "model/training/TrainingCheckpoint.h"
#include "model/tuning/applyAdapter.h"
#include "model/tuning/tuneModel.h"
#include "tests/tuning/SiteCubes.h"

#include <chrono>
#include <csignal>
#include <cstring>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

TuneOptions optionsIn(const fs::path& folder)
{
    TuneOptions options;
    options.outputPackage = folder / "package";
    options.cacheFolder = folder / "cache";
    options.checkpointFolder = folder / "checkpoints";
    options.checkpointEvery = 1;
    options.resume = true;
    options.logFile = folder / "log.csv";
    options.calibratedOn = "Site B";
    options.newFindings = {
        {"heart", "fatty", "Fatty heart", {{"Seen : fatty."}, {"Not seen : fatty."}}, {}}};
    options.epochs = 20;
    options.batch = 16;
    options.seed = 3;
    options.learningRate = 0.01;
    return options;
}

int tuneIn(const fs::path& parent, const fs::path& folder)
{
    TuneOptions options = optionsIn(folder);
    options.parentPackage = parent;
    const Result<TuneResult> result = tuneModel(siteCubes(1, 32), siteCubes(2, 16), options, {});
    return result && result->improved ? 0 : 1;
}

class TuneKill : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = fs::temp_directory_path() /
                   ("fovea-tune-kill-" + std::to_string(std::random_device{}()));
        for (const char* name : {"whole", "killed"})
            fs::create_directories(m_folder / name);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    static pid_t spawn(const fs::path& folder)
    {
        std::string program = fs::read_symlink("/proc/self/exe").string();
        std::string flag = "--tune";
        std::string parent = ParentModel::package().string();
        std::string argument = folder.string();
        char* arguments[]{program.data(), flag.data(), parent.data(), argument.data(), nullptr};
        pid_t child = 0;
        return posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ) == 0
                   ? child
                   : -1;
    }
    static std::string bytes(const fs::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }

    fs::path m_folder;
};

TEST_F(TuneKill, KilledAtAnyMomentItEndsInTheSameBytes)
{
    const std::string parent = bytes(ParentModel::package() / "weights.safetensors");
    int status = 0;
    const pid_t whole = spawn(m_folder / "whole");
    ASSERT_GT(whole, 0);
    ASSERT_EQ(waitpid(whole, &status, 0), whole);
    ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);

    std::mt19937_64 random(std::random_device{}());
    const fs::path folder = m_folder / "killed";
    const fs::path package = folder / "package";
    int kills = 0;
    for (int attempt = 0; attempt < 20 && !fs::exists(package); ++attempt) {
        const auto before = latestCheckpoint(folder / "checkpoints");
        const pid_t child = spawn(folder);
        ASSERT_GT(child, 0);
        // Once while studies are encoded, four times soon after it got further; then it may end.
        while (kills < 5 && waitpid(child, &status, WNOHANG) == 0) {
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            if (kills == 0 ? !fs::exists(folder / "cache")
                           : latestCheckpoint(folder / "checkpoints") == before)
                continue;
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 30000));
            if (!fs::exists(package))
                ++kills;
            ::kill(child, SIGKILL);
            break;
        }
        waitpid(child, &status, 0);
    }
    ASSERT_TRUE(fs::exists(package));
    EXPECT_GE(kills, 2);
    for (const fs::path& file :
         {fs::path("model.json"), fs::path("vocab.txt"), fs::path("weights.safetensors"),
          fs::path(AdapterFolder) / "adapter.json",
          fs::path(AdapterFolder) / "adapter.safetensors"})
    {
        const std::string expected = bytes(m_folder / "whole" / "package" / file);
        ASSERT_GT(expected.size(), 10U) << file;
        EXPECT_TRUE(bytes(package / file) == expected) << file;
    }
    EXPECT_EQ(bytes(ParentModel::package() / "weights.safetensors"), parent);
    // What a killed one left half written is neither taken for a checkpoint nor for a model.
    for (const auto& entry : fs::directory_iterator(folder / "checkpoints"))
        EXPECT_EQ(entry.path().string().find(".new-"), std::string::npos);
}

} // namespace
} // namespace fovea

int main(int argc, char** argv)
{
    if (argc == 4 && std::strcmp(argv[1], "--tune") == 0)
        return fovea::tuneIn(argv[2], argv[3]);
    testing::InitGoogleTest(&argc, argv);
    testing::AddGlobalTestEnvironment(new fovea::ParentModel);
    return RUN_ALL_TESTS();
}
