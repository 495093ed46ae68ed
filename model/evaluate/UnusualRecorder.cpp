#include "model/evaluate/UnusualRecorder.h"

#include "model/evaluate/Metrics.h"
#include "model/evaluate/RegionBank.h"
#include "model/evaluate/truth.h"

#include <algorithm>

namespace fovea {

void UnusualRecorder::add(const LabelledStudy& study, const StudyAnalysis& analysis,
                          std::size_t index)
{
    for (const RegionEmbedding& region : analysis.embeddings) {
        const LabelledStudy::Region* truth = regionOf(study, region.anatomyId);
        if (!truth)
            continue;
        auto known = std::ranges::find(m_anatomies, region.anatomyId, &Recorded::anatomyId);
        if (known == m_anatomies.end())
            known = m_anatomies.insert(known, Recorded{region.anatomyId, {}, {}, {}});
        const bool ill = !truth->findings.empty();
        if (index % 2 == 0) {
            if (!ill)
                known->bank.push_back(region.vector);
            continue;
        }
        known->tested.push_back(region.vector);
        known->positive.push_back(ill);
    }
}

std::vector<UnusualMetrics> UnusualRecorder::metrics() const
{
    std::vector<UnusualMetrics> all;
    for (const Recorded& recorded : m_anatomies) {
        const auto bank = RegionBank::create(recorded.bank);
        if (!bank)
            continue;
        const auto auc = [&](double (RegionBank::*distance)(const std::vector<float>&) const) {
            ScoredCases cases{{}, recorded.positive};
            for (const std::vector<float>& vector : recorded.tested)
                cases.scores.push_back(((*bank).*distance)(vector));
            return areaUnderRoc(cases);
        };
        const auto nearest = auc(&RegionBank::nearest);
        if (!nearest)
            continue;
        UnusualMetrics metrics;
        metrics.anatomyId = recorded.anatomyId;
        metrics.bank = bank->size();
        metrics.positives = static_cast<int>(std::ranges::count(recorded.positive, true));
        metrics.negatives = static_cast<int>(recorded.positive.size()) - metrics.positives;
        metrics.nearest = *nearest;
        metrics.nearestWhitened = *auc(&RegionBank::nearestWhitened);
        metrics.mahalanobis = *auc(&RegionBank::mahalanobis);
        all.push_back(metrics);
    }
    return all;
}

} // namespace fovea
