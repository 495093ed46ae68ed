#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/evaluate/TuningJudgement.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Whether a tuned model may take the place of the one it was made from: pure functions on scores
// and truth. Standard C++ only.
//
// It is refused where it is significantly worse at telling the sick from the others (AUC,
// searches), at the site or on the benchmark of what was known before, and where its probabilities
// are worse at the site. Probabilities are not judged on the benchmark: how probable a finding is
// hangs on how frequent it is and on the scanner, so that a calibration belongs to the place it was
// fitted at, and tuning fits it to the site on purpose. Fitting the demo model's calibration to
// another site's 200 synthetic chests, and nothing else, halved the calibration error there (0.135
// to 0.072), left each AUC as it was, and made five findings' errors on the benchmark significantly
// worse. That these probabilities are the site's is said (CalibrationElsewhere); the order of
// cases, which is what forgetting would destroy, is judged on both.

namespace fovea {

/// What two models say of one finding in the same studies. All lists have equal lengths.
struct PairedCases {
    FindingKey key;
    std::vector<bool> positive;        ///< The truth.
    std::vector<std::uint32_t> groups; ///< The patient of each case, below PairedAnswers::groups.
    std::vector<double> before;        ///< Raw scores; NaN where the model gave none.
    std::vector<double> after;
    /// What the model states as a probability of the finding: calibrated where its package can,
    /// else the raw score. NaN as above.
    std::vector<double> probabilityBefore;
    std::vector<double> probabilityAfter;
};

/// How well each model finds the studies that one text describes.
struct PairedQuery {
    std::string text;
    double recallBefore = 0.0; ///< Among the first 10, see TextSearch.h.
    double recallAfter = 0.0;
};

/// Two models' answers on one set of studies.
struct PairedAnswers {
    int studies = 0;
    std::size_t groups = 0; ///< Patients.
    std::vector<PairedCases> findings;
    std::vector<PairedQuery> queries;
};

struct JudgeOptions {
    double significance = 0.05; ///< After Holm's correction over the set's findings.
    /// A significant loss up to these is borne: it would not be noticed.
    double aucMargin = 0.01;
    double calibrationMargin = 0.02; ///< Of the expected calibration error.
    double recallMargin = 0.02;
    /// Cases of each class below which nothing is tested: the tests take the mean of so many cases
    /// for normal.
    int fewestPerClass = 5;
    int resamples = 1000; ///< Of the bootstrap over patients.
    std::uint64_t seed = 1;
};

/// Compares on one set. Errors: Cancelled.
Result<SetJudgement> judgeSet(const PairedAnswers& answers, const JudgeOptions& options,
                              const Progress& progress);

/// Compares on the site's test split and, where there is one, on the benchmark, and says what
/// speaks against the tuned model. Fingerprints are the caller's to fill in. Errors: Cancelled.
Result<TuningJudgement> judgeTuning(const PairedAnswers& test,
                                    const std::optional<PairedAnswers>& benchmark,
                                    const JudgeOptions& options, const Progress& progress);

} // namespace fovea
