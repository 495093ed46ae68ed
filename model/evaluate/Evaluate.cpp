#include "model/evaluate/Evaluate.h"

#include "model/evaluate/Evaluation.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace fovea {
namespace {

bool isPresent(const LabelledStudy& study, const Finding& finding)
{
    return std::ranges::any_of(study.regions, [&](const LabelledStudy::Region& region) {
        return region.anatomyId == finding.anatomyId &&
               std::ranges::find(region.findings, finding.findingId) != region.findings.end();
    });
}

void collect(const LabelledStudy& study, const StudyAnalysis& analysis, std::size_t index,
             std::vector<FindingCases>& all)
{
    for (const Finding& finding : analysis.findings) {
        auto known = std::ranges::find_if(all, [&](const FindingCases& f) {
            return f.anatomyId == finding.anatomyId && f.findingId == finding.findingId;
        });
        if (known == all.end())
            known = all.insert(all.end(), {finding.anatomyId, finding.findingId, {}, {}, 0});
        known->cases.scores.push_back(finding.score);
        known->cases.positive.push_back(isPresent(study, finding));
        known->groups.push_back(static_cast<std::uint32_t>(index));
    }
}

} // namespace

Result<Evaluation> evaluateEngine(Engine& engine, const StudySource& studies,
                                  const Progress& progress)
{
    if (studies.count == 0)
        return makeError(ErrorCode::NoCases);
    std::vector<FindingCases> all;
    for (std::size_t i = 0; i < studies.count; ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<LabelledStudy> study = studies.load(i);
        if (!study)
            return study.error();
        const double share = 0.99 / static_cast<double>(studies.count);
        const Progress part =
            progress.part(static_cast<double>(i) * share, static_cast<double>(i + 1) * share);
        const Result<StudyAnalysis> analysis = engine.analyze(*study->volume, *study->labels, part);
        if (analysis)
            collect(*study, *analysis, i, all);
        else if (analysis.error().code != ErrorCode::NoRegion)
            return analysis.error();
    }

    for (FindingCases& finding : all)
        finding.unscored = static_cast<int>(studies.count - finding.cases.scores.size());
    Result<Evaluation> evaluation =
        measureFindings(all, studies.count, MeasureOptions{}, progress.part(0.99, 1.0));
    if (!evaluation)
        return evaluation.error();
    evaluation->modelFingerprint = engine.info().fingerprint;
    evaluation->studies = static_cast<int>(studies.count);
    return evaluation;
}

} // namespace fovea
