#include "app/work/tuning/compareTunings.h"
#include "app/work/tuning/judgementFile.h"
#include "app/work/tuning/recalibrated.h"
#include "app/work/tuning/spooledStudies.h"
#include "app/work/tuning/wrongLabels.h"
#include "model/evaluate/Platt.h"
#include "model/evaluate/truth.h"
#include "tests/app/work/FakeRegionModel.h"
#include "tests/evaluate/SmallChest.h"
#include "tests/storage/TemporaryFolder.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <memory>
#include <set>

// What the table of tunings is made of, with a model that needs no LibTorch.

namespace fovea {
namespace {

/// Says something else of each volume, and counts how often it is asked.
class CountingEngine final : public test::FakeEngine {
public:
    CountingEngine(const std::string& fingerprint, int& asked)
        : FakeEngine(fingerprint)
        , m_asked(asked)
    {
        m_info.findings = {{"lung", "pleural_effusion", "", {"Effusion."}, {"No effusion."}}};
    }
    Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap&, const Progress&) override
    {
        ++m_asked;
        StudyAnalysis analysis;
        const auto middle = volume.voxels()[volume.voxels().size() / 2];
        analysis.findings = {testing::scored("pleural_effusion", (middle + 1100) % 97 / 100.0)};
        analysis.seconds = 0.5;
        return analysis;
    }

private:
    int& m_asked;
};

class ComparedApi final : public test::FakeApi {
public:
    Result<std::unique_ptr<Engine>> load(const std::filesystem::path& package,
                                         const LoadOptions&) override
    {
        const bool parent = package == "parent";
        return std::unique_ptr<Engine>(std::make_unique<CountingEngine>(
            parent ? "p" : "t", parent ? parentAsked : tunedAsked));
    }
    Result<TuneResult> tune(const StudySource& training, const StudySource& validation,
                            const TuneOptions& options, const Progress&) override
    {
        if (training.count < LeastTuneTraining)
            return makeError(ErrorCode::TooFewCases);
        tuned.push_back(options);
        cacheWasThere = cacheWasThere || std::filesystem::exists(options.cacheFolder);
        std::filesystem::create_directories(options.cacheFolder);
        EXPECT_TRUE(training.load(0));
        TuneResult result;
        result.improved = options.way == TuneWay::Heads;
        result.seconds = static_cast<double>(training.count + validation.count);
        return result;
    }
    Result<TuneEstimate> estimateTune(const TuneOptions&, std::size_t studies,
                                      std::uint64_t bytes) override
    {
        TuneEstimate estimate;
        estimate.peakBytes = bytes;
        estimate.steps = static_cast<std::int64_t>(studies);
        return estimate;
    }
    int parentAsked = 0;
    int tunedAsked = 0;
    bool cacheWasThere = false;
    std::vector<TuneOptions> tuned;
};

TuneComparisonOptions small(const std::filesystem::path& work)
{
    TuneComparisonOptions options;
    options.parentPackage = "parent";
    options.ways = {TuneWay::Calibration, TuneWay::Heads, TuneWay::Lora};
    options.cases = {10, 11};
    options.test = 3;
    options.benchmark = 2;
    options.steps = 4;
    options.work = work;
    return options;
}

TEST(CompareTunings, TheParentIsAskedOnceForTheWholeTable)
{
    const test::TemporaryFolder folder;
    ComparedApi api;
    TuneComparisonOptions options = small(folder / "work");
    std::size_t told = 0;
    options.done = [&told](const TuneComparisonRow&) { ++told; };
    const auto rows = compareTunings(api, options, Progress());
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 6U);
    EXPECT_EQ(told, 6U);
    // 11 to calibrate on, 5 that judge.
    EXPECT_EQ(api.parentAsked, 16);
    EXPECT_EQ(api.tunedAsked, 2 * 5);
    EXPECT_FALSE(api.cacheWasThere);
    const TuneComparisonRow& heads = (*rows)[3];
    EXPECT_EQ(heads.way, TuneWay::Heads);
    EXPECT_EQ(heads.cases, 11);
    EXPECT_EQ(heads.judgement.after, "t");
    EXPECT_EQ(heads.judgement.test.studies, 3);
    EXPECT_TRUE(heads.foretoldSeconds);
    EXPECT_GT(heads.foretoldPeakBytes, 500'000'000U);
    EXPECT_FALSE((*rows)[4].improved);
    EXPECT_EQ((*rows)[4].judgement.after, "p");
    // What judged is kept beside the package.
    const auto kept = readJudgement(folder / "work" / "heads-11");
    ASSERT_TRUE(kept && *kept);
    EXPECT_EQ((*kept)->after, "t");
    // 7 that learn make an epoch of one batch of twelve.
    EXPECT_EQ(api.tuned.back().way, TuneWay::Lora);
    EXPECT_EQ(api.tuned.back().epochs, 4);
    EXPECT_FALSE(api.tuned.front().epochs);
}

TEST(CompareTunings, TooFewCasesAreARowAndNoError)
{
    const test::TemporaryFolder folder;
    ComparedApi api;
    TuneComparisonOptions options = small(folder / "work");
    options.ways = {TuneWay::Heads};
    options.cases = {3};
    const auto rows = compareTunings(api, options, Progress());
    ASSERT_TRUE(rows);
    EXPECT_FALSE(rows->front().improved);
    EXPECT_EQ(compareTunings(api, options, Progress()).error().code, ErrorCode::BadOption);
}

TEST(Recalibrated, FitsWhatTheStudiesSayAndLeavesTheRestAlone)
{
    int asked = 0;
    CountingEngine engine("p", asked);
    LabelledScores scores(engine.info());
    for (int n = 0; n < 80; ++n) {
        LabelledStudy study = testing::smallChest();
        if (n % 2 == 0)
            study.regions.front().findings = {"pleural_effusion"};
        if (n == 79)
            study.regions.front().unknown = {"pleural_effusion"};
        StudyAnalysis analysis;
        if (n != 78)
            analysis.findings = {
                testing::scored("pleural_effusion", 0.3 + (n % 2 == 0 ? 0.05 : 0.0) + 0.001 * n)};
        scores.add(study, analysis);
    }
    ASSERT_EQ(scores.findings().size(), 1U);
    EXPECT_EQ(scores.findings().front().cases.scores.size(), 78U);
    EXPECT_EQ(scores.findings().front().unscored, 1);
    EXPECT_EQ(scores.patients(), 80U);
    const auto fits = calibrateFindings(scores.findings(), scores.patients());
    ASSERT_EQ(fits.front().outcome, CalibratedFinding::Outcome::Calibrated);
    StudyAnalysis analysis;
    analysis.findings = {testing::scored("pleural_effusion", 0.4), testing::scored("nodule", 0.4)};
    const auto read = recalibrated({analysis}, fits);
    const SiteReference& own = fits.front().reference;
    EXPECT_DOUBLE_EQ(*read.front().findings[0].calibrated,
                     (PlattFit{own.a, own.b}.calibrated(0.4)));
    EXPECT_EQ(read.front().findings[0].score, 0.4);
    EXPECT_FALSE(read.front().findings[1].calibrated);
}

TEST(SpooledStudies, AreDrawnOnceAndTheSameAgain)
{
    const test::TemporaryFolder folder;
    int drawn = 0;
    StudySource source;
    source.count = 3;
    source.load = [&drawn](std::size_t n) -> Result<LabelledStudy> {
        ++drawn;
        LabelledStudy study = testing::smallChest(static_cast<std::int16_t>(n));
        study.regions.front().text = "Study " + std::to_string(n);
        return study;
    };
    const StudySource kept = spooled(source, folder / "a" / "b");
    for (int round = 0; round < 3; ++round) {
        for (std::size_t n = 0; n < kept.count; ++n) {
            const auto study = kept.load(n);
            ASSERT_TRUE(study);
            EXPECT_EQ(study->volume->at({3, 0, 0}), static_cast<int>(n));
            EXPECT_EQ(study->labels->at({7, 0, 0}), 0);
            EXPECT_EQ(study->labels->at({4, 0, 0}), testing::LowerLeft);
            EXPECT_EQ(study->labels->structures().size(), 3U);
            EXPECT_EQ(study->regions.front().text, "Study " + std::to_string(n));
        }
    }
    EXPECT_EQ(drawn, 3);
    std::filesystem::remove_all(folder / "a");
    EXPECT_EQ(kept.load(0).error().code, ErrorCode::FileNotReadable);
}

StudySource chests(std::size_t count)
{
    StudySource source;
    source.count = count;
    source.load = [](std::size_t n) -> Result<LabelledStudy> {
        LabelledStudy study = testing::smallChest();
        LabelledStudy::Region& lung = study.regions.front();
        if (n % 4 == 0) {
            testing::addFinding(study, {"nodule", 0.5, Side::Left, {}, {}});
            lung.statements = {{"nodule", true, {"A nodule.", "One nodule."}}};
            lung.text = "A nodule.";
        }
        lung.rewordings = {lung.text};
        return study;
    };
    return source;
}

TEST(WrongLabels, TurnAsManyAsAskedInLabelsAndReports)
{
    const std::vector<TurnedFinding> nodule{{"lung", "nodule", {"Nodule."}, {"No nodule."}}};
    const StudySource wrong = withWrongLabels(chests(400), nodule, 0.3, 7);
    const StudySource again = withWrongLabels(chests(400), nodule, 0.3, 7);
    int turned = 0;
    for (std::size_t n = 0; n < wrong.count; ++n) {
        const auto study = wrong.load(n);
        ASSERT_TRUE(study);
        const LabelledStudy::Region& lung = study->regions.front();
        const bool present = hasFinding(*study, "lung", "nodule");
        EXPECT_EQ(present, hasFinding(*again.load(n), "lung", "nodule"));
        EXPECT_LE(lung.statements.size(), 1U);
        if (present == (n % 4 == 0))
            continue;
        ++turned;
        EXPECT_EQ(lung.text, present ? "Nodule." : "No nodule.");
        EXPECT_EQ(lung.rewordings.front(), lung.text);
        EXPECT_EQ(lung.statements.front().present, present);
        EXPECT_TRUE(lung.details.empty());
    }
    EXPECT_NEAR(turned, 120, 30);
    const StudySource none = withWrongLabels(chests(40), nodule, 0.0, 7);
    for (std::size_t n = 0; n < none.count; ++n)
        EXPECT_EQ(hasFinding(*none.load(n), "lung", "nodule"), n % 4 == 0);
}

} // namespace
} // namespace fovea
