#include "model/training/CompareObjectives.h"
#include "model/training/FitNetwork.h"
#include "model/training/Learner.h"
#include "model/training/Vocabulary.h"
#include "tests/training/Cubes.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

class Objectives : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = fs::temp_directory_path() /
                   (std::string("fovea-objectives-") +
                    testing::UnitTest::GetInstance()->current_test_info()->name() + "-" +
                    std::to_string(std::random_device{}()));
        fs::create_directories(m_folder);
        prepare(smallRecipe());
    }
    void TearDown() override { fs::remove_all(m_folder); }

    void prepare(const nlohmann::json& json)
    {
        Result<Recipe> recipe = recipeFromJson(json.dump());
        ASSERT_TRUE(recipe.ok());
        m_recipe = *std::move(recipe);
        const auto load = [this](std::uint64_t seed, std::size_t count) {
            return (*loadCases(cubes(seed, count), m_recipe.network.anatomies, m_recipe.preprocess,
                               {}))
                .cases;
        };
        m_training = load(1, 64);
        m_validation = load(1000, 20);
        m_test = load(5000, 30);
        m_words.emplace(*WordPiece::create(vocabularyOf(m_recipe, m_training)));
        m_recipe.network.vocabulary = static_cast<int>(m_words->size());
    }

    double testAuc(const TrainedNetwork& network) const
    {
        Result<std::vector<FindingScores>> scores =
            scoreCases(network, *m_words, m_recipe.findings, m_test, m_recipe.preprocess, {});
        EXPECT_TRUE(scores.ok());
        EXPECT_EQ(scores->at(0).scores.size(), 30U);
        return evaluateScores(m_recipe.findings, *std::move(scores), m_test.size()).meanAuc;
    }

    static FitOptions seeded()
    {
        FitOptions options;
        options.seed = 5;
        return options;
    }
    Result<TrainedNetwork> fit(const FitOptions& options = seeded())
    {
        return fitNetwork(m_recipe, *m_words, m_training, m_validation, options, {});
    }

    fs::path m_folder;
    Recipe m_recipe;
    std::vector<TrainingCase> m_training;
    std::vector<TrainingCase> m_validation;
    std::vector<TrainingCase> m_test;
    std::optional<WordPiece> m_words;
};

TEST_F(Objectives, AllLearnWhatCanBeSeen)
{
    const std::pair<Objective, FalseNegatives> all[]{
        {Objective::Fvlm, FalseNegatives::None},
        {Objective::Fvlm, FalseNegatives::NormalsAndAbnormals},
        {Objective::Clip, FalseNegatives::None},
        {Objective::Supervised, FalseNegatives::None}};
    for (const auto& [objective, falseNegatives] : all) {
        m_recipe.objective = objective;
        m_recipe.falseNegatives = falseNegatives;
        const Result<TrainedNetwork> network = fit();
        ASSERT_TRUE(network.ok()) << nameOf(objective);
        EXPECT_EQ(network->objective, objective);
        EXPECT_GT(testAuc(*network), 0.95) << nameOf(objective) << ' ' << nameOf(falseNegatives);
        const auto vectors = searchVectors(*network, m_test, m_recipe.preprocess, {});
        EXPECT_EQ(vectors.ok(), objective != Objective::Supervised);
    }
}

TEST_F(Objectives, StartFromTheSameEncoder)
{
    const ParameterMap fvlm = firstParameters(m_recipe, 9);
    m_recipe.objective = Objective::Clip;
    const ParameterMap clip = firstParameters(m_recipe, 9);
    for (const auto& [name, tensor] : clip)
        EXPECT_TRUE(tensor.equal(fvlm.at(name))) << name;
}

TEST_F(Objectives, BFloat16LearnsTheSameThing)
{
    m_recipe.precision = Precision::BFloat16;
    m_recipe.dropout = 0.1;
    const Result<TrainedNetwork> network = fit();
    ASSERT_TRUE(network.ok());
    EXPECT_GT(testAuc(*network), 0.95);
}

TEST_F(Objectives, AccumulationSumsTheGradientsOfItsBatches)
{
    // Two batches of a learner whose rate is 0: the norm of the summed gradients.
    m_recipe.gradientClip = 0;
    m_recipe.sentenceDropout = 0;
    m_recipe.weightDecay = 0;
    m_recipe.accumulate = 2;
    Result<Learner> learner = Learner::create(m_recipe, *m_words, m_training, 3);
    ASSERT_TRUE(learner.ok());
    const Learner::Step both = learner->step(0, nullptr);
    EXPECT_EQ(both.samples, 16U);

    ParameterMap parameters = firstParameters(m_recipe, 3);
    for (auto& [name, tensor] : parameters)
        tensor.requires_grad_(true);
    const Result<Fvlm> network = Fvlm::create(m_recipe.network, parameters);
    BatchOptions options;
    options.crop = m_recipe.preprocess.minimumSize;
    options.patch = m_recipe.network.patch;
    options.anatomyIds = m_recipe.network.anatomies;
    BatchStream stream(m_training, options, *m_words, 32, 8, 3);
    const TrainingLoss first = trainingLoss(*network, stream.next());
    const TrainingLoss second = trainingLoss(*network, stream.next());
    (first.total + second.total).backward();
    double squares = 0;
    for (const auto& [name, tensor] : parameters) {
        if (tensor.grad().defined())
            squares += std::pow(tensor.grad().norm().item<double>(), 2);
    }
    EXPECT_NEAR(both.gradientNorm, std::sqrt(squares), 1e-4 * both.gradientNorm);
    EXPECT_NEAR(both.loss, (first.total.item<double>() + second.total.item<double>()) / 2, 1e-5);
}

TEST_F(Objectives, PatienceEndsIt)
{
    // A rate at which nothing is learnt: no validation is better than the first.
    m_recipe.learningRate = 1e-12;
    m_recipe.firstLearningRate = m_recipe.lastLearningRate = 0;
    m_recipe.epochs = 50;
    m_recipe.patience = 2;
    std::vector<std::string> lines;
    FitOptions options = seeded();
    options.log = [&lines](const std::string& line) { lines.push_back(line); };
    ASSERT_TRUE(fit(options).ok());
    EXPECT_EQ(lines.size(), 4U) << "three validations, and that it stopped";
    m_recipe.patience = 0;
    m_recipe.epochs = 6;
    lines.clear();
    ASSERT_TRUE(fit(options).ok());
    EXPECT_EQ(lines.size(), 6U);
}

TEST_F(Objectives, TheLogIsATable)
{
    m_recipe.falseNegatives = FalseNegatives::NormalsAndAbnormals;
    m_recipe.epochs = 3;
    FitOptions options = seeded();
    options.logFile = m_folder / "log.csv";
    TrainStatus last;
    options.status = [&last](const TrainStatus& status) { last = status; };
    ASSERT_TRUE(fit(options).ok());
    std::ifstream file(options.logFile);
    std::string line;
    ASSERT_TRUE(std::getline(file, line));
    EXPECT_EQ(line,
              "kind,network,step,epoch,learning_rate,loss,gradient_norm,temperature,"
              "samples_per_second,loss_heart,mean_auc,mean_calibration_error,auc_heart_calcified");
    int steps = 0, validations = 0;
    while (std::getline(file, line)) {
        EXPECT_EQ(std::ranges::count(line, ','), 12) << line;
        steps += line.starts_with("steps,") ? 1 : 0;
        validations += line.starts_with("validation,") ? 1 : 0;
    }
    EXPECT_EQ(steps, 2 * 2) << "24 steps in groups of 10, two networks";
    EXPECT_EQ(validations, 3 * 2);
    EXPECT_EQ(last.step, 24);
    EXPECT_EQ(last.steps, 24);
    EXPECT_EQ(last.epoch, 3);
    EXPECT_GT(last.samplesPerSecond, 0);
    EXPECT_EQ(last.secondsLeft, 0);
    options.logFile = m_folder / "missing" / "log.csv";
    EXPECT_EQ(fit(options).error().code, ErrorCode::FileNotWritable);
}

TEST_F(Objectives, StepsReplaceEpochs)
{
    m_recipe.steps = 5;
    TrainStatus last;
    FitOptions options = seeded();
    options.status = [&last](const TrainStatus& status) { last = status; };
    const Result<TrainedNetwork> network = fit(options);
    ASSERT_TRUE(network.ok());
    EXPECT_EQ(network->step, 5);
    EXPECT_EQ(last.steps, 5);
}

TEST_F(Objectives, AComparisonIsGoneOnWith)
{
    std::ofstream(m_folder / "recipe.json") << smallRecipe().dump();
    CompareOptions options;
    options.recipe = m_folder / "recipe.json";
    options.steps = 3;
    options.seeds = 2;
    std::vector<ComparisonRun> runs;
    options.onRun = [&runs](const ComparisonRun& run) -> Status {
        if (runs.size() == 7)
            return makeError(ErrorCode::DiskFull, {"there"});
        runs.push_back(run);
        return Done{};
    };
    EXPECT_EQ(
        compareObjectives(cubes(1, 16), cubes(1000, 8), cubes(5000, 8), options, {}).error().code,
        ErrorCode::DiskFull);
    ASSERT_EQ(runs.size(), 7U);
    options.finished = runs;
    options.finished[0].meanAuc = 0.125; // taken as it is
    int made = 0;
    options.onRun = [&made](const ComparisonRun&) -> Status {
        ++made;
        return Done{};
    };
    const Result<ObjectiveComparison> comparison =
        compareObjectives(cubes(1, 16), cubes(1000, 8), cubes(5000, 8), options, {});
    ASSERT_TRUE(comparison.ok());
    EXPECT_EQ(made, 3);
    ASSERT_EQ(comparison->runs.size(), 10U);
    ASSERT_EQ(comparison->rows.size(), 5U);
    EXPECT_EQ(comparison->rows[0].variant, "fvlm none");
    EXPECT_NEAR(comparison->rows[0].meanAuc, (0.125 + comparison->runs[5].meanAuc) / 2, 1e-12);
    EXPECT_NEAR(*comparison->rows[0].deviation,
                std::abs(0.125 - comparison->runs[5].meanAuc) / std::sqrt(2.0), 1e-12);
    EXPECT_EQ(comparison->rows[3].overClip, 0.0);
    EXPECT_NEAR(*comparison->rows[0].overClip,
                comparison->rows[0].meanAuc - comparison->rows[3].meanAuc, 1e-12);
    EXPECT_EQ(comparison->runs[0].findings.size(), 1U);
}

} // namespace
} // namespace fovea
