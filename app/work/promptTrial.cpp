#include "app/work/promptTrial.h"

#include "model/evaluate/Metrics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fovea {
namespace {

/// Finding::score of a margin: softmax of two.
double scoreOf(double margin, double temperature)
{
    return 1.0 / (1.0 + std::exp(-margin / temperature));
}

Result<std::vector<double>> scoresWith(Engine& engine, const RegionSnapshot& snapshot,
                                       const RegionPrompts& prompts,
                                       std::vector<StudyMargin>& studies)
{
    const auto vectors = promptVectors(engine, prompts);
    if (!vectors)
        return vectors.error();
    auto margins = archiveMargins(snapshot, vectors->direction(), prompts.anatomyId);
    if (!margins)
        return margins.error();
    std::vector<double> scores;
    for (const StudyMargin& study : *margins)
        scores.push_back(scoreOf(study.margin, engine.info().temperature));
    studies = std::move(*margins);
    return scores;
}

void countCrossings(PromptTrial& trial, const std::vector<TriedStudy>& studies)
{
    if (!trial.threshold)
        return;
    for (const TriedStudy& study : studies) {
        const bool before = study.before && *study.before > *trial.threshold;
        const bool after = study.after > *trial.threshold;
        trial.aboveBefore += before ? 1 : 0;
        trial.aboveAfter += after ? 1 : 0;
        trial.crossedUp += after && !before ? 1 : 0;
        trial.crossedDown += before && !after ? 1 : 0;
    }
}

Status measure(PromptTrial& trial, const std::vector<TriedStudy>& studies,
               const StudyDatabase& database, const TrialRequest& request)
{
    const auto verdicts = database.verdictsOn(request.after.anatomyId, request.findingId);
    if (!verdicts)
        return verdicts.error();
    ScoredCases before;
    ScoredCases after;
    for (const VerdictRecord& verdict : *verdicts) {
        const auto study = std::ranges::find(studies, verdict.studyId, &TriedStudy::studyId);
        if (study == studies.end())
            continue;
        const bool positive = verdict.verdict == Verdict::Accepted;
        ++(positive ? trial.accepted : trial.rejected);
        after.scores.push_back(study->after);
        after.positive.push_back(positive);
        before.scores.push_back(study->before.value_or(0.0));
        before.positive.push_back(positive);
    }
    trial.aucAfter = areaUnderRoc(after);
    if (request.before)
        trial.aucBefore = areaUnderRoc(before);
    return Done{};
}

} // namespace

Result<PromptTrial> tryPrompts(const StudyDatabase& database, Engine& engine,
                               RegionSearcher& searcher, const TrialRequest& request,
                               const Progress& progress)
{
    const auto snapshot = searcher.snapshot(database, engine, progress);
    if (!snapshot)
        return snapshot.error();
    std::vector<StudyMargin> margins;
    const auto after = scoresWith(engine, **snapshot, request.after, margins);
    if (!after)
        return after.error();
    std::vector<TriedStudy> studies;
    for (std::size_t i = 0; i < margins.size(); ++i)
        studies.push_back({margins[i].studyId, margins[i].seriesId, {}, {}, (*after)[i]});
    if (request.before) {
        const auto before = scoresWith(engine, **snapshot, *request.before, margins);
        if (!before)
            return before.error();
        for (std::size_t i = 0; i < studies.size(); ++i)
            studies[i].before = (*before)[i];
    }
    PromptTrial trial;
    trial.studies = studies.size();
    trial.threshold = request.threshold;
    countCrossings(trial, studies);
    if (const Status measured = measure(trial, studies, database, request); !measured)
        return measured.error();
    std::ranges::stable_sort(studies, std::greater{}, [](const TriedStudy& study) {
        return study.before ? std::abs(study.after - *study.before) : study.after;
    });
    studies.resize(std::min(studies.size(), request.listed));
    for (TriedStudy& study : studies) {
        const auto source =
            std::ranges::find((*snapshot)->analyses, study.seriesId, &AnalysisSource::seriesId);
        if (source != (*snapshot)->analyses.end())
            study.studyDate = source->studyDate;
    }
    trial.largest = std::move(studies);
    return trial;
}

} // namespace fovea
