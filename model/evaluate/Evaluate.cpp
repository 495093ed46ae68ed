#include "model/evaluate/Evaluate.h"

#include "model/evaluate/Metrics.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace fovea {
namespace {

struct FindingCases {
    std::string anatomyId;
    std::string findingId;
    ScoredCases cases;
};

bool isPresent(const LabelledStudy& study, const Finding& finding)
{
    return std::ranges::any_of(study.regions, [&](const LabelledStudy::Region& region) {
        return region.anatomyId == finding.anatomyId &&
               std::ranges::find(region.findings, finding.findingId) != region.findings.end();
    });
}

void collect(const LabelledStudy& study, const StudyAnalysis& analysis,
             std::vector<FindingCases>& all)
{
    for (const Finding& finding : analysis.findings) {
        auto known = std::ranges::find_if(all, [&](const FindingCases& f) {
            return f.anatomyId == finding.anatomyId && f.findingId == finding.findingId;
        });
        if (known == all.end())
            known = all.insert(all.end(), {finding.anatomyId, finding.findingId, {}});
        known->cases.scores.push_back(finding.score);
        known->cases.positive.push_back(isPresent(study, finding));
    }
}

} // namespace

Result<Evaluation> evaluateEngine(Engine& engine, const StudySource& studies,
                                  const Progress& progress)
{
    if (studies.count == 0)
        return makeError(ErrorCode::NoCases);
    std::vector<FindingCases> all;
    Evaluation evaluation;
    evaluation.modelFingerprint = engine.info().fingerprint;
    for (std::size_t i = 0; i < studies.count; ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<LabelledStudy> study = studies.load(i);
        if (!study)
            return study.error();
        const double share = 1.0 / static_cast<double>(studies.count);
        const Progress part =
            progress.part(static_cast<double>(i) * share, static_cast<double>(i + 1) * share);
        const Result<StudyAnalysis> analysis = engine.analyze(*study->volume, *study->labels, part);
        ++evaluation.studies;
        if (analysis)
            collect(*study, *analysis, all);
        else if (analysis.error().code != ErrorCode::NoRegion)
            return analysis.error();
    }

    double sum = 0.0;
    int counted = 0;
    for (const FindingCases& finding : all) {
        const auto positives = static_cast<int>(std::ranges::count(finding.cases.positive, true));
        const int negatives = static_cast<int>(finding.cases.positive.size()) - positives;
        const std::optional<double> auc = areaUnderRoc(finding.cases);
        evaluation.findings.push_back(
            {finding.anatomyId, finding.findingId, positives, negatives, auc});
        if (auc) {
            sum += *auc;
            ++counted;
        }
    }
    evaluation.meanAuc = counted > 0 ? sum / counted : 0.0;
    return evaluation;
}

} // namespace fovea
