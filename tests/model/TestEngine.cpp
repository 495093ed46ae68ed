#include "model/engine/FvlmEngine.h"
#include "model/evaluate/Evaluate.h"
#include "model/preprocess/PreparedStudy.h"
#include "model/preprocess/RegionWindow.h"

#include <ATen/ops/from_blob.h>

#include "SmallModel.h"
#include "SpeckledStudy.h"
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <numeric>

namespace fovea {
namespace {

using Study = testing::SpeckledStudy;
using testing::makeSpeckledStudy;

std::unique_ptr<Engine> makeEngine(ModelPackage package = testing::smallPackage())
{
    package.fingerprint = "f00d";
    Result<std::unique_ptr<Engine>> engine = FvlmEngine::create(std::move(package));
    EXPECT_TRUE(engine);
    return engine ? std::move(*engine) : nullptr;
}

const RegionEmbedding* embeddingOf(const StudyAnalysis& analysis, const std::string& anatomy)
{
    const auto found = std::ranges::find(analysis.embeddings, anatomy, &RegionEmbedding::anatomyId);
    return found == analysis.embeddings.end() ? nullptr : &*found;
}

TEST(Engine, AnalysisIsWhatTheNetworkSaysOfEachWindow)
{
    const Study study = makeSpeckledStudy();
    const auto engine = makeEngine();
    double last = 0.0;
    const Progress progress({}, [&last](double fraction) {
        EXPECT_GE(fraction, last - 1e-9);
        last = fraction;
    });
    const Result<StudyAnalysis> analysis = engine->analyze(*study.volume, *study.labels, progress);
    ASSERT_TRUE(analysis);
    EXPECT_DOUBLE_EQ(last, 1.0);
    EXPECT_EQ(analysis->modelFingerprint, "f00d");
    ASSERT_EQ(analysis->embeddings.size(), 2U);
    ASSERT_EQ(analysis->skipped.size(), 1U);
    EXPECT_EQ(analysis->skipped[0].anatomyId, "esophagus");
    EXPECT_EQ(analysis->skipped[0].reason, SkippedAnatomy::Reason::NotSegmented);

    // The same by hand, one pass per region.
    const ModelPackage package = testing::smallPackage();
    const Result<Fvlm> network = Fvlm::create(package.manifest.network, package.parameters);
    ASSERT_TRUE(network);
    const auto prepared =
        prepareStudy(*study.volume, *study.labels, package.manifest.network.anatomies,
                     package.manifest.preprocess, Progress{});
    ASSERT_TRUE(prepared);
    const Index3 patch = package.manifest.network.patch;
    for (const PreparedRegion& region : prepared->regions) {
        const RegionWindow window =
            regionWindow(*prepared, region, package.manifest.preprocess, patch);
        std::vector<float> values = cutImage(*prepared, window);
        const auto features = network->encodeImage(at::from_blob(
            values.data(), {1, 1, window.padded[0], window.padded[1], window.padded[2]},
            at::kFloat));
        const auto tokens = regionTokens(*prepared, window, region.anatomyIndex, patch);
        const PooledRegion pooled = network->pool(features, 0, region.anatomyIndex, tokens);
        const RegionEmbedding* found = embeddingOf(
            *analysis,
            package.manifest.network.anatomies[static_cast<std::size_t>(region.anatomyIndex)]);
        ASSERT_TRUE(found);
        for (std::size_t i = 0; i < found->vector.size(); ++i)
            EXPECT_NEAR(found->vector[i], pooled.vector[static_cast<std::int64_t>(i)].item<float>(),
                        1e-5);
        EXPECT_NEAR(std::accumulate(found->attention.begin(), found->attention.end(), 0.0), 1.0,
                    1e-5);
        EXPECT_EQ(std::ranges::count_if(found->attention, [](float a) { return a > 0; }),
                  static_cast<std::ptrdiff_t>(tokens.size()));
    }
}

TEST(Engine, ScoresFollowThePromptPairsAndTheCalibration)
{
    const Study study = makeSpeckledStudy();
    const auto engine = makeEngine();
    const auto analysis = engine->analyze(*study.volume, *study.labels, Progress{});
    ASSERT_TRUE(analysis);
    ASSERT_EQ(analysis->findings.size(), 2U);
    const auto cosineWith = [&](const RegionEmbedding& region, const std::vector<float>& text) {
        return std::inner_product(text.begin(), text.end(), region.vector.begin(), 0.0);
    };
    const Finding& heart = analysis->findings[1];
    EXPECT_EQ(heart.findingId, "pericardial_effusion");
    const RegionEmbedding& region = *embeddingOf(*analysis, "heart");
    const double positive = cosineWith(region, *engine->embedText("Pericardial effusion."));
    const double negative = cosineWith(region, *engine->embedText("Not pericardial effusion."));
    const double score = 1.0 / (1.0 + std::exp((negative - positive) / 0.07));
    EXPECT_NEAR(heart.score, score, 1e-5);
    EXPECT_NEAR(*heart.calibrated,
                1.0 / (1.0 + std::exp(-(2.0 * std::log(score / (1 - score)) - 0.5))), 1e-5);
    EXPECT_FALSE(heart.threshold);

    // An ensemble of two: the mean of the unit vectors, made unit.
    const Finding& lung = analysis->findings[0];
    std::vector<float> mean = *engine->embedText("Effusion.");
    const std::vector<float> second = *engine->embedText("Large effusion.");
    double squares = 0.0;
    for (std::size_t i = 0; i < mean.size(); ++i) {
        mean[i] = (mean[i] + second[i]) / 2;
        squares += double(mean[i]) * mean[i];
    }
    const RegionEmbedding& lungRegion = *embeddingOf(*analysis, "lung");
    const double difference = cosineWith(lungRegion, mean) / std::sqrt(squares) -
                              cosineWith(lungRegion, *engine->embedText("Not effusion."));
    EXPECT_NEAR(lung.score, 1.0 / (1.0 + std::exp(-difference / 0.07)), 1e-5);
    EXPECT_EQ(lung.threshold, 0.4);
    EXPECT_FALSE(lung.calibrated);
}

TEST(Engine, TokensLieWhereTheirVoxelsAre)
{
    const Study study = makeSpeckledStudy();
    const auto engine = makeEngine();
    const auto analysis = engine->analyze(*study.volume, *study.labels, Progress{});
    ASSERT_TRUE(analysis);
    const RegionEmbedding& heart = *embeddingOf(*analysis, "heart");
    // The heart spans x 15…29, y 5…19, z -60…-42 mm: each of its tokens' centres lies within half a
    // token of that.
    const Vec3 low{15, 5, -60};
    const Vec3 high{29, 19, -42};
    const Vec3 halfToken{4, 4, 4};
    std::size_t at = 0;
    int inside = 0;
    for (int d = 0; d < heart.tokenGrid[0]; ++d) {
        for (int h = 0; h < heart.tokenGrid[1]; ++h) {
            for (int w = 0; w < heart.tokenGrid[2]; ++w, ++at) {
                if (heart.attention[at] == 0.0F)
                    continue;
                ++inside;
                const Vec3 centre = heart.tokenOriginMm + heart.tokenStepMm[0] * d +
                                    heart.tokenStepMm[1] * h + heart.tokenStepMm[2] * w;
                for (int a = 0; a < 3; ++a) {
                    EXPECT_GE(centre[a], low[a] - halfToken[a] - 0.5);
                    EXPECT_LE(centre[a], high[a] + halfToken[a] + 0.5);
                }
            }
        }
    }
    EXPECT_GT(inside, 4);
}

TEST(Engine, ARequestToStopIsHeard)
{
    const Study study = makeSpeckledStudy();
    const auto engine = makeEngine();
    std::stop_source stop;
    // Asked during preprocessing, so that the encoder is never reached.
    const Progress progress(stop.get_token(), [&](double) { stop.request_stop(); });
    const auto analysis = engine->analyze(*study.volume, *study.labels, progress);
    ASSERT_FALSE(analysis);
    EXPECT_EQ(analysis.error().code, ErrorCode::Cancelled);
}

TEST(Engine, EmbedsATextAsAUnitVector)
{
    const auto engine = makeEngine();
    const std::vector<float> text = *engine->embedText("large effusion");
    EXPECT_NEAR(std::inner_product(text.begin(), text.end(), text.begin(), 0.0), 1.0, 1e-5);
    EXPECT_EQ(engine->embedText(" \t\n").error().code, ErrorCode::EmptyText);
}

TEST(Engine, EmbedsSeveralTextsAsEachAlone)
{
    const std::vector<std::string> texts{"large effusion", "effusion", "not large effusion",
                                         "small effusion", "effusion"};
    const auto engine = makeEngine();
    ASSERT_TRUE(engine->embedText("effusion")); // some are known, some are not
    const auto together = engine->embedTexts(texts);
    ASSERT_TRUE(together);
    ASSERT_EQ(together->size(), texts.size());
    const auto other = makeEngine();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::vector<float> alone = *other->embedText(texts[i]);
        ASSERT_EQ((*together)[i].size(), alone.size());
        for (std::size_t n = 0; n < alone.size(); ++n)
            EXPECT_NEAR((*together)[i][n], alone[n], 1e-5) << texts[i];
    }
    EXPECT_NE((*together)[0], (*together)[1]);
    EXPECT_EQ(engine->embedTexts({"effusion", " "}).error().code, ErrorCode::EmptyText);
    EXPECT_TRUE(engine->embedTexts({})->empty());
}

TEST(Engine, APackageOnDiskSpeaksLikeTheOneInMemory)
{
    const auto folder = std::filesystem::temp_directory_path() / "fovea-engine-package";
    std::filesystem::remove_all(folder);
    ModelPackage package = testing::smallPackage();
    const Result<std::string> fingerprint = writeModelPackage(folder, package);
    ASSERT_TRUE(fingerprint);
    Result<std::unique_ptr<Engine>> loaded = foveaModelApi()->load(folder);
    ASSERT_TRUE(loaded);
    EXPECT_EQ((*loaded)->info().fingerprint, *fingerprint);
    EXPECT_TRUE((*loaded)->info().demo);
    EXPECT_EQ((*loaded)->info().anatomyIds, package.manifest.network.anatomies);
    EXPECT_EQ(*(*loaded)->embedText("effusion"), *makeEngine()->embedText("effusion"));
    std::filesystem::remove_all(folder);
    EXPECT_EQ(foveaModelApi()->load(folder).error().code, ErrorCode::ModelNotFound);
}

/// Answers from a table instead of a network.
class TableEngine : public Engine {
public:
    const ModelInfo& info() const override { return m_info; }
    Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap&, const Progress&) override
    {
        const double score = volume.at({0, 0, 0}) / 100.0;
        if (score < 0)
            return makeError(ErrorCode::NoRegion);
        StudyAnalysis analysis;
        Finding finding;
        finding.anatomyId = "lung";
        finding.findingId = "emphysema";
        finding.score = score;
        analysis.findings.push_back(finding);
        finding.findingId = "consolidation";
        analysis.findings.push_back(finding);
        return analysis;
    }
    Result<ExplainedAnalysis> explain(const Volume&, const LabelMap&,
                                      const std::vector<RelevanceRequest>&,
                                      const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    Result<RegionRelevance> relevance(const Volume&, const LabelMap&, const std::string&,
                                      const std::vector<std::string>&,
                                      const std::vector<std::string>&, RelevanceMethod,
                                      const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    Result<std::vector<float>> embedText(const std::string&) override
    {
        return makeError(ErrorCode::EmptyText);
    }

private:
    ModelInfo m_info{"table", "t", false, "", "", {"lung"}, "cpu", "fp32"};
};

TEST(Evaluate, ComparesScoresWithTheGroundTruth)
{
    const std::vector<int> scores{90, 40, 60, 10, -1};
    const std::vector<bool> present{true, true, false, false, true};
    StudySource source;
    source.count = scores.size();
    source.load = [&](std::size_t i) -> Result<LabelledStudy> {
        ImageGeometry one;
        one.size = {1, 1, 1};
        LabelledStudy study;
        study.volume = Volume::create(one, {static_cast<std::int16_t>(scores[i])});
        study.labels = LabelMap::create(one, {0}, {});
        study.regions.push_back(
            {"lung", "",
             present[i] ? std::vector<std::string>{"emphysema"} : std::vector<std::string>{}});
        return study;
    };
    TableEngine engine;
    const Result<Evaluation> evaluation = evaluateEngine(engine, source, {}, Progress{});
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->studies, 5);
    ASSERT_EQ(evaluation->findings.size(), 2U);
    EXPECT_EQ(evaluation->findings[0].positives, 2);
    EXPECT_EQ(evaluation->findings[0].negatives, 2);
    EXPECT_DOUBLE_EQ(*evaluation->findings[0].auc, 0.75);
    EXPECT_EQ(evaluation->findings[0].unscored, 1);
    EXPECT_EQ(evaluation->groups, 5) << "each study is a patient of its own";
    EXPECT_EQ(evaluation->resamples, 1000);
    EXPECT_TRUE(evaluation->findings[0].aucInterval);
    EXPECT_TRUE(evaluation->findings[0].operating);
    EXPECT_FALSE(evaluation->findings[1].auc) << "no study has it";
    EXPECT_DOUBLE_EQ(evaluation->meanAuc, 0.75);
    EXPECT_EQ(evaluateEngine(engine, StudySource{}, {}, Progress{}).error().code,
              ErrorCode::NoCases);
}

TEST(Engine, TheRangeIsThatOfTheSinglePrompts)
{
    const Study study = makeSpeckledStudy();
    const auto lungScore = [&](std::vector<std::string> positive, std::vector<std::string> negative,
                               std::optional<ScoreRange>& range) {
        ModelPackage package = testing::smallPackage();
        package.manifest.findings.front().positive = std::move(positive);
        package.manifest.findings.front().negative = std::move(negative);
        const auto analysis =
            makeEngine(std::move(package))->analyze(*study.volume, *study.labels, Progress{});
        EXPECT_TRUE(analysis);
        range = analysis->findings.front().promptRange;
        return analysis->findings.front().score;
    };
    std::optional<ScoreRange> range;
    std::vector<double> single;
    for (const char* positive : {"Effusion.", "Large effusion."}) {
        for (const char* negative : {"Not effusion.", "Not large effusion."}) {
            single.push_back(lungScore({positive}, {negative}, range));
            EXPECT_FALSE(range); // One pair has no range.
        }
    }
    (void)lungScore({"Effusion.", "Large effusion."}, {"Not effusion.", "Not large effusion."},
                    range);
    ASSERT_TRUE(range);
    EXPECT_NEAR(range->low, *std::ranges::min_element(single), 1e-6);
    EXPECT_NEAR(range->high, *std::ranges::max_element(single), 1e-6);
    EXPECT_GT(range->high, range->low);
}

TEST(Engine, MeasuresTheRegionsThatItScores)
{
    const Study study = makeSpeckledStudy();
    const auto analysis = makeEngine()->analyze(*study.volume, *study.labels, Progress{});
    ASSERT_TRUE(analysis);
    for (const char* anatomy : {"lung", "heart"}) {
        std::size_t voxels = 0;
        for (const std::uint16_t label : study.labels->labelsOf(anatomy))
            voxels += study.labels->structure(label)->voxelCount;
        const auto volume = std::ranges::find_if(analysis->scalars, [&](const RegionScalar& s) {
            return s.anatomyId == anatomy && s.kind == ScalarKind::VolumeMl;
        });
        ASSERT_NE(volume, analysis->scalars.end()) << anatomy;
        EXPECT_NEAR(volume->value,
                    double(voxels) * study.volume->geometry().voxelVolumeMm3() / 1000.0, 1e-9);
    }
}

} // namespace
} // namespace fovea
