#include "model/engine/FvlmEngine.h"
#include "model/evaluate/Metrics.h"
#include "model/tuning/Adapter.h"
#include "model/tuning/applyAdapter.h"
#include "model/tuning/tuneModel.h"
#include "tests/tuning/SiteCubes.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/equal.h>

#include <algorithm>

namespace fovea {
namespace {

namespace fs = std::filesystem;

const testing::Environment* const parent = testing::AddGlobalTestEnvironment(new ParentModel);

/// AUC of a finding through the engine, on studies that nobody has learnt from.
double unseenAuc(const fs::path& package, const std::string& finding)
{
    Result<std::unique_ptr<Engine>> engine = FvlmEngine::load(package);
    EXPECT_TRUE(engine.ok());
    const StudySource studies = siteCubes(77, 40);
    ScoredCases cases;
    for (std::size_t n = 0; n < studies.count; ++n) {
        const Result<LabelledStudy> study = studies.load(n);
        const Result<StudyAnalysis> analysis =
            (*engine)->analyze(*study->volume, *study->labels, {});
        EXPECT_TRUE(analysis.ok());
        const auto found = std::ranges::find(analysis->findings, finding, &Finding::findingId);
        if (found == analysis->findings.end())
            return -1;
        cases.scores.push_back(found->score);
        const bool present = std::ranges::any_of(study->regions, [&](const auto& region) {
            return std::ranges::count(region.findings, finding) > 0;
        });
        cases.positive.push_back(present);
    }
    return areaUnderRoc(cases).value_or(-1);
}

class Tune : public TuneTest {};

TEST_F(Tune, HeadsLearnTheSitesFindingsAndLeaveTheEncodersAlone)
{
    const std::string before = bytes(ParentModel::package() / "weights.safetensors");
    int heard = 0;
    m_options.validated = [&heard](std::int64_t, const Evaluation&) { ++heard; };
    m_options.logFile = m_folder / "log.csv";
    const Result<TuneResult> result = tuneModel(siteCubes(1, 64), siteCubes(2, 32), m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_TRUE(result->improved);
    ASSERT_EQ(result->findings.size(), 2U);
    EXPECT_FALSE(result->findings[0].isNew);
    EXPECT_TRUE(result->findings[1].isNew);
    EXPECT_EQ(result->findings[1].positives, 16);
    EXPECT_GT(result->findings[1].after.value(), result->findings[1].before.value() + 0.05);
    EXPECT_GT(result->meanAfter, result->meanBefore);
    EXPECT_GT(result->trainableParameters, 100);
    EXPECT_GT(heard, 5);
    EXPECT_GT(fs::file_size(m_options.logFile), 500U);
    EXPECT_GT(result->cacheBytes, 0U);

    EXPECT_GT(unseenAuc(m_options.outputPackage, "fatty"), 0.95);
    EXPECT_GT(unseenAuc(m_options.outputPackage, "calcified"), 0.9);
    EXPECT_EQ(unseenAuc(ParentModel::package(), "fatty"), -1) << "the parent knows no such finding";

    const Result<ModelPackage> old = readModelPackage(ParentModel::package());
    const Result<ModelPackage> tuned = readModelPackage(m_options.outputPackage);
    ASSERT_TRUE(old.ok() && tuned.ok());
    EXPECT_EQ(tuned->fingerprint, result->info.fingerprint);
    EXPECT_EQ(tuned->manifest.calibratedOn, "Site B");
    EXPECT_TRUE(tuned->manifest.demo) << "handed on";
    EXPECT_TRUE(tuned->manifest.findings.back().threshold.has_value());
    EXPECT_TRUE(tuned->manifest.findings.back().calibration.has_value());
    EXPECT_NE(tuned->manifest.provenance.find(old->fingerprint.substr(0, 12)), std::string::npos);
    int changed = 0;
    for (const auto& [name, tensor] : old->parameters) {
        const bool head = name == "query_tokens" || name.starts_with("vision_projs.") ||
                          name.starts_with("statistics_projs.") || name.starts_with("text_proj.");
        const bool same = at::equal(tensor, tuned->parameters.at(name));
        EXPECT_TRUE(same || head) << name;
        changed += same ? 0 : 1;
    }
    EXPECT_GE(changed, 4);
    EXPECT_EQ(bytes(ParentModel::package() / "weights.safetensors"), before);
}

TEST_F(Tune, WithoutSentencesItLearnsFromWholeTexts)
{
    SiteOptions silent;
    silent.statements = false;
    const Result<TuneResult> result =
        tuneModel(siteCubes(1, 64, silent), siteCubes(2, 32, silent), m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_GT(result->findings[1].after.value(), 0.9);
}

TEST_F(Tune, AnAdapterMakesTheSamePackageOfTheSameParent)
{
    m_options.epochs = 8;
    withAorta();
    const Result<TuneResult> result = tuneModel(siteCubes(1, 32), siteCubes(2, 16), m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    ASSERT_TRUE(result->improved);
    fs::copy(result->adapterFolder, m_folder / "sent");
    const Result<ModelInfo> info =
        applyAdapter(ParentModel::package(), m_folder / "sent", m_folder / "received", {});
    ASSERT_TRUE(info.ok()) << info.error().detail;
    EXPECT_EQ(info->fingerprint, result->info.fingerprint);
    for (const char* file : {"model.json", "weights.safetensors", "vocab.txt"})
        EXPECT_EQ(bytes(m_folder / "received" / file), bytes(m_options.outputPackage / file));
    EXPECT_TRUE(fs::exists(m_folder / "received" / AdapterFolder / "adapter.json"));
    const Result<Adapter> adapter = readAdapter(m_folder / "sent");
    ASSERT_TRUE(adapter.ok());
    for (const auto& [name, tensor] : adapter->tensors)
        EXPECT_FALSE(name.starts_with("visual_encoder")) << "only what changed";
    EXPECT_EQ(adapter->trainingStudies, 32U);
    EXPECT_EQ(adapter->trainingDigest.size(), 64U);

    const auto refusal = [&](const fs::path& model) {
        const Result<ModelInfo> other = applyAdapter(model, m_folder / "sent", m_folder / "x", {});
        EXPECT_FALSE(other.ok());
        EXPECT_FALSE(fs::exists(m_folder / "x"));
        return other.ok() ? Error{} : other.error();
    };
    EXPECT_EQ(refusal(m_options.outputPackage).arguments.at(0), "parent") << "of another model";
    std::string json = bytes(m_folder / "sent" / "adapter.json");
    const auto at = json.find("Site B");
    ASSERT_NE(at, std::string::npos);
    json.replace(at, 6, "Site C");
    std::ofstream(m_folder / "sent" / "adapter.json") << json;
    EXPECT_EQ(refusal(ParentModel::package()).code, ErrorCode::MetadataBroken) << "was changed";
    EXPECT_EQ(applyAdapter(ParentModel::package(), m_folder / "sent", m_options.outputPackage, {})
                  .error()
                  .arguments.at(0),
              "outputPackage")
        << "never over another";
}

/// Alone and co-taught.
class TuneStopped : public TuneTest, public ::testing::WithParamInterface<bool> {};

TEST_P(TuneStopped, AndResumedEndsInTheSameBytes)
{
    m_options.coTeaching = GetParam();
    m_options.epochs = 6;
    const StudySource training = siteCubes(1, 32), validation = siteCubes(2, 16);
    const Result<TuneResult> whole = tuneModel(training, validation, m_options, {});
    ASSERT_TRUE(whole.ok()) << whole.error().detail;
    ASSERT_TRUE(whole->improved);

    m_options.outputPackage = m_folder / "again";
    m_options.checkpointFolder = m_folder / "checkpoints";
    m_options.checkpointEvery = 1;
    m_options.resume = true;
    for (const std::int64_t stopAt : {3, 8}) {
        std::stop_source stop;
        m_options.status = [&](const TrainStatus& status) {
            if (status.step == stopAt)
                stop.request_stop();
        };
        const Result<TuneResult> stopped =
            tuneModel(training, validation, m_options, Progress(stop.get_token()));
        ASSERT_FALSE(stopped.ok());
        EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
        EXPECT_FALSE(fs::exists(m_options.outputPackage));
    }
    m_options.status = {};
    fs::remove_all(m_options.cacheFolder); // A lost cache costs time alone.
    const Result<TuneResult> resumed = tuneModel(training, validation, m_options, {});
    ASSERT_TRUE(resumed.ok()) << resumed.error().detail;
    EXPECT_EQ(resumed->info.fingerprint, whole->info.fingerprint);
    EXPECT_EQ(resumed->meanBefore, whole->meanBefore);

    m_options.outputPackage = m_folder / "other";
    m_options.seed = 4;
    EXPECT_EQ(tuneModel(training, validation, m_options, {}).error().code, ErrorCode::BadOption);
    m_options.seed = 3;
    m_options.resume = false;
    EXPECT_EQ(tuneModel(training, validation, m_options, {}).error().code, ErrorCode::BadOption);
}

INSTANTIATE_TEST_SUITE_P(Tune, TuneStopped, ::testing::Bool());

TEST_F(Tune, APeerSoftensWhatIsLearnt)
{
    m_options.epochs = 6;
    const StudySource training = siteCubes(1, 32), validation = siteCubes(2, 16);
    const Result<TuneResult> alone = tuneModel(training, validation, m_options, {});
    ASSERT_TRUE(alone.ok()) << alone.error().detail;
    m_options.coTeaching = true;
    m_options.outputPackage = m_folder / "taught";
    const Result<TuneResult> taught = tuneModel(training, validation, m_options, {});
    ASSERT_TRUE(taught.ok()) << taught.error().detail;
    ASSERT_TRUE(taught->improved);
    EXPECT_NE(taught->info.fingerprint, alone->info.fingerprint);
    EXPECT_GT(taught->meanAfter, taught->meanBefore);
}

TEST_F(Tune, TheResultDoesNotDependOnTheCache)
{
    m_options.epochs = 10;
    const Result<TuneResult> kept = tuneModel(siteCubes(1, 16), siteCubes(2, 16), m_options, {});
    ASSERT_TRUE(kept.ok()) << kept.error().detail;
    m_options.outputPackage = m_folder / "uncached";
    m_options.cacheFolder = m_folder / "small";
    m_options.cacheBudget = 30'000;
    const Result<TuneResult> squeezed =
        tuneModel(siteCubes(1, 16), siteCubes(2, 16), m_options, {});
    ASSERT_TRUE(squeezed.ok());
    std::uintmax_t size = 0;
    for (const auto& entry : fs::directory_iterator(m_options.cacheFolder))
        size += entry.file_size();
    EXPECT_LE(size, m_options.cacheBudget);
    EXPECT_GT(size, 0U);
    EXPECT_TRUE(std::ranges::any_of(squeezed->notes, [](const TuneNote& note) {
        return note.kind == TuneNote::Kind::StudiesNotCached;
    }));
    ASSERT_TRUE(kept->improved);
    EXPECT_EQ(squeezed->info.fingerprint, kept->info.fingerprint);
}

TEST_F(Tune, ANewAnatomyAnswersAndTheOldOnesAnswerAsBefore)
{
    withAorta();
    m_options.newFindings.erase(m_options.newFindings.begin()); // of the heart
    m_options.way = TuneWay::Queries;
    m_options.epochs = 30;
    const Result<TuneResult> result = tuneModel(siteCubes(1, 64), siteCubes(2, 32), m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    ASSERT_TRUE(result->improved);
    EXPECT_GT(unseenAuc(m_options.outputPackage, "wide"), 0.95);

    const Result<ModelPackage> old = readModelPackage(ParentModel::package());
    const Result<ModelPackage> tuned = readModelPackage(m_options.outputPackage);
    ASSERT_TRUE(old.ok() && tuned.ok());
    EXPECT_EQ(tuned->manifest.network.anatomies, (std::vector<std::string>{"heart", "aorta"}));
    for (const auto& [name, tensor] : old->parameters) {
        const at::Tensor& own = tuned->parameters.at(name);
        EXPECT_TRUE(at::equal(tensor, name == "query_tokens" ? own.slice(0, 0, 1) : own)) << name;
    }
    // Where only what the parent knows is segmented, both say the same.
    SiteOptions heartAlone;
    heartAlone.aortaSegmented = false;
    const Result<LabelledStudy> study = siteCubes(9, 1, heartAlone).load(0);
    Result<std::unique_ptr<Engine>> before = FvlmEngine::load(ParentModel::package());
    Result<std::unique_ptr<Engine>> after = FvlmEngine::load(m_options.outputPackage);
    ASSERT_TRUE(before.ok() && after.ok());
    const auto a = (*before)->analyze(*study->volume, *study->labels, {});
    const auto b = (*after)->analyze(*study->volume, *study->labels, {});
    ASSERT_TRUE(a.ok() && b.ok());
    EXPECT_EQ(a->embeddings.at(0).vector, b->embeddings.at(0).vector);
    EXPECT_EQ(a->findings.at(0).score, b->findings.at(0).score);
}

class TuneWhole : public TuneTest {
protected:
    void SetUp() override
    {
        TuneTest::SetUp();
        m_options.way = TuneWay::Lora;
        m_options.loraRank = 2;
        m_options.epochs = 12;
        m_options.batch = 8;
        m_options.learningRate = 0.005;
    }
};

TEST_F(TuneWhole, AdaptersChangeBothEncodersAndMakeTheSamePackageAgain)
{
    const Result<TuneResult> result = tuneModel(siteCubes(1, 48), siteCubes(2, 24), m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    ASSERT_TRUE(result->improved);
    EXPECT_GT(result->findings[1].after.value(), 0.85);
    EXPECT_GT(unseenAuc(m_options.outputPackage, "fatty"), 0.85);

    const Result<Adapter> adapter = readAdapter(result->adapterFolder);
    ASSERT_TRUE(adapter.ok()) << adapter.error().detail;
    int image = 0, text = 0;
    for (const auto& [name, tensor] : adapter->tensors) {
        if (!name.ends_with(LowRankB))
            continue;
        const bool changed = tensor.abs().max().item<double>() > 0;
        image += changed && name.starts_with("visual_encoder.") ? 1 : 0;
        text += changed && name.starts_with("text_encoder.") ? 1 : 0;
    }
    EXPECT_EQ(image, 4) << "query, key and value; output; both of the MLP";
    EXPECT_EQ(text, 6);
    const Result<ModelInfo> again =
        applyAdapter(ParentModel::package(), result->adapterFolder, m_folder / "received", {});
    ASSERT_TRUE(again.ok()) << again.error().detail;
    EXPECT_EQ(again->fingerprint, result->info.fingerprint);

    const Result<ModelPackage> old = readModelPackage(ParentModel::package());
    const Result<ModelPackage> tuned = readModelPackage(m_options.outputPackage);
    for (const char* frozen : {"attention.in_proj_weight", "visual_encoder.norm.weight", "temp",
                               "text_encoder.embeddings.word_embeddings.weight"})
        EXPECT_TRUE(at::equal(old->parameters.at(frozen), tuned->parameters.at(frozen))) << frozen;
}

TEST_F(TuneWhole, EverythingLearnsANewAnatomyToo)
{
    m_options.way = TuneWay::All;
    withAorta();
    const Result<TuneResult> result = tuneModel(siteCubes(1, 48), siteCubes(2, 24), m_options, {});
    ASSERT_TRUE(result.ok()) << result.error().detail;
    ASSERT_TRUE(result->improved);
    EXPECT_GT(unseenAuc(m_options.outputPackage, "wide"), 0.85);
    const Result<ModelPackage> old = readModelPackage(ParentModel::package());
    const Result<ModelPackage> tuned = readModelPackage(m_options.outputPackage);
    EXPECT_FALSE(at::equal(old->parameters.at("visual_encoder.norm.weight"),
                           tuned->parameters.at("visual_encoder.norm.weight")));
    EXPECT_TRUE(at::equal(old->parameters.at("statistics_norm.0.running_mean"),
                          tuned->parameters.at("statistics_norm.0.running_mean")));
    const Result<ModelInfo> again =
        applyAdapter(ParentModel::package(), result->adapterFolder, m_folder / "received", {});
    ASSERT_TRUE(again.ok()) << again.error().detail;
    EXPECT_EQ(again->fingerprint, result->info.fingerprint);
}

TEST_F(TuneWhole, StoppedAndResumedItEndsInTheSameBytes)
{
    m_options.epochs = 2;
    const StudySource training = siteCubes(1, 24), validation = siteCubes(2, 16);
    const Result<TuneResult> whole = tuneModel(training, validation, m_options, {});
    ASSERT_TRUE(whole.ok()) << whole.error().detail;
    ASSERT_TRUE(whole->improved);
    m_options.outputPackage = m_folder / "again";
    m_options.checkpointFolder = m_folder / "checkpoints";
    m_options.checkpointEvery = 1;
    m_options.resume = true;
    m_options.cacheFolder.clear(); // Nor does it matter whether studies are kept.
    std::stop_source stop;
    m_options.status = [&](const TrainStatus& status) {
        if (status.step == 4)
            stop.request_stop();
    };
    ASSERT_FALSE(tuneModel(training, validation, m_options, Progress(stop.get_token())).ok());
    m_options.status = {};
    const Result<TuneResult> resumed = tuneModel(training, validation, m_options, {});
    ASSERT_TRUE(resumed.ok()) << resumed.error().detail;
    EXPECT_EQ(resumed->info.fingerprint, whole->info.fingerprint);
}

} // namespace
} // namespace fovea
