#pragma once

#include "model/domain/FindingReading.h"
#include "model/domain/Result.h"
#include "model/evaluate/Evaluation.h"
#include "model/evaluate/Reliability.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace fovea {

/// Labels of each class below which a finding is not calibrated: with fewer, the two numbers of
/// Platt scaling say more about which studies happened to be read than about the model.
inline constexpr int fewestLabelsPerClass = 20;

/// What a site fitted to its own labels for one model.
struct SiteCalibration {
    std::string modelFingerprint;
    std::string fittedAt; ///< UTC, "YYYY-MM-DDTHH:MM:SSZ".
    std::map<FindingKey, SiteReference> findings;
};

/// What came of one finding's labels.
struct CalibratedFinding {
    enum class Outcome {
        Calibrated,
        TooFewLabels,  ///< Of either class, see fewestLabelsPerClass.
        ScoreMisleads, ///< Higher scores mean fewer positive labels, or nothing: a fit would turn
                       ///< the score around.
        NotFitted      ///< Does not converge.
    };
    FindingKey key;
    Outcome outcome = Outcome::TooFewLabels;
    int positives = 0;
    int negatives = 0;
    SiteReference reference; ///< Where Calibrated.
    /// Expected calibration error and reliability of the raw scores, and of probabilities that were
    /// cross-validated over 5 folds of patients (empty with fewer than 5 patients). Where
    /// Calibrated.
    double errorBefore = 0.0;
    std::optional<double> errorAfter;
    std::optional<Interval> errorBeforeInterval{}; ///< addErrorIntervals().
    std::optional<Interval> errorAfterInterval{};
    std::vector<ReliabilityBin> before;
    std::vector<ReliabilityBin> after;
};

/// Platt scaling and the operating threshold of each finding. `groupCount`: patients; the cases'
/// groups are below it. In the order of `findings`.
std::vector<CalibratedFinding> calibrateFindings(const std::vector<FindingCases>& findings,
                                                 std::size_t groupCount, std::uint64_t seed = 1);

/// Gives the calibration errors of `calibrated`, which calibrateFindings() made of `findings` with
/// the same group count and seed, their intervals: percentiles 2.5 and 97.5 over 200 bootstrap
/// resamples of whole patients (CalibrationMetrics). Errors: Cancelled.
Status addErrorIntervals(std::vector<CalibratedFinding>& calibrated,
                         const std::vector<FindingCases>& findings, std::size_t groupCount,
                         const Progress& progress, std::uint64_t seed = 1);

/// {"format": 1, "model", "fitted_at", "findings": [{"anatomy", "finding", "a", "b", "threshold",
///  "labels"}, …]}, UTF-8.
std::string siteCalibrationToJson(const SiteCalibration& calibration);
/// MetadataBroken (`name`, what is wrong).
Result<SiteCalibration> siteCalibrationFromJson(const std::string& json, const std::string& name);

} // namespace fovea
