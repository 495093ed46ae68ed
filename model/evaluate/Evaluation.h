#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/evaluate/EvaluationParts.h"
#include "model/evaluate/GlobalStatistics.h"
#include "model/evaluate/Interval.h"
#include "model/evaluate/Metrics.h"
#include "model/evaluate/Platt.h"
#include "model/evaluate/TextSearch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The one way in which answers of a model are compared with the truth, whether the model is asked
// now or its answers were read from a file. Standard C++ only: linked without LibTorch.

namespace fovea {

struct Estimate {
    double value = 0.0;
    std::optional<Interval> interval;
};

/// At a fixed threshold; the formulas are those of Metrics.h. The intervals hold the threshold
/// fixed.
struct OperatingMetrics {
    Estimate sensitivity;
    Estimate specificity;
    Estimate accuracy;
    Estimate precision;
    Estimate f1;         ///< Of the positive class.
    Estimate weightedF1; ///< Of both classes.
};

/// How far scores are from probabilities.
struct CalibrationMetrics {
    double error = 0.0;            ///< Expected calibration error of the raw scores.
    std::optional<PlattFit> platt; ///< On all cases. Empty where it does not converge.
    /// Of the scores after Platt scaling in 5-fold cross-validation, with all cases of a group in
    /// one fold. Empty where there are fewer groups than folds or a fold cannot be fitted.
    std::optional<double> errorCalibrated;
    /// Percentiles 2.5 and 97.5 over at most 200 bootstrap resamples of whole groups; of
    /// `errorCalibrated` with the folds' fits as they are.
    std::optional<Interval> errorInterval{};
    std::optional<Interval> errorCalibratedInterval{};
    std::optional<Interval> slopeInterval{};  ///< Of `platt`'s a, fitted to each resample.
    std::optional<Interval> offsetInterval{}; ///< Of its b.
};

struct FindingMetrics {
    std::string anatomyId; ///< Empty where the source does not say.
    std::string findingId; ///< Or the column's title, for findings that Fovea does not know.
    int positives = 0;     ///< Of the cases that count.
    int negatives = 0;
    int unscored = 0;          ///< Cases to which the model gave no score.
    std::optional<double> auc; ///< Empty where one of the classes is missing.
    std::optional<Interval> aucInterval;
    std::optional<double> threshold;               ///< operatingThreshold(); empty as auc.
    std::optional<OperatingMetrics> operating;     ///< At `threshold`; empty as auc.
    std::optional<CalibrationMetrics> calibration; ///< Empty as auc.
};

struct Evaluation {
    std::string modelFingerprint; ///< Empty where answers came from a file.
    int studies = 0;              ///< Studies or volumes.
    int groups = 0;               ///< Patients: what the intervals are over. Else studies.
    int resamples = 0;            ///< Of the bootstrap; 0: no intervals.
    std::vector<FindingMetrics> findings;
    double meanAuc = 0.0; ///< Over the findings that have one.
    std::optional<Interval> meanAucInterval;
    std::optional<OperatingMetrics> mean; ///< Over the findings that have one.

    // Only where a model was asked about studies (Evaluate.h).
    std::optional<PackageCalibration> packageCalibration; ///< Empty where a package states none.
    std::vector<GlobalStatisticMetrics> globalStatistics; ///< Of findings that can be measured.
    std::vector<LocalizationMetrics>
        localization;                            ///< Empty where no study says where a finding is.
    std::vector<ParaphraseMetrics> paraphrases;  ///< Empty without a prompt set.
    std::optional<TextSearchMetrics> textSearch; ///< Empty without a prompt set.
    /// The same searches in other words. Empty without a prompt set.
    std::optional<TextSearchMetrics> paraphrasedSearch;
    std::vector<UnusualMetrics> unusual; ///< Of anatomies with both kinds in the test.
    std::vector<AddedMetrics> added;     ///< Of findings with both classes in the test.
};

/// What a model said about one finding, and what is true. Equal lengths.
struct FindingCases {
    std::string anatomyId;
    std::string findingId;
    ScoredCases cases;
    std::vector<std::uint32_t> groups; ///< Patient (or study) of each case, from 0.
    int unscored = 0;                  ///< Cases without a score that are not in `cases`.
};

struct MeasureOptions {
    /// What a case without a score counts as. Zero is CT-RATE's published protocol: a model that
    /// gives no answer has not found anything. Calibration always leaves such cases out.
    enum class Unscored { Zero, LeftOut };
    Unscored unscored = Unscored::Zero;
    int resamples = 1000;   ///< Of the bootstrap; 0: no intervals.
    std::uint64_t seed = 1; ///< Of bootstrap and folds. The same seed gives the same numbers.
};

/// Measures every finding over the same `groupCount` groups; `studies` and `modelFingerprint` of
/// the result are the caller's to fill in.
///
/// Intervals: percentiles 2.5 and 97.5 over bootstrap resamples of whole groups, because several
/// volumes of a patient are not independent. A resample in which a finding has lost a class says
/// nothing of it; an interval is empty where more than half of them do, or with fewer than two
/// groups. The intervals of means are over resamples in which every finding could be measured.
/// Errors: Cancelled.
Result<Evaluation> measureFindings(const std::vector<FindingCases>& findings,
                                   std::size_t groupCount, const MeasureOptions& options,
                                   const Progress& progress);

} // namespace fovea
