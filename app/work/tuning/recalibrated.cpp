#include "app/work/tuning/recalibrated.h"

#include "model/evaluate/Platt.h"
#include "model/evaluate/truth.h"

#include <algorithm>

namespace fovea {

LabelledScores::LabelledScores(const ModelInfo& model)
{
    for (const ModelFinding& finding : model.findings)
        m_findings.push_back({finding.anatomyId, finding.findingId, {}, {}, 0});
}

void LabelledScores::add(const LabelledStudy& study, const StudyAnalysis& analysis)
{
    for (FindingCases& cases : m_findings) {
        const auto present = knownFinding(study, cases.anatomyId, cases.findingId);
        if (!present)
            continue;
        const auto found = std::ranges::find_if(analysis.findings, [&](const Finding& one) {
            return one.anatomyId == cases.anatomyId && one.findingId == cases.findingId;
        });
        if (found == analysis.findings.end()) {
            ++cases.unscored;
            continue;
        }
        cases.cases.scores.push_back(found->score);
        cases.cases.positive.push_back(*present);
        cases.groups.push_back(static_cast<std::uint32_t>(m_patients));
    }
    ++m_patients;
}

std::vector<StudyAnalysis> recalibrated(std::vector<StudyAnalysis> analyses,
                                        const std::vector<CalibratedFinding>& calibrated)
{
    for (StudyAnalysis& analysis : analyses) {
        for (Finding& finding : analysis.findings) {
            const auto own =
                std::ranges::find(calibrated, FindingKey{finding.anatomyId, finding.findingId},
                                  &CalibratedFinding::key);
            if (own == calibrated.end() || own->outcome != CalibratedFinding::Outcome::Calibrated)
                continue;
            finding.calibrated =
                PlattFit{own->reference.a, own->reference.b}.calibrated(finding.score);
            finding.threshold = own->reference.threshold;
        }
    }
    return analyses;
}

} // namespace fovea
