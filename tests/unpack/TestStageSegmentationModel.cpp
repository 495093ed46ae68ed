// Released models as they are downloaded, put where the program keeps them.

#include "model/segment/stageSegmentationModel.h"
#include "model/segment/trainingFolders.h"
#include "tests/storage/TemporaryFolder.h"
#include "tests/unpack/ZipWriter.h"

#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

const std::string Training = "nnUNetTrainerNoMirroring__nnUNetPlans__3d_fullres";
const fs::path Golden =
    fs::path(FOVEA_SOURCE_DIR) / "tests/segment/golden/Dataset901_Tiny" / Training;

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class StageSegmentationModel : public ::testing::Test {
protected:
    fs::path zip(const std::string& name, const std::string& prefix, bool plans = true)
    {
        std::vector<testing::ZipFile> files{
            {prefix + "dataset.json", contents(Golden / "dataset.json"), true, {}, {}},
            {prefix + "fold_0/checkpoint_final.pth", "weights", true, {}, {}},
            {prefix + "fold_0/progress.png", "picture", true, {}, {}},
            {prefix + "fold_0/validation/checkpoint_final.pth", "no", true, {}, {}}};
        if (plans)
            files.push_back({prefix + "plans.json", contents(Golden / "plans.json"), true, {}, {}});
        const fs::path file = folder / name;
        std::ofstream(file, std::ios::binary) << testing::zipOf(files);
        return file;
    }
    Result<StagedFolder> stage(const fs::path& source)
    {
        return stageSegmentationModel(source, target, Progress{});
    }
    /// Names beside the target.
    std::vector<std::string> beside()
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(target.parent_path()))
            names.push_back(entry.path().filename().string());
        return names;
    }

    test::TemporaryFolder folder;
    const fs::path target = folder / "models/Tiny";
};

TEST_F(StageSegmentationModel, AZipAsItIsDownloadedIsThereOnceItIsCommitted)
{
    const fs::path file = zip("Dataset901_Tiny.zip", "Dataset901_Tiny/" + Training + "/");
    EXPECT_EQ(segmentationModelName(file), "Dataset901_Tiny");
    Result<StagedFolder> staged = stage(file);
    ASSERT_TRUE(staged) << staged.error().arguments.back();
    EXPECT_FALSE(fs::exists(target));
    ASSERT_TRUE(staged->commit());
    EXPECT_EQ(contents(target / Training / "fold_0/checkpoint_final.pth"), "weights");
    EXPECT_EQ(contents(target / Training / "plans.json"), contents(Golden / "plans.json"));
    EXPECT_FALSE(fs::exists(target / Training / "fold_0/progress.png")) << "nobody needs it";
    EXPECT_FALSE(fs::exists(target / Training / "fold_0/validation"));
    EXPECT_TRUE(configOfTraining(*chooseTraining(target, {}), {}));
}

TEST_F(StageSegmentationModel, AZipOfTheTrainingAlone)
{
    for (const std::string& prefix : {Training + "/", std::string()}) {
        Result<StagedFolder> staged = stage(zip(Training + ".zip", prefix));
        ASSERT_TRUE(staged) << staged.error().arguments.back();
        EXPECT_TRUE(fs::exists(staged->path() / Training / "plans.json"));
    }
}

TEST_F(StageSegmentationModel, AFolderIsCopiedFromWhereverItIsPointedAt)
{
    const fs::path training = folder / "downloads/Dataset901_Tiny" / Training;
    fs::create_directories(training / "fold_0");
    for (const char* name : {"plans.json", "dataset.json"})
        fs::copy(Golden / name, training);
    std::ofstream(training / "fold_0/checkpoint_final.pth") << "weights";
    std::ofstream(training.parent_path() / "LICENSE.txt") << "Anyone may";
    for (const fs::path& source :
         {training, training.parent_path(), folder / "downloads", training.parent_path() / ""})
    {
        Result<StagedFolder> staged = stage(source);
        ASSERT_TRUE(staged) << source;
        EXPECT_TRUE(fs::exists(staged->path() / Training / "fold_0/checkpoint_final.pth"))
            << source;
        EXPECT_EQ(fs::exists(staged->path() / "LICENSE.txt"), source != training) << source;
    }
}

TEST_F(StageSegmentationModel, WhatIsNoModelLeavesNothing)
{
    const auto code = [&](const fs::path& source) {
        const Result<StagedFolder> staged = stage(source);
        return staged ? ErrorCode::Internal : staged.error().code;
    };
    EXPECT_EQ(code(zip("noPlans.zip", "D/T/", false)), ErrorCode::ModelNotFound);
    EXPECT_EQ(code(folder / "nowhere.zip"), ErrorCode::FileNotFound);
    fs::create_directories(folder / "emptyFolder");
    EXPECT_EQ(code(folder / "emptyFolder"), ErrorCode::ModelNotFound);
    std::ofstream(folder / "text.zip") << "this is no zip";
    EXPECT_EQ(code(folder / "text.zip"), ErrorCode::ModelBroken);
    std::ofstream(folder / "plans.zip", std::ios::binary) << testing::zipOf(
        {{"D/T__P__3d_fullres/plans.json", "{}", true, {}, {}},
         {"D/T__P__3d_fullres/dataset.json", "{}", true, {}, {}},
         {"D/T__P__3d_fullres/fold_0/checkpoint_final.pth", "weights", true, {}, {}}});
    EXPECT_EQ(code(folder / "plans.zip"), ErrorCode::ModelBroken);
    EXPECT_TRUE(beside().empty()) << beside().front();
}

TEST_F(StageSegmentationModel, AStoppedImportLeavesNothing)
{
    std::stop_source stop;
    stop.request_stop();
    const auto staged =
        stageSegmentationModel(zip("Dataset901_Tiny.zip", "Dataset901_Tiny/" + Training + "/"),
                               target, Progress(stop.get_token(), {}));
    ASSERT_FALSE(staged);
    EXPECT_EQ(staged.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(beside().empty());
}

} // namespace
} // namespace fovea
