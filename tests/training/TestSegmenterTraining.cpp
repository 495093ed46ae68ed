// Segmentation networks: what they learn from, what they are told, and that a stop changes nothing.

#include "model/segment/SegmentationModel.h"
#include "model/training/segment/SegmenterBatch.h"
#include "model/training/segment/SegmenterLoss.h"
#include "model/training/segment/SegmenterTrainer.h"
#include "model/training/segment/evaluateSegmenter.h"
#include "tests/storage/TemporaryFolder.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/one_hot.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <random>

namespace fovea {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::int16_t tissueHu = 30;
constexpr std::int16_t ballHu = 300;
constexpr int sizeX = 24;

json ballRecipe()
{
    return json::parse(R"({
      "name": "Dataset900_Balls", "description": "Made by a test.", "licence": "Apache-2.0",
      "spacingMm": [4, 4, 4], "patch": [8, 16, 24], "features": [8, 16, 16],
      "encoder": [1, 1, 1], "decoder": [1, 1], "clip": [-200, 500], "mean": 30, "std": 100,
      "structures": [{"name": "ball_left", "of": ["left"]},
                     {"name": "ball_right", "of": ["right", "right too"]}],
      "training": {"steps": 80, "batch": 2, "learningRate": 0.02, "warmupSteps": 5,
        "weightDecay": 0.01, "gradientClip": 1, "foreground": 0.8, "noise": 0.1, "contrast": 0.05,
        "brightness": 0.05, "bfloat16": false, "checkpointEvery": 7}})");
}

/// Two bright balls in every study, alike but for the side of the patient that they lie on.
StudySource balls(std::uint64_t seed, std::size_t count)
{
    StudySource source;
    source.count = count;
    source.load = [seed](std::size_t index) -> Result<LabelledStudy> {
        std::mt19937_64 random(seed + index);
        ImageGeometry geometry;
        geometry.size = {sizeX, 16, 10};
        geometry.spacingMm = {4, 4, 4};
        std::vector<std::int16_t> hu(geometry.voxelCount());
        std::vector<std::uint16_t> labels(hu.size());
        const int y = 5 + static_cast<int>(random() % 6);
        const int z = 3 + static_cast<int>(random() % 4);
        for (int k = 0; k < geometry.size[2]; ++k) {
            for (int j = 0; j < geometry.size[1]; ++j) {
                for (int i = 0; i < sizeX; ++i) {
                    const int x = i < sizeX / 2 ? i - 6 : i - 18; // of the nearer ball's centre
                    const bool ball = x * x + (j - y) * (j - y) + (k - z) * (k - z) <= 9;
                    const std::size_t at = geometry.offset({i, j, k});
                    const bool rightRim = i < 2; // what tells the sides apart
                    hu[at] = static_cast<std::int16_t>((ball ? ballHu : tissueHu) +
                                                       (rightRim ? 100 : 0) +
                                                       static_cast<int>(random() % 20));
                    if (ball) // x rises towards the patient's left
                        labels[at] = i < sizeX / 2 ? 7 : 3;
                }
            }
        }
        LabelledStudy study;
        study.volume = Volume::create(geometry, std::move(hu));
        Structure left;
        left.label = 3;
        left.name = "left";
        Structure right;
        right.label = 7;
        right.name = "right too";
        study.labels = LabelMap::create(geometry, std::move(labels), {left, right});
        return study;
    };
    return source;
}

class SegmenterTraining : public ::testing::Test {
protected:
    SegmenterRecipe recipe(const json& document = ballRecipe())
    {
        write(document);
        const Result<SegmenterRecipe> read = readSegmenterRecipe(m_folder.path() / "recipe.json");
        EXPECT_TRUE(read) << read.error().arguments.back();
        return read ? *read : SegmenterRecipe{};
    }
    void write(const json& document)
    {
        std::ofstream(m_folder.path() / "recipe.json") << document.dump();
    }
    SegmenterTrainOptions options(const std::string& name)
    {
        write(ballRecipe());
        SegmenterTrainOptions made;
        made.recipe = m_folder.path() / "recipe.json";
        made.outputFolder = m_folder.path() / name;
        made.seed = 5;
        return made;
    }
    static std::string checkpointOf(const fs::path& folder)
    {
        std::ifstream file(folder / "nnUNetTrainerNoMirroring__nnUNetPlans__3d_fullres/fold_0/"
                                    "checkpoint_final.pth",
                           std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    test::TemporaryFolder m_folder;
};

TEST_F(SegmenterTraining, RecipesThatCannotBeUsedSayWhy)
{
    const auto refusal = [&](const std::function<void(json&)>& change) {
        json document = ballRecipe();
        change(document);
        write(document);
        const auto read = readSegmenterRecipe(m_folder.path() / "recipe.json");
        EXPECT_FALSE(read);
        if (read)
            return std::string();
        EXPECT_EQ(read.error().code, ErrorCode::MetadataBroken);
        return read.error().arguments.back();
    };
    EXPECT_NE(refusal([](json& j) { j["patch"] = {7, 16, 24}; }).find("patch_size"),
              std::string::npos);
    EXPECT_NE(refusal([](json& j) { j["mirror"] = true; }).find("mirror"), std::string::npos);
    EXPECT_NE(refusal([](json& j) { j["training"].erase("steps"); }).find("steps"),
              std::string::npos);
    EXPECT_NE(refusal([](json& j) { j["training"]["batch"] = 0; }).find("range"),
              std::string::npos);
    EXPECT_NE(refusal([](json& j) { j["structures"] = json::array(); }).find("structures"),
              std::string::npos);
    EXPECT_NE(refusal([](json& j) { j["structures"][1]["name"] = "ball_left"; }), "");
    EXPECT_NE(refusal([](json& j) { j["decoder"] = {1}; }), "");
    EXPECT_EQ(readSegmenterRecipe(m_folder.path() / "none.json").error().code,
              ErrorCode::FileNotFound);
}

TEST_F(SegmenterTraining, CasesHaveTheirLabelsWhereTheNetworkSeesThem)
{
    const SegmenterRecipe how = recipe();
    const auto cases = loadSegmenterCases(balls(1, 2), how, {});
    ASSERT_TRUE(cases);
    ASSERT_EQ(cases->size(), 2U);
    const SegmenterCase& one = cases->front();
    EXPECT_EQ(one.size(), (Index3{10, 16, sizeX})); // z, y, x
    const auto* const image = one.image.const_data_ptr<at::Half>();
    std::size_t labelled = 0;
    for (std::size_t at = 0; at < one.labels.size(); ++at) {
        EXPECT_EQ(one.labels[at] != 0, static_cast<float>(image[at]) > 1.5F);
        if (one.labels[at] == 0)
            continue;
        ++labelled;
        // The last axis grows towards the patient's right.
        EXPECT_EQ(one.labels[at], at % sizeX < sizeX / 2 ? 1 : 2);
    }
    EXPECT_GT(labelled, 100U);
    ASSERT_EQ(one.places.size(), 3U);
    EXPECT_TRUE(one.places[0].empty());
    for (std::size_t label = 1; label < 3; ++label) {
        EXPECT_FALSE(one.places[label].empty());
        for (const std::uint32_t place : one.places[label])
            EXPECT_EQ(one.labels[place], label);
    }

    json other = ballRecipe();
    other["structures"] = {{{"name", "spleen"}, {"of", {"spleen"}}}};
    EXPECT_EQ(loadSegmenterCases(balls(1, 2), recipe(other), {}).error().code, ErrorCode::NoCases);
}

TEST_F(SegmenterTraining, BatchesDependOnSeedAndStepAloneAndShowStructures)
{
    json document = ballRecipe();
    document["training"]["foreground"] = 1.0;
    document["training"]["noise"] = 0.0;
    document["training"]["contrast"] = 0.0;
    document["training"]["brightness"] = 0.0;
    document["patch"] = {4, 4, 4};
    const SegmenterRecipe how = recipe(document);
    const auto cases = loadSegmenterCases(balls(1, 3), how, {});
    ASSERT_TRUE(cases);
    for (std::int64_t step = 0; step < 20; ++step) {
        const SegmenterBatch batch = segmenterBatch(how, *cases, 9, step);
        EXPECT_EQ(batch.images.sizes(), (at::IntArrayRef{2, 1, 4, 4, 4}));
        for (std::int64_t n = 0; n < 2; ++n)
            EXPECT_GT(batch.labels[n].sum().item<std::int64_t>(), 0);
        EXPECT_TRUE(at::equal(batch.labels.ne(0), batch.images.squeeze(1).gt(1.5)));
        const SegmenterBatch again = segmenterBatch(how, *cases, 9, step);
        EXPECT_TRUE(at::equal(batch.images, again.images));
        EXPECT_FALSE(at::equal(batch.images, segmenterBatch(how, *cases, 9, step + 1).images));
        EXPECT_FALSE(at::equal(batch.images, segmenterBatch(how, *cases, 10, step).images));
    }

    // A patch larger than the case: all of it somewhere in zeros.
    document["patch"] = {16, 32, 32};
    const SegmenterRecipe large = recipe(document);
    const SegmenterBatch batch = segmenterBatch(large, *cases, 9, 0);
    EXPECT_EQ(batch.images.ne(0).sum().item<std::int64_t>() <= 2 * 10 * 16 * sizeX, true);
    const std::int64_t labelled = batch.labels[0].ne(0).sum().item<std::int64_t>();
    bool found = false;
    for (const SegmenterCase& one : *cases)
        found = found ||
                labelled == static_cast<std::int64_t>(one.labels.size() -
                                                      static_cast<std::size_t>(std::ranges::count(
                                                          one.labels, std::uint8_t{0})));
    EXPECT_TRUE(found);
}

TEST_F(SegmenterTraining, TheLossIsEntropyMinusDiceOfEveryStep)
{
    at::Tensor labels = at::zeros({1, 4, 4, 4}, at::kLong);
    labels.narrow(3, 0, 2).fill_(1);
    const auto logitsOf = [](const at::Tensor& of, double certainty) {
        return at::one_hot(of, 3).permute({0, 4, 1, 2, 3}).to(at::kFloat).mul(certainty);
    };
    const at::Tensor sure = logitsOf(labels, 50);
    EXPECT_NEAR(diceAndEntropy(sure, labels).item<double>(), -1.0, 1e-4);
    // Of three classes with no idea: ln 3, and Dice of a third where half of the voxels are shown,
    // 2 · 32/3 / (64/3 + 32); the class that is not there does not count.
    const at::Tensor none = at::zeros_like(sure);
    EXPECT_NEAR(diceAndEntropy(none, labels).item<double>(), std::log(3.0) - 0.4, 1e-4);

    // Three steps: the coarsest does not count, the second half as much as the first.
    const at::Tensor half = at::zeros({1, 3, 2, 2, 2}, at::kFloat);
    const at::Tensor coarsest = at::zeros({1, 3, 1, 1, 1}, at::kFloat);
    const double expected = (-1.0 + 0.5 * (std::log(3.0) - 0.4)) / 1.5;
    EXPECT_NEAR(segmenterLoss({sure, half, coarsest}, labels).item<double>(), expected, 1e-4);
    // Thinned out labels still tell the sides apart.
    const at::Tensor coarse = labels.slice(1, 0, std::nullopt, 2)
                                  .slice(2, 0, std::nullopt, 2)
                                  .slice(3, 0, std::nullopt, 2);
    EXPECT_NEAR(segmenterLoss({sure, logitsOf(coarse, 50), coarsest}, labels).item<double>(), -1.0,
                1e-4);
}

TEST_F(SegmenterTraining, ANetworkLearnsLeftFromRightAndIsMeasuredOnStudiesItHasNotSeen)
{
    const SegmenterTrainOptions how = options("model");
    const Status trained = trainSegmenter(balls(1, 6), how, {});
    ASSERT_TRUE(trained) << trained.error().arguments.back();
    const auto model = readSegmentationModel(how.outputFolder, {}, {});
    ASSERT_TRUE(model);
    EXPECT_EQ(model->config.labels[1].name, "ball_right");
    const auto evaluation = evaluateSegmenter(how.outputFolder, how.recipe, balls(100, 3), {});
    ASSERT_TRUE(evaluation) << evaluation.error().arguments.back();
    EXPECT_EQ(evaluation->studies, 3U);
    ASSERT_EQ(evaluation->structures.size(), 2U);
    for (const SegmenterEvaluation::OfStructure& one : evaluation->structures) {
        EXPECT_EQ(one.studies, 3U);
        EXPECT_GT(one.dice, 0.9) << one.name;
        EXPECT_LE(one.lowest, one.dice);
    }
    EXPECT_GT(evaluation->meanDice, 0.9);

    json other = ballRecipe();
    std::swap(other["structures"][0]["name"], other["structures"][1]["name"]);
    write(other);
    EXPECT_EQ(evaluateSegmenter(how.outputFolder, how.recipe, balls(100, 1), {}).error().code,
              ErrorCode::BadOption);
}

TEST_F(SegmenterTraining, StoppedAndResumedItEndsInTheSameBytes)
{
    SegmenterTrainOptions whole = options("whole");
    whole.steps = 20;
    ASSERT_TRUE(trainSegmenter(balls(1, 3), whole, {}));

    SegmenterTrainOptions stopped = options("stopped");
    stopped.steps = 20;
    stopped.checkpointFolder = m_folder.path() / "checkpoints";
    std::stop_source stop;
    const Progress until(stop.get_token(), [&](double fraction) {
        if (fraction > 0.6)
            stop.request_stop();
    });
    EXPECT_EQ(trainSegmenter(balls(1, 3), stopped, until).error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(stopped.outputFolder)) << "nothing half trained is written";
    ASSERT_TRUE(latestCheckpoint(stopped.checkpointFolder));
    EXPECT_EQ(latestCheckpoint(stopped.checkpointFolder)->filename(), "step-000000007");

    EXPECT_EQ(trainSegmenter(balls(1, 3), stopped, {}).error().code, ErrorCode::BadOption)
        << "a folder with a checkpoint is not written over";
    stopped.resume = true;
    SegmenterTrainOptions other = stopped;
    other.seed = 6;
    EXPECT_EQ(trainSegmenter(balls(1, 3), other, {}).error().code, ErrorCode::BadOption);
    EXPECT_EQ(trainSegmenter(balls(2, 3), stopped, {}).error().code, ErrorCode::BadOption)
        << "of other studies";

    ASSERT_TRUE(trainSegmenter(balls(1, 3), stopped, {}));
    ASSERT_GT(checkpointOf(whole.outputFolder).size(), 1000U);
    EXPECT_EQ(checkpointOf(whole.outputFolder) == checkpointOf(stopped.outputFolder), true);
}

} // namespace
} // namespace fovea
