#pragma once

#include "app/cli/Command.h"
#include "app/cli/StudyOptions.h"
#include "model/evaluate/EvaluateOptions.h"

#include <QCoreApplication>

namespace fovea {

/// How well a model's scores separate those with a finding from those without, and how far they are
/// from probabilities. Either of studies, which the model scores now, or of scores in a file:
///
/// `evaluate ([--phantoms N --seed S] [--data DIR]) [--model PACKAGE] [--prompts FILE.json]`
/// `evaluate (FOLDER | --predictions FILE.csv --truth FILE.csv) [--missing zero|leave-out]`
///
/// FOLDER holds predictions.csv and labels.csv. How their columns and patients are found is written
/// at readPredictedCases(). Needs no LibTorch for files. --json: see evaluationReport.h and, for
/// studies, evaluationReportParts.h.
///
/// --prompts: paraphrases and searches (PromptSet.h); a demo model has resources/'s own without it.
class EvaluateCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::EvaluateCommand)

public:
    EvaluateCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    Status evaluateStudies(CommandContext& context) const;
    Status evaluateFiles(CommandContext& context) const;
    Result<EvaluateOptions> evaluateOptions(const ModelInfo& model) const;

    StudyOptions m_studies;
    std::string m_model;
    std::string m_folder;
    std::string m_predictions;
    std::string m_truth;
    std::string m_missing;
    std::string m_prompts;
};

} // namespace fovea
