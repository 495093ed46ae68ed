#include "model/evaluate/AddedRecorder.h"

#include "model/evaluate/LogisticFit.h"
#include "model/evaluate/truth.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fovea {

namespace {

double cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double logit(double score)
{
    const double s = std::clamp(score, 1e-6, 1.0 - 1e-6);
    return std::log(s / (1.0 - s));
}

} // namespace

Result<AddedRecorder> AddedRecorder::create(Engine& engine)
{
    AddedRecorder recorder;
    for (const ModelFinding& finding : engine.info().findings) {
        Result<std::vector<float>> positive = engine.embedText(finding.positive.front());
        if (!positive)
            return positive.error();
        Result<std::vector<float>> negative = engine.embedText(finding.negative.front());
        if (!negative)
            return negative.error();
        recorder.m_findings.push_back({finding.anatomyId,
                                       finding.findingId,
                                       std::move(*positive),
                                       std::move(*negative),
                                       {},
                                       {}});
    }
    return recorder;
}

void AddedRecorder::add(const LabelledStudy& study, const StudyAnalysis& analysis,
                        std::size_t index)
{
    for (Recorded& recorded : m_findings) {
        const auto region =
            std::ranges::find(analysis.embeddings, recorded.anatomyId, &RegionEmbedding::anatomyId);
        const auto finding = std::ranges::find_if(analysis.findings, [&](const Finding& f) {
            return f.anatomyId == recorded.anatomyId && f.findingId == recorded.findingId;
        });
        if (region == analysis.embeddings.end() || finding == analysis.findings.end())
            continue;
        Cases& cases = index % 2 == 0 ? recorded.fitted : recorded.tested;
        const bool present = hasFinding(study, recorded.anatomyId, recorded.findingId);
        cases.single.scores.push_back(cosine(region->vector, recorded.positive) -
                                      cosine(region->vector, recorded.negative));
        cases.single.positive.push_back(present);
        cases.ensemble.scores.push_back(finding->score);
        cases.ensemble.positive.push_back(present);
        std::vector<double> features{logit(finding->score)};
        for (const RegionScalar& scalar : analysis.scalars) {
            if (scalar.anatomyId == recorded.anatomyId)
                features.push_back(scalar.value);
        }
        cases.features.push_back(std::move(features));
    }
}

AddedMetrics AddedRecorder::measure(const Recorded& recorded, double ensembleAuc)
{
    const Cases& tested = recorded.tested;
    AddedMetrics metrics;
    metrics.anatomyId = recorded.anatomyId;
    metrics.findingId = recorded.findingId;
    metrics.single = areaUnderRoc(tested.single);
    metrics.ensemble = ensembleAuc;
    metrics.positives = static_cast<int>(std::ranges::count(tested.ensemble.positive, true));
    metrics.negatives = static_cast<int>(tested.ensemble.positive.size()) - metrics.positives;
    const auto fit =
        LogisticFit::create(recorded.fitted.features, recorded.fitted.ensemble.positive);
    if (!fit)
        return metrics;
    ScoredCases fused{{}, tested.ensemble.positive};
    for (const std::vector<double>& features : tested.features)
        fused.scores.push_back((*fit)(features));
    metrics.withScalars = areaUnderRoc(fused);
    return metrics;
}

std::vector<AddedMetrics> AddedRecorder::metrics() const
{
    std::vector<AddedMetrics> all;
    for (const Recorded& recorded : m_findings) {
        if (const auto auc = areaUnderRoc(recorded.tested.ensemble))
            all.push_back(measure(recorded, *auc));
    }
    return all;
}

} // namespace fovea
