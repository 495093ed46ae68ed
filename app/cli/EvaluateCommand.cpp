#include "app/cli/EvaluateCommand.h"

#include "app/ModelLibrary.h"
#include "app/cli/evaluationReport.h"
#include "app/cli/evaluationReportParts.h"
#include "app/cli/seriesAnalysis.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace fovea {

EvaluateCommand::EvaluateCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "evaluate",
              tr("Measure a model on studies with known truth, or scores in a file"))
{
    parser().text("folder", m_folder, tr("Folder with predictions.csv and labels.csv"), "DIR");
    parser().text("--predictions", m_predictions,
                  tr("CSV of scores from 0 to 1: the first column names the volume, each other a "
                     "finding (the truth's title, or fVLM's organ_finding_negative_positive)"),
                  "FILE");
    parser().text(
        "--truth", m_truth,
        tr("CSV of labels 0 or 1: the first column names the volume; a column \"patient\" "
           "says whose it is, else CT-RATE's names do"),
        "FILE");
    parser().text("--missing", m_missing,
                  tr("A volume without a score counts as score 0 (zero, CT-RATE's rule and the "
                     "default) or not at all (leave-out)"),
                  "zero|leave-out");
    parser().text("--prompts", m_prompts,
                  tr("JSON of paraphrases and searches to measure the model with"), "FILE");
    m_studies.declare(parser());
    addModelOptions(parser(), options, m_model);
}

Status EvaluateCommand::run(CommandContext& context)
{
    const bool studies = m_studies.phantoms > 0 || !m_studies.data.empty();
    const bool named = !m_predictions.empty() || !m_truth.empty();
    if (!m_folder.empty() + named + studies > 1)
        return makeError(ErrorCode::BadOption,
                         {"evaluate", "takes a folder, --predictions with --truth, or studies"});
    if (!m_folder.empty() || named)
        return evaluateFiles(context);
    return evaluateStudies(context);
}

Status EvaluateCommand::evaluateFiles(CommandContext& context) const
{
    std::filesystem::path predictions = m_predictions;
    std::filesystem::path truth = m_truth;
    if (!m_folder.empty()) {
        predictions = std::filesystem::path(m_folder) / "predictions.csv";
        truth = std::filesystem::path(m_folder) / "labels.csv";
    } else if (m_predictions.empty()) {
        return makeError(ErrorCode::BadOption, {"--truth", "needs --predictions"});
    } else if (m_truth.empty()) {
        return makeError(ErrorCode::BadOption, {"--predictions", "needs --truth"});
    }
    if (!m_model.empty())
        return makeError(ErrorCode::BadOption, {"--model", "scores in a file need no model"});
    if (!m_prompts.empty())
        return makeError(ErrorCode::BadOption, {"--prompts", "needs studies"});
    MeasureOptions options;
    if (m_missing == "leave-out")
        options.unscored = MeasureOptions::Unscored::LeftOut;
    else if (!m_missing.empty() && m_missing != "zero")
        return makeError(ErrorCode::BadOption, {"--missing", "zero or leave-out"});

    const auto cases = readPredictedCases(predictions, truth);
    if (!cases)
        return cases.error();
    auto evaluation = measureFindings(cases->findings, cases->patients, options,
                                      context.progress(tr("Evaluating")));
    if (!evaluation)
        return evaluation.error();
    evaluation->studies = static_cast<int>(cases->volumes);
    if (context.json()) {
        nlohmann::json out = evaluationJson(*evaluation);
        out["files"] = predictedCasesJson(*cases);
        context.console().print(out);
        return Done{};
    }
    context.console().print(predictedCasesText(*cases, options.unscored) + QLatin1Char('\n') +
                            evaluationText(*evaluation));
    return Done{};
}

Result<EvaluateOptions> EvaluateCommand::evaluateOptions(const ModelInfo& model) const
{
    EvaluateOptions options;
    std::filesystem::path file = m_prompts;
    if (file.empty()) {
        file = ModelLibrary::resource("catalog/demo-prompts.json");
        std::error_code error;
        if (!model.demo || !std::filesystem::exists(file, error))
            return options;
    }
    Result<PromptSet> prompts = readPromptSet(file);
    if (!prompts)
        return prompts.error();
    options.prompts = std::move(*prompts);
    return options;
}

Status EvaluateCommand::evaluateStudies(CommandContext& context) const
{
    if (!m_missing.empty())
        return makeError(ErrorCode::BadOption, {"--missing", "needs --predictions"});
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    auto data = m_studies.dataStudies(*catalog, context);
    if (!data)
        return data.error();
    const StudySource studies = joined(m_studies.phantomStudies(), std::move(*data));
    if (studies.count == 0)
        return makeError(ErrorCode::BadOption,
                         {"evaluate", "needs --phantoms, --data, --predictions or a folder"});
    const auto engine = context.engine(CommandContext::modelPackage(m_model));
    if (!engine)
        return engine.error();
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    const auto options = evaluateOptions((*engine)->info());
    if (!options)
        return options.error();
    const auto evaluation =
        (*api)->evaluate(**engine, studies, *options, context.progress(tr("Evaluating")));
    if (!evaluation)
        return evaluation.error();
    if (context.json()) {
        nlohmann::json out = evaluationJson(*evaluation);
        addEvaluationParts(out, *evaluation);
        out["model"] = modelJson((*engine)->info());
        context.console().print(out);
        return Done{};
    }
    QString text = modelText((*engine)->info()) + QLatin1Char('\n') + evaluationText(*evaluation) +
                   evaluationPartsText(*evaluation);
    if (!options->prompts)
        text += QLatin1Char('\n') +
                tr("Without --prompts, paraphrases and searches were not measured.") +
                QLatin1Char('\n');
    context.console().print(text);
    return Done{};
}

} // namespace fovea
