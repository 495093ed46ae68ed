#include "model/tuning/PeakMemory.h"
#include "model/tuning/tuneModel.h"
#include "tests/tuning/SiteCubes.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <sys/resource.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

class TuneSafety : public TuneTest {
protected:
    void SetUp() override
    {
        TuneTest::SetUp();
        m_options.epochs = 2;
        m_before = bytes(ParentModel::package() / "weights.safetensors");
    }
    void TearDown() override
    {
        EXPECT_EQ(bytes(ParentModel::package() / "weights.safetensors"), m_before);
        TuneTest::TearDown();
    }

    Error refusal(const StudySource& training, const StudySource& validation)
    {
        const Result<TuneResult> result = tuneModel(training, validation, m_options, {});
        EXPECT_FALSE(result.ok());
        EXPECT_FALSE(fs::exists(m_options.outputPackage));
        return result.ok() ? Error{} : result.error();
    }

    bool nothingHalfWritten() const
    {
        return std::ranges::none_of(
            fs::recursive_directory_iterator(m_folder), [](const fs::directory_entry& entry) {
                return entry.path().filename().string().find(".new-") != std::string::npos;
            });
    }

    std::string m_before;
};

TEST_F(TuneSafety, ThreeCasesAreTooFewAndItSaysHowManyItTakes)
{
    const Error training = refusal(siteCubes(1, 3), siteCubes(2, 8));
    EXPECT_EQ(training.code, ErrorCode::TooFewCases);
    EXPECT_EQ(training.arguments, (std::vector<std::string>{"training", "3", "6"}));
    const Error validation = refusal(siteCubes(1, 8), siteCubes(2, 3));
    EXPECT_EQ(validation.arguments, (std::vector<std::string>{"validation", "3", "4"}));
}

TEST_F(TuneSafety, OneClassAloneIsNothingToLearnOrToChooseBy)
{
    SiteOptions ill;
    ill.onlyIll = true;
    EXPECT_EQ(refusal(siteCubes(1, 16, ill), siteCubes(2, 16)).arguments.at(0), "training");
    const Error error = refusal(siteCubes(1, 16), siteCubes(2, 16, ill));
    EXPECT_EQ(error.code, ErrorCode::OneSidedLabels);
    EXPECT_EQ(error.arguments.at(0), "validation");
}

TEST_F(TuneSafety, WhatIsOneSidedIsSaidAndNotCalibrated)
{
    // Nobody knows anything of "fatty" in the studies for validation.
    StudySource unsure = siteCubes(2, 16);
    unsure.load = [load = unsure.load](std::size_t n) {
        Result<LabelledStudy> study = load(n);
        study->regions[0].unknown = {"fatty"};
        return study;
    };
    withAorta();
    m_options.epochs = 12;
    const Result<TuneResult> result = tuneModel(siteCubes(1, 48), unsure, m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    const auto note =
        std::ranges::find(result->notes, TuneNote::Kind::OneSidedValidation, &TuneNote::kind);
    ASSERT_NE(note, result->notes.end());
    EXPECT_EQ(note->arguments, (std::vector<std::string>{"heart", "fatty"}));
    EXPECT_FALSE(result->findings[1].after.has_value());
    EXPECT_EQ(result->findings[1].positives + result->findings[1].negatives, 0);
    ASSERT_TRUE(result->improved);
    const Result<ModelPackage> package = readModelPackage(m_options.outputPackage);
    EXPECT_FALSE(package->manifest.findings[1].calibration.has_value());
    EXPECT_FALSE(package->manifest.findings[1].threshold.has_value());
    EXPECT_TRUE(package->manifest.findings[0].threshold.has_value());
}

TEST_F(TuneSafety, ACalibrationThatNobodyCanCheckStaysTheParents)
{
    StudySource unsure = siteCubes(2, 16);
    unsure.load = [load = unsure.load](std::size_t n) {
        Result<LabelledStudy> study = load(n);
        study->regions[0].findings.clear();
        study->regions[0].unknown = {"calcified"};
        return study;
    };
    // "fatty" is nowhere then, and known of nobody but for what the aorta's "wide" tells.
    withAorta();
    m_options.epochs = 12;
    const Result<TuneResult> result = tuneModel(siteCubes(1, 48), unsure, m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    ASSERT_TRUE(result->improved);
    const Result<ModelPackage> parent = readModelPackage(ParentModel::package());
    const Result<ModelPackage> package = readModelPackage(m_options.outputPackage);
    ASSERT_EQ(package->manifest.findings[0].id, "calcified");
    ASSERT_TRUE(parent->manifest.findings[0].calibration.has_value());
    EXPECT_EQ(package->manifest.findings[0].calibration, parent->manifest.findings[0].calibration);
    EXPECT_EQ(package->manifest.findings[0].threshold, parent->manifest.findings[0].threshold);
}

TEST_F(TuneSafety, WrongLabelsEndInAModelOrInNone)
{
    SiteOptions wrong;
    wrong.wrongLabels = 0.3;
    m_options.epochs = 10;
    const Result<TuneResult> result =
        tuneModel(siteCubes(1, 48, wrong), siteCubes(2, 24), m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_GE(result->meanAfter, result->meanBefore);
    EXPECT_EQ(fs::exists(m_options.outputPackage), result->improved);
}

TEST_F(TuneSafety, WhereNothingImprovesNothingIsWritten)
{
    m_options.learningRate = 1e-12;
    const Result<TuneResult> result = tuneModel(siteCubes(1, 16), siteCubes(2, 16), m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_FALSE(result->improved);
    EXPECT_EQ(result->meanAfter, result->meanBefore);
    EXPECT_EQ(result->bestStep, 0);
    EXPECT_EQ(result->info.fingerprint, readModelPackage(ParentModel::package())->fingerprint);
    EXPECT_FALSE(fs::exists(m_options.outputPackage));
}

TEST_F(TuneSafety, WhatComesToTakeMoreMemoryThanItMayIsEnded)
{
    // A study that is larger than anybody thought, in a tensor and in the program's own memory.
    const std::int64_t much = 512 << 20;
    const auto hungry = [](const StudySource& source, const std::function<void()>& eat) {
        return StudySource{source.count, [load = source.load, eat](std::size_t n) {
                               if (n == 10)
                                   eat();
                               return load(n);
                           }};
    };
    const auto tensor = [much] { at::empty({much}, at::kByte); };
    const auto memory = [much] { std::vector<char>(static_cast<std::size_t>(much)); };
    m_options.memoryLimit = PeakMemory().bytes() + (std::uint64_t{256} << 20);
    for (const std::function<void()>& eat : {std::function<void()>(tensor), {memory}}) {
        EXPECT_EQ(refusal(hungry(siteCubes(1, 16), eat), siteCubes(2, 8)).code,
                  ErrorCode::OutOfMemory);
        EXPECT_TRUE(nothingHalfWritten());
    }

    // The limit goes with the tuning, and one that is kept changes nothing.
    EXPECT_NO_THROW(tensor());
    m_options.learningRate = 1e-12;
    const Result<TuneResult> result = tuneModel(siteCubes(1, 16), siteCubes(2, 8), m_options, {});
    EXPECT_TRUE(result.ok()) << result.error().detail;
}

TEST_F(TuneSafety, CancelledOrDivergedItLeavesNothing)
{
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](double fraction) {
        if (fraction > 0.7)
            stop.request_stop();
    });
    const Result<TuneResult> cancelled =
        tuneModel(siteCubes(1, 16), siteCubes(2, 16), m_options, progress);
    ASSERT_FALSE(cancelled.ok());
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(m_options.outputPackage));
    EXPECT_TRUE(nothingHalfWritten());

    m_options.learningRate = 1e38;
    m_options.keepOld = 0;
    m_options.epochs = 20;
    EXPECT_EQ(refusal(siteCubes(1, 32), siteCubes(2, 16)).code, ErrorCode::TrainingDiverged);
}

TEST_F(TuneSafety, AFullDiskIsSaidAndLeavesNothingHalfWritten)
{
    // As a full disk does, a limit of the system's makes writing fail in the middle of a file.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{1000, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Result<TuneResult> cache = tuneModel(siteCubes(1, 16), siteCubes(2, 16), m_options, {});
    m_options.cacheFolder.clear();
    m_options.epochs = 6;
    const Result<TuneResult> package = tuneModel(siteCubes(1, 16), siteCubes(2, 16), m_options, {});
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_DFL);
    for (const auto* result : {&cache, &package}) {
        ASSERT_FALSE(result->ok());
        EXPECT_EQ(result->error().code, ErrorCode::FileNotWritable);
    }
    EXPECT_FALSE(fs::exists(m_options.outputPackage));
    EXPECT_TRUE(nothingHalfWritten());
}

TEST_F(TuneSafety, OptionsThatCannotBeAreNamed)
{
    const auto option = [&](const TuneOptions& options) {
        const Result<TuneResult> result =
            tuneModel(siteCubes(1, 16), siteCubes(2, 16), options, {});
        EXPECT_FALSE(result.ok());
        EXPECT_EQ(result.error().code, ErrorCode::BadOption);
        return result.error().arguments.at(0);
    };
    TuneOptions options = m_options;
    options.way = TuneWay::Calibration;
    EXPECT_EQ(option(options), "way");
    options.way = TuneWay::Queries;
    EXPECT_EQ(option(options), "way") << "no new anatomy";
    options = m_options;
    options.calibratedOn.clear();
    EXPECT_EQ(option(options), "calibratedOn");
    options = m_options;
    options.outputPackage = options.parentPackage;
    EXPECT_EQ(option(options), "outputPackage");
    options = m_options;
    options.newFindings[0].id = "calcified";
    EXPECT_EQ(option(options), "newFindings");
    options = m_options;
    options.newFindings[0].anatomyId = "spleen";
    EXPECT_EQ(option(options), "newFindings");
    options = m_options;
    options.newFindings[0].prompts.negative.clear();
    EXPECT_EQ(option(options), "newFindings");
    options = m_options;
    options.newAnatomies = {{"heart", "Heart", {}}};
    EXPECT_EQ(option(options), "newAnatomies");
    options.newAnatomies = {{"aorta", "Aorta", {"aorta"}}};
    EXPECT_EQ(option(options), "newAnatomies") << "the parent goes by the catalog";
    options = m_options;
    options.batch = 1;
    EXPECT_EQ(option(options), "batch");
    options = m_options;
    options.resume = true;
    EXPECT_EQ(option(options), "resume");

    options = m_options;
    options.parentPackage = m_folder / "nothing";
    EXPECT_EQ(tuneModel(siteCubes(1, 16), siteCubes(2, 16), options, {}).error().code,
              ErrorCode::ModelNotFound);
}

} // namespace
} // namespace fovea
