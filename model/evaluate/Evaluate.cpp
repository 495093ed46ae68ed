#include "model/evaluate/Evaluate.h"

#include "model/evaluate/AddedRecorder.h"
#include "model/evaluate/FindingRecorder.h"
#include "model/evaluate/LocalizationRecorder.h"
#include "model/evaluate/PromptRecorder.h"
#include "model/evaluate/StatisticsRecorder.h"
#include "model/evaluate/UnusualRecorder.h"

#include <utility>
#include <vector>

namespace fovea {
namespace {

/// Everything that listens to the one pass over the studies.
struct Recorders {
    FindingRecorder findings;
    StatisticsRecorder statistics;
    LocalizationRecorder localization;
    std::optional<PromptRecorder> prompts;
    UnusualRecorder unusual;
    AddedRecorder added;

    void add(const LabelledStudy& study, const ExplainedAnalysis& explained, std::size_t index)
    {
        findings.add(study, explained.analysis, index);
        statistics.add(study, explained.analysis, index);
        localization.add(study, explained);
        unusual.add(study, explained.analysis, index);
        added.add(study, explained.analysis, index);
        if (prompts)
            prompts->add(study, explained.analysis);
    }
};

Result<Recorders> makeRecorders(Engine& engine, const EvaluateOptions& options)
{
    Result<AddedRecorder> added = AddedRecorder::create(engine);
    if (!added)
        return added.error();
    Recorders recorders{{},
                        {},
                        LocalizationRecorder(options.localizedFindings, engine.info().anatomyIds,
                                             options.prompts.value_or(PromptSet{})),
                        {},
                        {},
                        std::move(*added)};
    if (!options.prompts)
        return recorders;
    Result<PromptRecorder> prompts = PromptRecorder::create(
        *options.prompts, [&](const std::string& text) { return engine.embedText(text); });
    if (!prompts)
        return prompts.error();
    recorders.prompts = std::move(*prompts);
    return recorders;
}

Result<ExplainedAnalysis> ask(Engine& engine, const LabelledStudy& study,
                              const std::vector<RelevanceRequest>& requests,
                              const Progress& progress)
{
    if (!requests.empty())
        return engine.explain(*study.volume, *study.labels, requests, progress);
    Result<StudyAnalysis> analysis = engine.analyze(*study.volume, *study.labels, progress);
    if (!analysis)
        return analysis.error();
    return ExplainedAnalysis{std::move(*analysis), {}};
}

} // namespace

Result<Evaluation> evaluateEngine(Engine& engine, const StudySource& studies,
                                  const EvaluateOptions& options, const Progress& progress)
{
    if (studies.count == 0)
        return makeError(ErrorCode::NoCases);
    Result<Recorders> recorders = makeRecorders(engine, options);
    if (!recorders)
        return recorders.error();
    for (std::size_t i = 0; i < studies.count; ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<LabelledStudy> study = studies.load(i);
        if (!study)
            return study.error();
        const double share = 0.99 / static_cast<double>(studies.count);
        const Progress part =
            progress.part(static_cast<double>(i) * share, static_cast<double>(i + 1) * share);
        const Result<ExplainedAnalysis> explained =
            ask(engine, *study, recorders->localization.requests(*study), part);
        if (explained)
            recorders->add(*study, *explained, i);
        else if (explained.error().code != ErrorCode::NoRegion)
            return explained.error();
    }

    Result<Evaluation> evaluation =
        measureFindings(recorders->findings.cases(studies.count), studies.count, MeasureOptions{},
                        progress.part(0.99, 1.0));
    if (!evaluation)
        return evaluation.error();
    evaluation->modelFingerprint = engine.info().fingerprint;
    evaluation->studies = static_cast<int>(studies.count);
    evaluation->packageCalibration = recorders->findings.packageCalibration();
    evaluation->globalStatistics = recorders->statistics.metrics();
    evaluation->localization = recorders->localization.metrics();
    evaluation->unusual = recorders->unusual.metrics();
    evaluation->added = recorders->added.metrics();
    if (recorders->prompts) {
        evaluation->paraphrases = recorders->prompts->paraphrases();
        evaluation->textSearch = recorders->prompts->textSearch();
        evaluation->paraphrasedSearch = recorders->prompts->paraphrasedSearch();
    }
    return evaluation;
}

} // namespace fovea
