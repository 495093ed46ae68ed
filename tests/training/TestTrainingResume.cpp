// A training that is killed again and again ends in the same bytes as one that is not. The program
// runs itself as the one that is killed: TestTrainingResume --train FOLDER.

#include "model/training/Trainer.h"
#include "model/training/TrainingCheckpoint.h"
#include "tests/training/Cubes.h"

#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

nlohmann::json recipeWithEverything()
{
    nlohmann::json recipe = smallRecipe();
    recipe["training"]["epochs"] = 8;
    recipe["training"]["falseNegatives"] = "normals+abnormals";
    recipe["training"]["accumulate"] = 2;
    recipe["training"]["dropout"] = 0.1;
    recipe["training"]["flips"] = {0.2, 0.2, 0.2};
    recipe["training"]["intensity"] = 0.1;
    recipe["training"]["cropJitter"] = 1;
    recipe["training"]["validateEvery"] = 2;
    recipe["training"]["checkpointEvery"] = 3;
    return recipe;
}

TrainOptions optionsIn(const fs::path& folder)
{
    TrainOptions options;
    options.outputPackage = folder / "package";
    options.recipe = folder / "recipe.json";
    options.logFile = folder / "log.csv";
    options.checkpointFolder = folder / "checkpoints";
    options.resume = true;
    options.seed = 11;
    return options;
}

StudySource training()
{
    return cubes(1, 48);
}

Status trainIn(const fs::path& folder, const TrainOptions& options)
{
    const Result<ModelInfo> info = trainModel(training(), cubes(1000, 8), options, {});
    if (!info)
        return info.error();
    std::ofstream(folder / "finished") << "yes";
    return Done{};
}

class TrainingResume : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder =
            fs::temp_directory_path() / ("fovea-resume-" + std::to_string(std::random_device{}()));
        for (const char* name : {"whole", "killed"}) {
            fs::create_directories(m_folder / name);
            write(m_folder / name, recipeWithEverything());
        }
    }
    void TearDown() override { fs::remove_all(m_folder); }

    static void write(const fs::path& folder, const nlohmann::json& recipe)
    {
        std::ofstream(folder / "recipe.json") << recipe.dump();
    }

    static pid_t spawn(const fs::path& folder)
    {
        std::string program = fs::read_symlink("/proc/self/exe").string();
        std::string flag = "--train";
        std::string argument = folder.string();
        char* arguments[]{program.data(), flag.data(), argument.data(), nullptr};
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

TEST_F(TrainingResume, KilledAtAnyMomentItEndsInTheSameBytes)
{
    int status = 0;
    const pid_t whole = spawn(m_folder / "whole");
    ASSERT_GT(whole, 0);
    ASSERT_EQ(waitpid(whole, &status, 0), whole);
    ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);

    std::mt19937_64 random(std::random_device{}());
    const fs::path folder = m_folder / "killed";
    int kills = 0;
    for (int attempt = 0; attempt < 20 && !fs::exists(folder / "finished"); ++attempt) {
        const auto before = latestCheckpoint(folder / "checkpoints");
        const pid_t child = spawn(folder);
        ASSERT_GT(child, 0);
        // Three times, soon after it got further; then it may end.
        while (kills < 3 && waitpid(child, &status, WNOHANG) == 0) {
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            if (latestCheckpoint(folder / "checkpoints") == before)
                continue;
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 30000));
            if (!fs::exists(folder / "finished"))
                ++kills;
            ::kill(child, SIGKILL);
            break;
        }
        waitpid(child, &status, 0);
    }
    ASSERT_TRUE(fs::exists(folder / "finished"));
    EXPECT_GE(kills, 1);
    const std::string expected = bytes(m_folder / "whole" / "package" / "weights.safetensors");
    ASSERT_GT(expected.size(), 1000U);
    EXPECT_EQ(bytes(folder / "package" / "weights.safetensors") == expected, true);
    EXPECT_EQ(bytes(folder / "package" / "model.json"),
              bytes(m_folder / "whole" / "package" / "model.json"));
    int kept = 0;
    for (const auto& entry : fs::directory_iterator(folder / "checkpoints")) {
        EXPECT_EQ(entry.path().string().find(".new-"), std::string::npos) << "left half written";
        ++kept;
    }
    EXPECT_EQ(kept, 2);
}

TEST_F(TrainingResume, ACheckpointOfAnotherTrainingIsRefused)
{
    const fs::path folder = m_folder / "whole";
    TrainOptions options = optionsIn(folder);
    options.epochs = 1;
    ASSERT_TRUE(trainIn(folder, options).ok());
    const auto refusal = [&](const TrainOptions& other, const StudySource& studies) {
        const Result<ModelInfo> info = trainModel(studies, cubes(1000, 8), other, {});
        EXPECT_FALSE(info.ok());
        return info.ok() ? std::string() : info.error().arguments.back();
    };
    TrainOptions other = options;
    other.seed = 12;
    EXPECT_EQ(refusal(other, training()), "the checkpoint is of other seed");
    other = options;
    other.epochs = 2;
    EXPECT_EQ(refusal(other, training()), "the checkpoint is of other recipe");
    EXPECT_EQ(refusal(options, cubes(2, 48)), "the checkpoint is of other data");
    other = options;
    other.resume = false;
    EXPECT_NE(refusal(other, training()).find("has a checkpoint"), std::string::npos);
    other = options;
    other.checkpointFolder.clear();
    EXPECT_NE(refusal(other, training()), "") << "resume without a folder";

    // A state that lies about its tensors.
    const auto latest = latestCheckpoint(options.checkpointFolder);
    ASSERT_TRUE(latest.has_value());
    nlohmann::json state = nlohmann::json::parse(bytes(*latest / "state.json"));
    state["networks"].erase(1);
    std::ofstream(*latest / "state.json") << state.dump();
    EXPECT_EQ(trainModel(training(), cubes(1000, 8), options, {}).error().code,
              ErrorCode::CheckpointBroken);
    std::ofstream(*latest / "state.json") << "{";
    EXPECT_EQ(trainModel(training(), cubes(1000, 8), options, {}).error().code,
              ErrorCode::CheckpointBroken);
}

} // namespace
} // namespace fovea

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--train") == 0)
        return fovea::trainIn(argv[2], fovea::optionsIn(argv[2])).ok() ? 0 : 1;
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
