#pragma once

#include "app/cli/Command.h"
#include "app/work/siteCalibrationFile.h"

#include <QCoreApplication>

#include <string>

namespace fovea {

/// Fits a model's scores to this site's own labels and keeps the fit beside the archive:
///
/// `calibrate [--labels FILE.csv] [--model PACKAGE] [--try]`
///
/// Labels are the findings that readers accepted or rejected, or those of a CSV: the first column
/// names a study of the archive by StudyInstanceUID, the others a finding, as "finding" or
/// "anatomy/finding", with cells 0, 1 or empty. Scores are those of the study's newest analysis by
/// the model. --json: {"model", "written": path or null, "findings": [{"anatomy", "finding",
/// "outcome": "calibrated" | "too_few_labels" | "score_misleads" | "not_fitted", "positives",
/// "negatives", "a", "b", "threshold", "error_before", "error_before_interval", "error_after",
/// "error_after_interval", "before", "after"}]}, the last two being reliability diagrams: [{"low",
/// "high", "cases", "mean_score", "observed", "interval"}].
class CalibrateCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::CalibrateCommand)

public:
    CalibrateCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    std::string m_model;
    std::string m_labels;
    bool m_try = false;
};

} // namespace fovea
