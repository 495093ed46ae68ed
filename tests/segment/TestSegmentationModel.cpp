// Model folders as they are downloaded: what is read of them, and what is refused.

#include "model/segment/SegmentationCheckpoint.h"
#include "model/segment/SegmentationModel.h"
#include "model/segment/readSegmentationConfig.h"
#include "model/verify/GoldenSegmentation.h"
#include "tests/model/TorchFileWriter.h"

#include <ATen/ops/equal.h>
#include <ATen/ops/ones.h>

#include "SegmentationFiles.h"
#include <functional>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

using testing::contents;
using testing::goldenFile;
using testing::Json;
using testing::readJson;
using testing::TemporaryFolder;
using testing::tinyTraining;

const std::string TinyFiles = "Dataset901_Tiny/nnUNetTrainerNoMirroring__nnUNetPlans__3d_fullres/";

Json tinyPlans()
{
    return readJson(goldenFile(TinyFiles + "plans.json"));
}

Json tinyDataset()
{
    return readJson(goldenFile(TinyFiles + "dataset.json"));
}

Result<SegmentationConfig> read(const Json& plans, const Json& dataset,
                                const std::string& configuration = "3d_fullres")
{
    return readSegmentationConfig(plans.dump(), dataset.dump(), configuration);
}

void expectWeightsOfTheRule(const ParameterMap& weights, const SegmentationConfig& config)
{
    const ParameterMap expected = golden::segmentationParameters(config);
    ASSERT_EQ(weights.size(), expected.size());
    for (const auto& [name, tensor] : expected)
        EXPECT_TRUE(at::equal(parameter(weights, name), tensor)) << name;
}

TEST(SegmentationModel, ATrainedFolderIsReadFromWhereverItIsPointedAt)
{
    if (!fs::exists(tinyTraining()))
        GTEST_SKIP() << testing::NoSharedData;
    for (const fs::path& folder :
         {tinyTraining(), testing::tinyDataset(), testing::tinyDataset() / ""})
    {
        const Result<SegmentationModel> model = readSegmentationModel(folder, {}, Progress{});
        ASSERT_TRUE(model) << model.error().arguments.back();
        EXPECT_EQ(model->folds, std::vector<int>{0});
        EXPECT_EQ(model->trainer, "nnUNetTrainerNoMirroring");
        EXPECT_TRUE(model->mirrorAxes.empty());
        const SegmentationConfig& config = model->config;
        EXPECT_EQ(config.datasetName, "Dataset901_Tiny");
        EXPECT_EQ(config.configuration, "3d_fullres");
        EXPECT_EQ(config.imageReader, "NibabelIOWithReorient");
        EXPECT_EQ(config.architecture, SegmentationConfig::Architecture::PlainConvUNet);
        EXPECT_EQ(config.features, (std::vector<int>{8, 16, 24, 24}));
        EXPECT_EQ(config.encoder, (std::vector<int>{2, 2, 2, 2}));
        EXPECT_EQ(config.decoder, (std::vector<int>{2, 2, 2}));
        EXPECT_EQ(config.patch, (Index3{32, 24, 40}));
        EXPECT_EQ(config.spacingMm, (Vec3{1.5, 1.5, 1.5}));
        EXPECT_EQ(config.classes, 6);
        ASSERT_EQ(config.labels.size(), 5U);
        EXPECT_EQ(config.labels[1], (SegmentationLabel{2, "kidney_right"}));
        EXPECT_DOUBLE_EQ(config.clipLow, -1004.0);
        EXPECT_DOUBLE_EQ(config.clipHigh, 1588.0);
        EXPECT_DOUBLE_EQ(config.mean, -50.38);
        EXPECT_DOUBLE_EQ(config.std, 503.39);
        EXPECT_EQ(config.dataResampling, (SegmentationResampling{3, 0, {}}));
        EXPECT_EQ(config.probabilityResampling, (SegmentationResampling{1, 0, {}}));
        expectWeightsOfTheRule(model->weights.front(), config);
    }
}

TEST(SegmentationModel, AnOlderTrainersCheckpointSaysTheSame)
{
    const fs::path path = testing::sharedFile("checkpoint_final-older-torch-numpy.pth");
    if (!fs::exists(path))
        GTEST_SKIP() << "no shared sample data";
    const auto checkpoint = openSegmentationCheckpoint(path);
    ASSERT_TRUE(checkpoint) << checkpoint.error().arguments.back();
    EXPECT_EQ(checkpoint->configuration, "3d_fullres");
    const auto config = read(tinyPlans(), tinyDataset());
    ASSERT_TRUE(config);
    const auto weights = segmentationWeights(*checkpoint, *config, Progress{});
    ASSERT_TRUE(weights);
    expectWeightsOfTheRule(*weights, *config);
}

TEST(SegmentationModel, BothFormsOfPlansSayTheSame)
{
    const Json newer = readJson(goldenFile("plans-new-form.json"));
    const auto fromOlder = read(tinyPlans(), tinyDataset());
    const auto fromNewer = read(newer, tinyDataset());
    ASSERT_TRUE(fromOlder);
    ASSERT_TRUE(fromNewer);
    EXPECT_EQ(*fromOlder, *fromNewer);

    const auto inheriting = read(newer, tinyDataset(), "3d_fullres_high");
    ASSERT_TRUE(inheriting);
    EXPECT_EQ(inheriting->spacingMm, (Vec3{1.0, 0.75, 0.75}));
    EXPECT_EQ(inheriting->features, fromNewer->features);
}

TEST(SegmentationModel, NamesAndShapesAreThoseOfTheReference)
{
    std::vector<Json> files{readJson(goldenFile("networks.json"))};
    if (fs::exists(testing::sharedFile("networks-real-size.json")))
        files.push_back(readJson(testing::sharedFile("networks-real-size.json")));
    for (const Json& file : files) {
        for (const Json& network : file) {
            const auto found = segmentationParameters(testing::configOf(network));
            const Json& expected = network.at("parameters");
            ASSERT_EQ(found.size(), expected.size()) << network.at("name");
            std::int64_t count = 0;
            for (std::size_t i = 0; i < found.size(); ++i) {
                EXPECT_EQ(found[i].name, expected[i][0].get<std::string>());
                EXPECT_EQ(found[i].shape, expected[i][1].get<std::vector<std::int64_t>>());
                std::int64_t size = 1;
                for (const std::int64_t axis : found[i].shape)
                    size *= axis;
                count += size;
            }
            EXPECT_EQ(count, network.at("parameter_count").get<std::int64_t>());
        }
    }
}

TEST(SegmentationModel, OneNumberMayStandForAllStages)
{
    Json plans = readJson(goldenFile("plans-new-form.json"));
    Json& arguments = plans["configurations"]["3d_fullres"]["architecture"]["arch_kwargs"];
    arguments["n_conv_per_stage"] = 2;
    arguments["n_conv_per_stage_decoder"] = 2;
    arguments["kernel_sizes"] = 3;
    const auto short_ = read(plans, tinyDataset());
    ASSERT_TRUE(short_) << short_.error().arguments.back();
    EXPECT_EQ(*short_, *read(tinyPlans(), tinyDataset()));
}

TEST(SegmentationModel, AHiddenCommandIsRefusedByNameAndNeverRun)
{
    const fs::path hostile = testing::sharedFile("hostile-checkpoint_final.pth");
    if (!fs::exists(hostile))
        GTEST_SKIP() << testing::NoSharedData;
    const fs::path trap = "/tmp/fovea-pickle-was-executed";
    ASSERT_FALSE(fs::exists(trap));
    const auto checkpoint = openSegmentationCheckpoint(hostile);
    ASSERT_FALSE(checkpoint);
    EXPECT_EQ(checkpoint.error().code, ErrorCode::CheckpointRefused);
    EXPECT_EQ(checkpoint.error().arguments, std::vector<std::string>{"posix.system"});
    EXPECT_FALSE(fs::exists(trap));
}

struct Refusal {
    const char* what; ///< In the message.
    std::function<void(Json& plans, Json& dataset)> change;
};

TEST(SegmentationModel, PlansThatCannotBeUsedSayWhy)
{
    const auto configuration = [](Json& plans) -> Json& {
        return plans["configurations"]["3d_fullres"];
    };
    const auto network = [&](Json& plans) -> Json& {
        plans = readJson(goldenFile("plans-new-form.json"));
        return configuration(plans)["architecture"];
    };
    const auto arguments = [&](Json& plans) -> Json& { return network(plans)["arch_kwargs"]; };
    const std::vector<Refusal> refusals{
        {"Primus", [&](Json& p, Json&) { configuration(p)["UNet_class_name"] = "Primus"; }},
        {"Conv2d",
         [&](Json& p, Json&) { arguments(p)["conv_op"] = "torch.nn.modules.conv.Conv2d"; }},
        {"BatchNorm3d", [&](Json& p, Json&) { arguments(p)["norm_op"] = "a.BatchNorm3d"; }},
        {"SiLU", [&](Json& p, Json&) { arguments(p)["nonlin"] = "torch.nn.SiLU"; }},
        {"dropout_op", [&](Json& p, Json&) { arguments(p)["dropout_op"] = "torch.nn.Dropout3d"; }},
        {"squeeze_excitation", [&](Json& p, Json&) { arguments(p)["squeeze_excitation"] = true; }},
        {"affine", [&](Json& p, Json&) { arguments(p)["norm_op_kwargs"] = {{"eps", 1e-5}}; }},
        {"n_stages", [&](Json& p, Json&) { arguments(p)["n_stages"] = 2000000000; }},
        {"features_per_stage[1]",
         [&](Json& p, Json&) { arguments(p)["features_per_stage"][1] = 1e9; }},
        {"features_per_stage",
         [&](Json& p, Json&) { arguments(p)["features_per_stage"] = {8, 8}; }},
        {"2^30",
         [&](Json& p, Json&) {
             Json& a = arguments(p);
             a["features_per_stage"] = {2048, 2048, 2048, 2048};
             a["kernel_sizes"] = 15;
         }},
        {"even kernel", [&](Json& p, Json&) { arguments(p)["kernel_sizes"] = 2; }},
        {"stride", [&](Json& p, Json&) { arguments(p)["strides"][0] = {2, 2, 2}; }},
        {"three axes", [&](Json& p, Json&) { configuration(p)["patch_size"] = {512, 512}; }},
        {"absurdly large",
         [&](Json& p, Json&) { configuration(p)["patch_size"] = {1024, 1024, 1024}; }},
        {"patch_size[0]", [&](Json& p, Json&) { configuration(p)["patch_size"][0] = -32; }},
        {"strides", [&](Json& p, Json&) { configuration(p)["patch_size"][0] = 33; }},
        {"spacing[2]", [&](Json& p, Json&) { configuration(p)["spacing"][2] = 0.0; }},
        {"spacing[0]", [&](Json& p, Json&) { configuration(p)["spacing"][0] = "1.5"; }},
        {"RescaleTo01Normalization",
         [&](Json& p, Json&) {
             configuration(p)["normalization_schemes"] = {"RescaleTo01Normalization"};
         }},
        {"one input channel",
         [&](Json& p, Json&) {
             configuration(p)["normalization_schemes"] = {"CTNormalization", "CTNormalization"};
         }},
        {"one input channel",
         [&](Json&, Json& d) { d["channel_names"] = {{"0", "CT"}, {"1", "PET"}}; }},
        {"percentiles",
         [&](Json& p, Json&) {
             p["foreground_intensity_properties_per_channel"]["0"]["percentile_99_5"] = -2000;
         }},
        {"percentile_00_5",
         [&](Json& p, Json&) {
             p["foreground_intensity_properties_per_channel"]["0"].erase("percentile_00_5");
         }},
        {"resample_torch_fornnunet",
         [&](Json& p, Json&) {
             configuration(p)["resampling_fn_data"] = "resample_torch_fornnunet";
         }},
        {"order_z",
         [&](Json& p, Json&) { configuration(p)["resampling_fn_data_kwargs"]["order_z"] = 1; }},
        {"cascade", [&](Json& p, Json&) { configuration(p)["previous_stage"] = "3d_lowres"; }},
        {"transpose_forward", [&](Json& p, Json&) { p["transpose_forward"] = {0, 1, 1}; }},
        {"transpose_backward", [&](Json& p, Json&) { p["transpose_forward"] = {2, 0, 1}; }},
        {"circle", [&](Json& p, Json&) { configuration(p)["inherits_from"] = "3d_fullres"; }},
        {"has no “3d_fullres”", [&](Json& p, Json&) { p["configurations"] = Json::object(); }},
        {"has no “labels”", [&](Json&, Json& d) { d.erase("labels"); }},
        {"region", [&](Json&, Json& d) { d["labels"]["spleen"] = {1, 2}; }},
        {"numbered", [&](Json&, Json& d) { d["labels"]["spleen"] = 9; }},
        {"fewer than two", [&](Json&, Json& d) { d["labels"] = {{"background", 0}}; }},
        {"not an object", [&](Json& p, Json&) { p["configurations"] = 3; }},
    };
    for (const Refusal& refusal : refusals) {
        Json plans = tinyPlans();
        Json dataset = tinyDataset();
        refusal.change(plans, dataset);
        const auto config = read(plans, dataset);
        ASSERT_FALSE(config) << refusal.what;
        EXPECT_EQ(config.error().code, ErrorCode::ModelBroken) << refusal.what;
        EXPECT_NE(config.error().arguments.at(1).find(refusal.what), std::string::npos)
            << config.error().arguments.at(1);
    }
    EXPECT_EQ(readSegmentationConfig("{", "{}", "3d_fullres").error().code, ErrorCode::ModelBroken);
    const std::string text = tinyPlans().dump();
    for (std::size_t size = 0; size < text.size(); size += 97)
        EXPECT_FALSE(
            readSegmentationConfig(text.substr(0, size), tinyDataset().dump(), "3d_fullres"));
}

TEST(SegmentationModel, AnIgnoredLabelIsNoOutput)
{
    Json dataset = tinyDataset();
    dataset["labels"]["ignore"] = 6;
    const auto config = read(tinyPlans(), dataset);
    ASSERT_TRUE(config);
    EXPECT_EQ(config->classes, 6);
}

class Checkpoint : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto config = read(tinyPlans(), tinyDataset());
        ASSERT_TRUE(config);
        m_config = *config;
        m_weights = golden::segmentationParameters(m_config);
    }

    /// What reading such weights out of a checkpoint says.
    Result<ParameterMap> readBack(const ParameterMap& weights,
                                  const std::string& key = "network_weights") const
    {
        const TemporaryFolder folder;
        testing::TorchFileOptions options;
        options.key = key;
        const fs::path path = folder.path() / "checkpoint_final.pth";
        testing::writeTorchFile(path, weights, options);
        const auto checkpoint = openSegmentationCheckpoint(path);
        if (!checkpoint)
            return checkpoint.error();
        return segmentationWeights(*checkpoint, m_config, Progress{});
    }

    SegmentationConfig m_config;
    ParameterMap m_weights;
};

TEST_F(Checkpoint, IsReadWithoutTwinsToo)
{
    const auto weights = readBack(m_weights);
    ASSERT_TRUE(weights) << weights.error().detail;
    expectWeightsOfTheRule(*weights, m_config);
}

TEST_F(Checkpoint, WhatIsMissingOrMisshapenIsNamed)
{
    const std::string lost = "encoder.stages.2.0.convs.1.norm.bias";
    const std::string bent = "decoder.transpconvs.0.weight";
    m_weights.erase(lost);
    m_weights[bent] = at::ones({24, 24, 2, 2});
    const auto weights = readBack(m_weights);
    ASSERT_FALSE(weights);
    EXPECT_EQ(weights.error().code, ErrorCode::TensorsUnusable);
    EXPECT_NE(weights.error().detail.find(lost), std::string::npos) << weights.error().detail;
    EXPECT_NE(weights.error().detail.find(bent), std::string::npos) << weights.error().detail;
}

TEST_F(Checkpoint, ATensorOfAnotherNetworkIsNamed)
{
    m_weights["decoder.stages.0.convs.2.conv.weight"] = at::ones({24, 24, 3, 3, 3});
    const auto weights = readBack(m_weights);
    ASSERT_FALSE(weights);
    EXPECT_EQ(weights.error().code, ErrorCode::CheckpointBroken);
    EXPECT_NE(weights.error().arguments.at(0).find("decoder.stages.0.convs.2.conv.weight"),
              std::string::npos);
}

TEST_F(Checkpoint, TwinsMustBeOneTensor)
{
    m_weights["encoder.stages.0.0.convs.0.all_modules.0.weight"] =
        parameter(m_weights, "encoder.stages.0.0.convs.0.conv.weight").add(1.0);
    const auto weights = readBack(m_weights);
    ASSERT_FALSE(weights);
    EXPECT_EQ(weights.error().code, ErrorCode::CheckpointBroken);
    EXPECT_NE(weights.error().arguments.at(0).find("differ"), std::string::npos);
}

TEST_F(Checkpoint, WithoutNetworkWeightsItIsNoneOfNnunet)
{
    EXPECT_EQ(readBack(m_weights, "model").error().code, ErrorCode::CheckpointBroken);
}

TEST(SegmentationFolder, OneOfSeveralTrainingsIsChosenByName)
{
    if (!fs::exists(tinyTraining()))
        GTEST_SKIP() << testing::NoSharedData;
    const TemporaryFolder folder;
    const fs::path usual = testing::copyTiny(folder.path());
    const std::string other = "nnUNetTrainerNoMirroring__nnUNetResEncUNetLPlans_8__3d_fullres";
    fs::copy(usual, folder.path() / other, fs::copy_options::recursive);
    EXPECT_TRUE(readSegmentationModel(folder.path(), {}, Progress{}))
        << "the one of the usual plans";
    EXPECT_TRUE(readSegmentationModel(folder.path(), {other, {}}, Progress{}));
    EXPECT_EQ(readSegmentationModel(folder.path(), {"none", {}}, Progress{}).error().code,
              ErrorCode::BadOption);
    fs::rename(usual, folder.path() / "nnUNetTrainer__nnUNetPlans2__3d_fullres");
    EXPECT_EQ(readSegmentationModel(folder.path(), {}, Progress{}).error().code,
              ErrorCode::AmbiguousRequest);
}

TEST(SegmentationFolder, FoldsAreAllOrThoseThatAreAskedFor)
{
    if (!fs::exists(tinyTraining()))
        GTEST_SKIP() << testing::NoSharedData;
    const TemporaryFolder folder;
    const fs::path training = testing::copyTiny(folder.path());
    fs::copy(training / "fold_0", training / "fold_3");
    const auto all = readSegmentationModel(training, {}, Progress{});
    ASSERT_TRUE(all);
    EXPECT_EQ(all->folds, (std::vector<int>{0, 3}));
    EXPECT_EQ(all->weights.size(), 2U);
    EXPECT_EQ(readSegmentationModel(training, {"", {3}}, Progress{})->folds, std::vector<int>{3});
    EXPECT_EQ(readSegmentationModel(training, {"", {1}}, Progress{}).error().code,
              ErrorCode::BadOption);
}

TEST(SegmentationFolder, WhatIsNoModelIsSaidToBeNone)
{
    if (!fs::exists(tinyTraining()))
        GTEST_SKIP() << testing::NoSharedData;
    const TemporaryFolder folder;
    EXPECT_EQ(readSegmentationModel(folder.path() / "absent", {}, Progress{}).error().code,
              ErrorCode::ModelNotFound);
    EXPECT_EQ(readSegmentationModel(folder.path(), {}, Progress{}).error().code,
              ErrorCode::ModelNotFound);
    const fs::path training = testing::copyTiny(folder.path());
    fs::resize_file(training / "fold_0/checkpoint_final.pth", 700000);
    EXPECT_EQ(readSegmentationModel(training, {}, Progress{}).error().code,
              ErrorCode::CheckpointBroken);
    fs::remove_all(training / "fold_0");
    EXPECT_EQ(readSegmentationModel(training, {}, Progress{}).error().code, ErrorCode::ModelBroken);
}

TEST(SegmentationFolder, ReadingCanBeStopped)
{
    if (!fs::exists(tinyTraining()))
        GTEST_SKIP() << testing::NoSharedData;
    std::stop_source stop;
    stop.request_stop();
    const auto model = readSegmentationModel(tinyTraining(), {}, Progress(stop.get_token()));
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::Cancelled);
}

TEST(SegmentationNames, TwinsHaveTheFirstName)
{
    EXPECT_EQ(firstParameterName("decoder.encoder.stages.1.0.convs.0.all_modules.1.weight"),
              "encoder.stages.1.0.convs.0.norm.weight");
    EXPECT_EQ(firstParameterName("module.decoder.stages.0.convs.1.all_modules.0.bias"),
              "decoder.stages.0.convs.1.conv.bias");
    EXPECT_EQ(firstParameterName("encoder.stages.1.blocks.0.skip.1.conv.weight"),
              "encoder.stages.1.blocks.0.skip.1.conv.weight");
}

} // namespace
} // namespace fovea
