#pragma once

#include "app/cli/Command.h"
#include "app/cli/StudyOptions.h"

#include <QCoreApplication>

namespace fovea {

/// `evaluate ([--phantoms N --seed S] [--data DIR]) [--model PACKAGE]`: how well the model's scores
/// separate studies with a finding from those without, as area under the ROC curve.
///
/// --json: {"model": as modelJson(), "studies", "findings": [{"anatomy", "finding", "positives",
///   "negatives", "auc": null where a class is missing}], "mean_auc": null where no finding has
///   one}
class EvaluateCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::EvaluateCommand)

public:
    EvaluateCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    StudyOptions m_studies;
    std::string m_model;
};

} // namespace fovea
