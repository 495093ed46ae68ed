#include "model/tuning/tuneModel.h"

#include "model/engine/CpuSetup.h"
#include "model/evaluate/betterCalibration.h"
#include "model/text/WordPiece.h"
#include "model/training/CoTeaching.h"
#include "model/training/TrainingCheckpoint.h"
#include "model/training/ZeroShot.h"
#include "model/tuning/CaseEncoder.h"
#include "model/tuning/HeadLearner.h"
#include "model/tuning/MemoryLimit.h"
#include "model/tuning/PeakMemory.h"
#include "model/tuning/TokenEncoder.h"
#include "model/tuning/TuneLoop.h"
#include "model/tuning/TunedManifest.h"
#include "model/tuning/WholeLearner.h"
#include "model/tuning/applyAdapter.h"
#include "model/tuning/estimateTune.h"
#include "model/tuning/freedMemory.h"
#include "model/tuning/tuneNotes.h"
#include "model/tuning/tuneRecipe.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <c10/util/Exception.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <string_view>
#include <vector>

namespace fovea {

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Shares of the work, for its progress.
constexpr double trainingLoaded = 0.35;
constexpr double validationLoaded = 0.45;
constexpr double learnt = 0.97;

/// Hears how large the largest study is.
StudySource measured(const StudySource& source, std::uint64_t& largest)
{
    StudySource own = source;
    own.load = [load = source.load, &largest](std::size_t index) {
        Result<LabelledStudy> study = load(index);
        if (study)
            largest = std::max<std::uint64_t>(largest, study->volume->voxels().size_bytes() +
                                                           study->labels->labels().size_bytes());
        return study;
    };
    return own;
}

class Tune {
public:
    Tune(const StudySource& training, const StudySource& validation, const TuneOptions& options,
         const Progress& progress)
        : m_training(measured(training, m_largestStudy))
        , m_validation(measured(validation, m_largestStudy))
        , m_options(options)
        , m_progress(progress)
    {
    }

    Result<TuneResult> run()
    {
        if (Status status = readParent(); !status)
            return status.error();
        const Result<Fvlm> grown = Fvlm::create(
            m_manifest.network,
            grownParameters(m_parent.manifest.network, m_parent.parameters, m_manifest.network));
        if (!grown)
            return grown.error();
        const bool whole = m_options.way == TuneWay::Lora || m_options.way == TuneWay::All;
        std::unique_ptr<StudyEncoder> encoder;
        if (whole)
            encoder = std::make_unique<CaseEncoder>(m_manifest);
        else
            encoder = std::make_unique<TokenEncoder>(m_manifest, *grown, m_parent.fingerprint);
        Result<StudyCache> cache = StudyCache::open(m_options.cacheFolder, m_options.cacheBudget);
        if (!cache)
            return cache.error();
        const Result<TuningStudies> training =
            TuningStudies::load(m_training, *encoder, *cache, m_progress.part(0, trainingLoaded));
        if (!training)
            return training.error();
        const Result<TuningStudies> validation = TuningStudies::load(
            m_validation, *encoder, *cache, m_progress.part(trainingLoaded, validationLoaded));
        if (!validation)
            return validation.error();
        m_result.encodingSeconds = secondsSince(m_started);
        if (Status status = countStudies(*training, *validation); !status)
            return status.error();

        const Recipe recipe = tuneRecipe(m_manifest, m_options, training->cases().size());
        std::vector<std::unique_ptr<TuneLearner>> learners;
        const std::size_t count = m_options.coTeaching ? 2 : 1;
        while (learners.size() < count) {
            const TuneLearner::Setup setup{recipe,
                                           m_options,
                                           m_options.seed + PeerSeed * learners.size(),
                                           *m_words,
                                           m_parent.manifest.network.anatomies.size(),
                                           training->cases(),
                                           validation->cases()};
            const Progress starting = m_progress.part(validationLoaded, validationLoaded);
            const auto take = [&learners](auto made) -> Status {
                if (!made)
                    return made.error();
                learners.push_back(*std::move(made));
                return Done{};
            };
            if (Status status = whole ? take(WholeLearner::create(setup, *training, *validation,
                                                                  grown->parameters(), starting))
                                      : take(HeadLearner::create(setup, *training, *validation,
                                                                 grown->parameters(), starting));
                !status)
                return status.error();
        }
        if (Status status =
                learn(*learners.front(), learners.size() > 1 ? learners.back().get() : nullptr,
                      recipe, *training, *validation);
            !status)
            return status.error();
        m_result.cacheBytes = cache->usedBytes();
        m_result.seconds = secondsSince(m_started);
        m_result.measuredPeakBytes = m_peak.bytes();
        m_progress.report(1);
        return std::move(m_result);
    }

private:
    Status readParent()
    {
        if (Status status = checkTuneOptions(m_options); !status)
            return status;
        if (Status status = checkNewPackage(m_options.outputPackage); !status)
            return status;
        if (Status status = enough("training", m_training.count, LeastTuneTraining); !status)
            return status;
        if (Status status = enough("validation", m_validation.count, LeastTuneValidation); !status)
            return status;
        Result<ModelPackage> parent = readModelPackage(m_options.parentPackage);
        if (!parent)
            return parent.error();
        m_parent = *std::move(parent);
        Result<ModelManifest> manifest = tunedManifest(m_parent.manifest, m_options);
        if (!manifest)
            return manifest.error();
        m_manifest = *std::move(manifest);
        Result<WordPiece> words = WordPiece::create(m_parent.vocabulary);
        if (!words)
            return words.error();
        m_words.emplace(*std::move(words));
        return Done{};
    }

    static Status enough(const char* which, std::size_t count, std::size_t least)
    {
        if (count >= least)
            return Done{};
        return makeError(ErrorCode::TooFewCases,
                         {which, std::to_string(count), std::to_string(least)});
    }

    Status countStudies(const TuningStudies& training, const TuningStudies& validation)
    {
        m_result.trainingStudies = training.cases().size();
        m_result.validationStudies = validation.cases().size();
        if (Status status = enough("training", m_result.trainingStudies, LeastTuneTraining);
            !status)
            return status;
        if (Status status = enough("validation", m_result.validationStudies, LeastTuneValidation);
            !status)
            return status;
        if (const std::size_t out = training.leftOut() + validation.leftOut(); out > 0)
            m_result.notes.push_back({TuneNote::Kind::StudiesLeftOut, {std::to_string(out)}});
        if (const std::size_t out = training.notCached() + validation.notCached(); out > 0)
            m_result.notes.push_back({TuneNote::Kind::StudiesNotCached, {std::to_string(out)}});
        return Done{};
    }

    Status learn(TuneLearner& learner, TuneLearner* peer, const Recipe& recipe,
                 const TuningStudies& training, const TuningStudies& validation)
    {
        for (const auto& [name, tensor] : learner.trainable())
            m_result.trainableParameters += tensor.numel();
        m_result.estimatedPeakBytes =
            m_bytesAtStart + estimateTune(m_manifest, m_parent.manifest.network.anatomies.size(),
                                          m_options, m_result.trainingStudies, m_largestStudy)
                                 .peakBytes;
        Result<Evaluation> first = learner.evaluate(m_progress.part(0, 0));
        if (!first)
            return first.error();
        const auto& counts = learner.pairs().counts();
        if (Status status = checkLabels(counts, *first); !status)
            return status;
        const std::vector<TuneNote> notes = labelNotes(counts, *first);
        m_result.notes.insert(m_result.notes.end(), notes.begin(), notes.end());

        const std::string settings = settingsJson(m_options, recipe);
        const TrainingIdentity identity{{"parent", m_parent.fingerprint},
                                        {"settings", settings},
                                        {"seed", std::to_string(m_options.seed)},
                                        {"threads", std::to_string(at::get_num_threads())},
                                        {"data", training.digest() + validation.digest()}};
        Result<TuneOutcome> outcome = runTuning(learner, peer, recipe, identity, m_options,
                                                m_progress.part(validationLoaded, learnt));
        if (!outcome)
            return outcome.error();
        m_result.improved = outcome->improved();
        m_result.steps = outcome->steps;
        m_result.bestStep = outcome->step;
        m_result.meanBefore = outcome->first.meanAuc;
        m_result.meanAfter = outcome->last.meanAuc;
        m_result.findings =
            findingResults(outcome->first, outcome->last, m_parent.manifest.findings.size());
        m_result.info = infoOf(m_parent.manifest, m_parent.fingerprint);
        if (!m_result.improved)
            return Done{};
        const Fvlm tuned = learner.network();
        Result<std::vector<CaseVectors>> vectors = learner.validationVectors(m_progress.part(1, 1));
        if (!vectors)
            return vectors.error();
        const std::vector<FindingDefinition> before = m_manifest.findings;
        m_manifest.findings = fitFindings(tuned, *m_words, before, alternativesOf(m_options),
                                          validation.cases(), *vectors);
        keepCalibrations(before, tuned, validation, *vectors);
        if (m_progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        Adapter adapter;
        adapter.tensors = std::move(outcome->best);
        // What was measured of new anatomies belongs to them as well.
        for (const auto& [name, tensor] : tuned.parameters()) {
            if (!m_parent.parameters.contains(name) && !adapter.tensors.contains(name))
                adapter.tensors.emplace(name, tensor.detach());
        }
        adapter.settings = settings;
        adapter.trainingDigest = training.digest();
        adapter.validationDigest = validation.digest();
        return write(std::move(adapter));
    }

    /// Where what the parent's numbers make of the new scores is as good as a new fit, or there is
    /// none.
    void keepCalibrations(const std::vector<FindingDefinition>& before, const Fvlm& tuned,
                          const TuningStudies& validation, const std::vector<CaseVectors>& vectors)
    {
        for (std::size_t n = 0; n < before.size(); ++n) {
            FindingDefinition& own = m_manifest.findings[n];
            if (!before[n].calibration)
                continue;
            if (!own.calibration) {
                own.calibration = before[n].calibration;
                own.threshold = before[n].threshold;
                continue;
            }
            FindingScores scores = scoreFinding(tuned, *m_words, own, validation.cases(), vectors);
            const PlattFit old{before[n].calibration->a, before[n].calibration->b};
            const PlattFit fitted{own.calibration->a, own.calibration->b};
            const PlattFit better = betterCalibration(
                old, fitted, {std::move(scores.scores), std::move(scores.positive)});
            own.calibration = Calibration{better.a, better.b};
            if (better.a == old.a && better.b == old.b)
                own.threshold = before[n].threshold;
        }
    }

    /// The package comes of parent and adapter, as it will wherever the adapter goes.
    Status write(Adapter adapter)
    {
        m_manifest.name =
            m_options.name.empty() ? m_parent.manifest.name + ", tuned" : m_options.name;
        m_manifest.calibratedOn = m_options.calibratedOn;
        m_manifest.provenance = m_parent.manifest.provenance + " Tuned (" + nameOf(m_options.way) +
                                ") from the model " + m_parent.fingerprint.substr(0, 12) + " on " +
                                std::to_string(m_result.trainingStudies) +
                                " studies, chosen and calibrated on " +
                                std::to_string(m_result.validationStudies) + ", seed " +
                                std::to_string(m_options.seed) + ".";
        adapter.parent = m_parent.fingerprint;
        adapter.parentName = m_parent.manifest.name;
        adapter.way = m_options.way;
        adapter.seed = m_options.seed;
        adapter.codeVersion = m_options.codeVersion;
        adapter.trainingStudies = m_result.trainingStudies;
        adapter.validationStudies = m_result.validationStudies;
        adapter.manifest = m_manifest;
        const Result<ModelPackage> package = adaptedPackage(m_parent, adapter);
        if (!package)
            return package.error();
        const Result<std::string> fingerprint =
            writeModelPackage(m_options.outputPackage, *package,
                              [&](const std::filesystem::path& staged, const std::string& made) {
                                  adapter.result = made;
                                  return writeAdapter(staged / AdapterFolder, adapter);
                              });
        if (!fingerprint)
            return fingerprint.error();
        m_result.info = infoOf(m_manifest, *fingerprint);
        m_result.adapterFolder = m_options.outputPackage / AdapterFolder;
        return Done{};
    }

    std::uint64_t m_largestStudy = 0;
    StudySource m_training;
    StudySource m_validation;
    const TuneOptions& m_options;
    const Progress& m_progress;
    const std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
    PeakMemory m_peak;
    const std::uint64_t m_bytesAtStart = m_peak.bytes();
    ModelPackage m_parent;
    ModelManifest m_manifest; ///< Of the tuned package.
    std::optional<WordPiece> m_words;
    TuneResult m_result;
};

/// LibTorch throws its general error where the processor's memory does not do.
bool saysOutOfMemory(const std::exception& e)
{
    return std::string_view(e.what()).find("can't allocate memory") != std::string_view::npos;
}

Result<TuneResult> tuned(const StudySource& training, const StudySource& validation,
                         const TuneOptions& options, const Progress& progress)
{
    try {
        return Tune(training, validation, options, progress).run();
    } catch (const c10::OutOfMemoryError&) {
        return makeError(ErrorCode::OutOfMemory, {"tuning"});
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"tuning"});
    } catch (const std::exception& e) { // c10::Error is one
        if (saysOutOfMemory(e))
            return makeError(ErrorCode::OutOfMemory, {"tuning"});
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace

Result<TuneResult> tuneModel(const StudySource& training, const StudySource& validation,
                             const TuneOptions& options, const Progress& progress)
{
    prepareCpuForInference();
    std::optional<MemoryLimit> limit;
    if (options.memoryLimit > 0)
        limit.emplace(options.memoryLimit);
    Result<TuneResult> result = tuned(training, validation, options, progress);
    giveBackFreedMemory();
    return result;
}

} // namespace fovea
