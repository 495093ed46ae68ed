#pragma once

#include "model/domain/FindingReading.h"
#include "model/domain/Result.h"
#include "model/evaluate/DeLong.h"
#include "model/evaluate/Interval.h"

#include <optional>
#include <string>
#include <vector>

// What is known of a tuned model against the one it was made from. Standard C++ only.

namespace fovea {

/// One number of both models, measured on the same cases.
struct Change {
    double before = 0.0;
    double after = 0.0;
    /// 95 % interval of after - before over bootstrap resamples of whole patients (of queries, for
    /// what is a mean over queries). Empty where too many resamples say nothing.
    std::optional<Interval> interval{};
    std::optional<double> p{};        ///< Two-sided, of no difference. Empty: not tested.
    std::optional<double> adjusted{}; ///< `p` after Holm over the set's findings.

    double difference() const { return after - before; }
};

struct FindingJudgement {
    FindingKey key;
    int positives = 0; ///< Of the cases whose truth is known.
    int negatives = 0;
    int unscored = 0;                ///< Cases that the tuned model gives no score.
    int lost = 0;                    ///< Of these, cases that the model before it did score.
    std::optional<double> aucBefore; ///< Empty with one class, or where that model never answers.
    std::optional<Interval> aucBeforeInterval;
    std::optional<double> aucAfter;
    std::optional<Interval> aucAfterInterval;
    /// Of the cases that both models score; empty where one of them has no area. `p` is DeLong's,
    /// or, where a patient has several cases, that of the bootstrap over patients, taking the
    /// difference for normal with the resamples' standard deviation. No `p` with fewer than
    /// JudgeOptions::fewestPerClass cases of a class.
    std::optional<Change> auc;
    DeLongTest deLong; ///< Of the same cases.
    /// Expected calibration error (CalibrationError.h) of what each model states as a probability.
    /// `p` of the bootstrap. Empty as `auc`.
    std::optional<Change> calibrationError;
};

/// One set of studies: the site's untouched test split, or the benchmark of old knowledge.
struct SetJudgement {
    int studies = 0;
    int patients = 0;
    int resamples = 0;
    std::vector<FindingJudgement> findings;
    /// Mean over the findings whose `auc` was tested, with its own interval and p.
    std::optional<Change> meanAuc;
    /// Mean recall among the first 10 over the texts searched for (TextSearch.h); p of the
    /// bootstrap over texts. Empty with fewer than two.
    std::optional<Change> recallAt10;
    int queries = 0;
};

/// Something about a tuned model that a person should know before using it.
struct TuningConcern {
    enum class Code {
        // For these activation is refused.
        AucWorse,         ///< A finding, see `change`.
        MeanAucWorse,     ///< All findings together.
        CalibrationWorse, ///< A finding, on the site's test split.
        RetrievalWorse,
        CasesLost,     ///< A finding: cases that are no longer scored, see `count`.
        NothingJudged, ///< No finding has what a test needs, on either set.
        // Of these it is told.
        TooFewCases, ///< A finding: fewer than the options' least cases of a class; `count` is the
                     ///< smaller class.
        NewFinding,  ///< The model before it did not answer this finding: nothing to compare.
        /// Probabilities of `count` findings are significantly worse on the benchmark: they are
        /// this
        /// site's now.
        CalibrationElsewhere,
    };
    Code code = Code::AucWorse;
    bool benchmark = false; ///< On the benchmark; else on the site's test split.
    FindingKey key{};       ///< Empty where it is no single finding.
    Change change{};
    int count = 0;
    bool operator==(const TuningConcern& other) const
    {
        return code == other.code && benchmark == other.benchmark && key == other.key;
    }
};

struct TuningJudgement {
    std::string before; ///< Fingerprint of the model that was tuned.
    std::string after;  ///< Of what came of it.
    SetJudgement test;
    std::optional<SetJudgement> benchmark;
    /// Why the tuned model should not be used; empty: nothing is significantly worse.
    std::vector<TuningConcern> refusals;
    std::vector<TuningConcern> cautions;
};

/// {"format": 1, "before", "after", "test": {…}, "benchmark": {…} or null, "refusals": […],
///  "cautions": […]}, UTF-8, as TuningJudgement has it; numbers that are not there are null.
std::string tuningJudgementToJson(const TuningJudgement& judgement);
/// MetadataBroken (`name`, what is wrong).
Result<TuningJudgement> tuningJudgementFromJson(const std::string& json, const std::string& name);

/// "auc_worse", …: what files and command line call a concern.
const char* concernId(TuningConcern::Code code);

} // namespace fovea
