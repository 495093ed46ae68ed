#pragma once

#include "model/engine/ModelInfo.h"
#include "model/engine/TrainStatus.h"
#include "model/engine/TuneWay.h"
#include "model/evaluate/Evaluation.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// Fine-tuning: ModelApi::tune(). Standard C++ only.
//
// Errors of tune():
//   TooFewCases      fewer than LeastTuneTraining or LeastTuneValidation studies that show an
//   anatomy OneSidedLabels   no finding has both classes, in training or in validation: nothing to
//   learn from,
//                    or nothing to choose by
//   BadOption        which option, and why (also "resume": a checkpoint of another tuning)
//   TrainingDiverged step
//   Cancelled        within one step, or one block of the image encoder
//   DiskFull, FileNotWritable, OutOfMemory, CheckpointBroken, what reading the parent gives, and
//   what loading a study gives
// With any of them, and where nothing improved, no package is written, and never is the parent
// changed.

namespace fovea {

/// Prompts of a finding; several are an ensemble.
struct TunePrompts {
    std::vector<std::string> positive;
    std::vector<std::string> negative;
};

/// A finding that the parent does not answer.
struct TuneFinding {
    std::string anatomyId; ///< One of the parent's, or of TuneOptions::newAnatomies.
    std::string id;
    std::string name; ///< English.
    TunePrompts prompts;
    std::vector<TunePrompts> alternatives; ///< Validation chooses among these and `prompts`.
};

/// An anatomy that the parent does not know.
struct TuneAnatomy {
    std::string id;
    std::string name; ///< English.
    /// For a parent with its own grouping of structures (ModelManifest::anatomies): what segmenters
    /// call the structures that it is made of. Empty for a parent that goes by the program's
    /// catalog, of which `id` then is.
    std::vector<std::string> structures;
};

inline constexpr std::size_t LeastTuneTraining = 6;
inline constexpr std::size_t LeastTuneValidation = 4;

struct TuneOptions {
    std::filesystem::path parentPackage;
    std::filesystem::path outputPackage; ///< Must not exist.
    TuneWay way = TuneWay::Heads;

    std::vector<TuneAnatomy> newAnatomies;
    std::vector<TuneFinding> newFindings;

    std::string name;         ///< Of the new package; empty: the parent's, "tuned" appended.
    std::string calibratedOn; ///< A site's own words (ModelManifest); must not be empty.
    std::string codeVersion;  ///< Of this program, for the adapter's provenance.

    std::uint64_t seed = 1;
    std::optional<int> epochs;          ///< Instead of the way's own number.
    std::optional<int> batch;           ///< Studies, at least 2; instead of the way's own.
    std::optional<double> learningRate; ///< Highest; instead of the way's own.
    /// How strongly parameters are drawn back to the parent's: L2-SP (Li et al., "Explicit
    /// inductive bias for transfer learning", ICML 2018), decoupled from the gradient as AdamW's
    /// weight decay is. 0: not at all. (Of heads on 160 synthetic chests of another site, 0.2 lost
    /// 2.3 points of AUC on what was known and won 2.3 at the site, 40 lost 0.7 and won 3.4; what
    /// was new came to 0.96 and 0.90.)
    double keepOld = 40;
    double promptPairs =
        2;            ///< Weight of the labels' loss (PromptPairLoss.h) beside the contrast's.
    int patience = 8; ///< Validations without a better one that end it; 0: never.
    int loraRank = 8; ///< Of Lora's adapters.
    /// Two models learn side by side and soften each other's targets of abnormal studies, whose
    /// false negatives nobody knows (CoTeaching.h): twice the time. The first is what comes of it.
    bool coTeaching = false;

    /// Encoded or prepared studies (StudyCache.h). Empty: kept nowhere, every study is made again
    /// whenever it is needed.
    std::filesystem::path cacheFolder;
    /// What the folder may hold; files of other tunings make room first. Studies beyond it are made
    /// again whenever they are needed: slower, to the same result.
    std::uint64_t cacheBudget = std::uint64_t{8} << 30;

    /// Bytes that the process may come to have in memory (MemoryLimit.h), or 0: as many as there
    /// are. Beyond them the tuning ends with OutOfMemory, and goes on from its checkpoint when
    /// asked again with more.
    std::uint64_t memoryLimit = 0;

    std::filesystem::path checkpointFolder; ///< As TrainOptions; empty: none.
    std::int64_t checkpointEvery = 0;       ///< Steps; 0: once per epoch.
    bool resume = false;                    ///< As TrainOptions.

    std::filesystem::path logFile; ///< CSV of losses and validations (TrainingLog.h); empty: none.
    std::function<void(const std::string& line)> log;
    std::function<void(const TrainStatus& status)> status; ///< After every step.
    /// After every validation, of the model as it was then; the first, at step 0, is of the parent
    /// with what is new added to it.
    std::function<void(std::int64_t step, const Evaluation& evaluation)> validated;
};

/// What a tuning will take, from the numbers of the network alone: upper bounds where a study
/// decides (tokens of a region: the whole window's).
struct TuneEstimate {
    std::int64_t trainableParameters = 0;
    std::uint64_t peakBytes = 0;     ///< Memory beyond what the process has already.
    std::uint64_t bytesPerStudy = 0; ///< Of the cache.
    std::int64_t steps = 0;          ///< Without an early end.
};

/// Something that whoever reads the result should know.
struct TuneNote {
    enum class Kind {
        OneSidedTraining,   ///< arguments: anatomy, finding. Not learnt from labels.
        OneSidedValidation, ///< arguments: anatomy, finding. Not judged; threshold and calibration
                            ///< stay the parent's, or there are none.
        FewPositives,       ///< arguments: anatomy, finding, positive cases in training.
        StudiesLeftOut,     ///< arguments: how many showed none of the anatomies.
        StudiesNotCached,   ///< arguments: how many did not fit the cache's budget.
    };
    Kind kind = Kind::StudiesLeftOut;
    std::vector<std::string> arguments;
};

struct TuneFindingResult {
    std::string anatomyId;
    std::string findingId;
    bool isNew = false;
    int positives = 0; ///< In validation.
    int negatives = 0;
    /// On validation, which also chose: see JudgeTuning.h for an honest comparison. Empty where a
    /// class is missing; `before` of a new anatomy is that of its first, unlearnt query.
    std::optional<double> before;
    std::optional<double> after;
};

struct TuneResult {
    /// False: no state of the training was better on validation than the parent, and nothing was
    /// written. `info` is then the parent's.
    bool improved = false;
    ModelInfo info;
    std::filesystem::path adapterFolder; ///< In the package; empty where nothing was written.
    std::vector<TuneFindingResult> findings;
    double meanBefore = 0; ///< AUC on validation, over the findings that have one.
    double meanAfter = 0;
    std::int64_t steps = 0;     ///< Done.
    std::int64_t bestStep = 0;  ///< After which the parameters were taken.
    double seconds = 0;         ///< This run's; of a resumed one since the resumption.
    double encodingSeconds = 0; ///< Of them, loading and encoding.
    std::int64_t trainableParameters = 0;
    std::uint64_t estimatedPeakBytes = 0; ///< TuneEstimate::peakBytes
    std::uint64_t measuredPeakBytes = 0;  ///< Resident, of the whole process; 0: not known.
    std::uint64_t cacheBytes = 0;         ///< Of this tuning's encoded studies on disk.
    std::size_t trainingStudies = 0;      ///< That were used.
    std::size_t validationStudies = 0;
    std::vector<TuneNote> notes;
};

} // namespace fovea
