#include "model/evaluate/StatisticsRecorder.h"

#include "model/evaluate/truth.h"

#include <algorithm>
#include <map>

namespace fovea {

void StatisticsRecorder::add(const LabelledStudy& study, const StudyAnalysis& analysis,
                             std::size_t index)
{
    std::map<std::string, std::optional<GlobalStatistics>> statistics;
    for (const Finding& finding : analysis.findings) {
        const auto [of, isNew] = statistics.try_emplace(finding.anatomyId);
        if (isNew)
            of->second = globalStatistics(*study.volume, *study.labels, finding.anatomyId);
        if (!of->second)
            continue;
        auto known = std::ranges::find_if(m_findings, [&](const Recorded& r) {
            return r.anatomyId == finding.anatomyId && r.findingId == finding.findingId;
        });
        if (known == m_findings.end())
            known = m_findings.insert(m_findings.end(), {finding.anatomyId, finding.findingId, {}});
        known->cases.push_back(
            {index, *of->second, hasFinding(study, finding.anatomyId, finding.findingId)});
    }
}

std::vector<GlobalStatisticMetrics> StatisticsRecorder::metrics() const
{
    std::vector<GlobalStatisticMetrics> all;
    for (const Recorded& recorded : m_findings) {
        std::optional<GlobalStatisticMetrics> measured = measureGlobalStatistics(recorded.cases);
        if (!measured)
            continue;
        measured->anatomyId = recorded.anatomyId;
        measured->findingId = recorded.findingId;
        all.push_back(std::move(*measured));
    }
    return all;
}

} // namespace fovea
