#include "model/checkpoint/ModelPackage.h"
#include "model/phantom/PhantomSource.h"
#include "model/training/Trainer.h"
#include "model/training/ZeroShot.h"
#include "tests/training/Cubes.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <string>

namespace fovea {
namespace {

namespace fs = std::filesystem;

class Trainer : public testing::Test {
protected:
    void SetUp() override
    {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = fs::temp_directory_path() / (std::string("fovea-trainer-") + info->name() + "-" +
                                                std::to_string(std::random_device{}()));
        fs::create_directories(m_folder);
        m_options.outputPackage = m_folder / "package";
        m_options.recipe = m_folder / "recipe.json";
        m_options.seed = 5;
        m_options.log = [this](const std::string& line) { m_lines.push_back(line); };
        writeRecipe(smallRecipe());
    }
    void TearDown() override { fs::remove_all(m_folder); }
    void writeRecipe(const nlohmann::json& json) { std::ofstream(m_options.recipe) << json.dump(); }

    fs::path m_folder;
    TrainOptions m_options;
    std::vector<std::string> m_lines;
};

TEST_F(Trainer, LearnsWhatCanBeSeenAndWritesAPackage)
{
    const Result<ModelInfo> info = trainModel(cubes(1, 64), cubes(1000, 20), m_options, {});
    ASSERT_TRUE(info.ok()) << info.error().detail;
    EXPECT_EQ(info->name, "Test");
    EXPECT_TRUE(info->demo);
    EXPECT_EQ(m_lines.size(), 12U) << "a line per epoch";

    const Result<ModelPackage> package = readModelPackage(m_options.outputPackage);
    ASSERT_TRUE(package.ok());
    EXPECT_EQ(package->fingerprint, info->fingerprint);
    EXPECT_NE(package->manifest.provenance.find("seed 5"), std::string::npos);
    ASSERT_EQ(package->manifest.findings.size(), 1U);
    const FindingDefinition& finding = package->manifest.findings[0];
    EXPECT_EQ(finding.positive, std::vector<std::string>{"Calcified."})
        << "prompts the wrong way round must lose";
    EXPECT_TRUE(finding.threshold.has_value());
    ASSERT_TRUE(finding.calibration.has_value());
    EXPECT_GT(finding.calibration->a, 0);

    // What was written, on studies it has never seen.
    const Result<Fvlm> network = Fvlm::create(package->manifest.network, package->parameters);
    const Result<WordPiece> words = WordPiece::create(package->vocabulary);
    ASSERT_TRUE(network.ok() && words.ok());
    const Result<TrainingCases> unseen = loadCases(
        cubes(5000, 30), package->manifest.network.anatomies, package->manifest.preprocess, {});
    ASSERT_TRUE(unseen.ok());
    const auto vectors = embedCases(*network, unseen->cases, package->manifest.preprocess, {});
    ASSERT_TRUE(vectors.ok());
    const Evaluation evaluation =
        evaluatePrompts(*network, *words, package->manifest.findings, unseen->cases, *vectors);
    EXPECT_EQ(evaluation.findings[0].positives, 15);
    EXPECT_EQ(evaluation.findings[0].negatives, 15);
    EXPECT_GT(evaluation.meanAuc, 0.97);
}

TEST_F(Trainer, IsRepeatable)
{
    m_options.epochs = 2;
    const Result<ModelInfo> first = trainModel(cubes(1, 16), cubes(1000, 4), m_options, {});
    m_options.outputPackage = m_folder / "again";
    const Result<ModelInfo> second = trainModel(cubes(1, 16), cubes(1000, 4), m_options, {});
    m_options.outputPackage = m_folder / "other";
    m_options.seed = 6;
    const Result<ModelInfo> other = trainModel(cubes(1, 16), cubes(1000, 4), m_options, {});
    ASSERT_TRUE(first.ok() && second.ok() && other.ok());
    EXPECT_EQ(first->fingerprint, second->fingerprint);
    EXPECT_NE(first->fingerprint, other->fingerprint);
}

TEST_F(Trainer, CancellingLeavesNothingBehind)
{
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&stop](double fraction) {
        if (fraction > 0.5)
            stop.request_stop();
    });
    const Result<ModelInfo> info = trainModel(cubes(1, 16), cubes(1000, 4), m_options, progress);
    ASSERT_FALSE(info.ok());
    EXPECT_EQ(info.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(m_options.outputPackage));
}

TEST_F(Trainer, SaysWhyItCannotTrain)
{
    EXPECT_EQ(trainModel(cubes(1, 1), cubes(2, 4), m_options, {}).error().code, ErrorCode::NoCases);
    EXPECT_EQ(trainModel(cubes(1, 4), cubes(2, 0), m_options, {}).error().code, ErrorCode::NoCases);
    StudySource broken = cubes(1, 4);
    broken.load = [](std::size_t) -> Result<LabelledStudy> {
        return makeError(ErrorCode::BrokenFile, {"x"});
    };
    EXPECT_EQ(trainModel(broken, cubes(2, 4), m_options, {}).error().code, ErrorCode::BrokenFile);
    TrainOptions options = m_options;
    options.epochs = 0;
    EXPECT_EQ(trainModel(cubes(1, 4), cubes(2, 4), options, {}).error().code, ErrorCode::BadOption);
    options = m_options;
    options.recipe = m_folder / "missing.json";
    EXPECT_EQ(trainModel(cubes(1, 4), cubes(2, 4), options, {}).error().code,
              ErrorCode::FileNotFound);
    nlohmann::json silent = smallRecipe();
    silent["training"]["contrast"] = "findings";
    writeRecipe(silent);
    const Error error = trainModel(cubes(1, 16), cubes(2, 4), m_options, {}).error();
    EXPECT_EQ(error.code, ErrorCode::BadOption) << "cubes come without statements";
    EXPECT_EQ(error.arguments.at(0), "training.contrast");
    nlohmann::json diverging = smallRecipe();
    diverging["training"]["learningRate"] = 1e30;
    diverging["training"]["warmupSteps"] = 0;
    writeRecipe(diverging);
    EXPECT_EQ(trainModel(cubes(1, 16), cubes(2, 4), m_options, {}).error().code,
              ErrorCode::TrainingDiverged);
}

TEST_F(Trainer, TakesPhantomsAsTheyAre)
{
    nlohmann::json recipe = smallRecipe();
    recipe["network"]["anatomies"] = {"lung", "heart", "esophagus", "aorta"};
    recipe["network"]["patch"] = {8, 12, 12};
    recipe["network"]["grid"] = {5, 5, 6};
    recipe["preprocess"]["spacingMm"] = {8, 5, 5};
    recipe["preprocess"]["minimumSize"] = {40, 60, 72};
    recipe["preprocess"]["roi"] = {40, 60, 72};
    recipe["findings"][0]["id"] = "cardiomegaly";
    recipe["findings"][0]["positive"] = {"Cardiomegaly."};
    recipe["promptAlternatives"] = nlohmann::json::array();
    recipe["training"]["epochs"] = 1;
    writeRecipe(recipe);
    const PhantomSampling sampling{TrainingDetail, PhantomGrid{{70, 56, 38}, {5, 5, 8}}};
    const Result<ModelInfo> info = trainModel(phantomSource(1, 12, sampling),
                                              phantomSource(1'000'001, 6, sampling), m_options, {});
    ASSERT_TRUE(info.ok()) << info.error().detail;
    EXPECT_EQ(info->anatomyIds.size(), 4U);
}

} // namespace
} // namespace fovea
