#include "model/evaluate/FindingRecorder.h"

#include "model/evaluate/CalibrationError.h"
#include "model/evaluate/truth.h"

#include <algorithm>
#include <cstdint>

namespace fovea {

void FindingRecorder::add(const LabelledStudy& study, const StudyAnalysis& analysis,
                          std::size_t index)
{
    for (const Finding& finding : analysis.findings) {
        auto known = std::ranges::find_if(m_findings, [&](const Recorded& r) {
            return r.finding.anatomyId == finding.anatomyId &&
                   r.finding.findingId == finding.findingId;
        });
        if (known == m_findings.end())
            known = m_findings.insert(
                m_findings.end(), Recorded{{finding.anatomyId, finding.findingId, {}, {}, 0}, {}});
        const bool present = hasFinding(study, finding.anatomyId, finding.findingId);
        known->finding.cases.scores.push_back(finding.score);
        known->finding.cases.positive.push_back(present);
        known->finding.groups.push_back(static_cast<std::uint32_t>(index));
        if (finding.calibrated) {
            known->calibrated.scores.push_back(*finding.calibrated);
            known->calibrated.positive.push_back(present);
        }
    }
}

std::vector<FindingCases> FindingRecorder::cases(std::size_t studies) const
{
    std::vector<FindingCases> all;
    for (const Recorded& recorded : m_findings) {
        all.push_back(recorded.finding);
        all.back().unscored = static_cast<int>(studies - recorded.finding.cases.scores.size());
    }
    return all;
}

std::optional<PackageCalibration> FindingRecorder::packageCalibration() const
{
    PackageCalibration calibration;
    for (const Recorded& recorded : m_findings) {
        const std::optional<double> error = expectedCalibrationError(recorded.calibrated);
        if (!error)
            continue;
        calibration.findings.push_back({recorded.finding.anatomyId, recorded.finding.findingId,
                                        *error,
                                        static_cast<int>(recorded.calibrated.scores.size())});
        calibration.mean += *error;
        if (calibration.findings.size() > 1 && *error <= calibration.worst)
            continue;
        calibration.worst = *error;
        calibration.worstFindingId = recorded.finding.findingId;
    }
    if (calibration.findings.empty())
        return std::nullopt;
    calibration.mean /= static_cast<double>(calibration.findings.size());
    return calibration;
}

} // namespace fovea
