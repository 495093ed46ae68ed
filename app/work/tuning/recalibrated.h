#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/Evaluation.h"
#include "model/evaluate/SiteCalibration.h"

#include <vector>

// Calibration alone, the cheapest way, where labels come with the studies. No Qt.

namespace fovea {

/// What is said of the findings that `model` answers, study by study.
class LabelledScores {
public:
    explicit LabelledScores(const ModelInfo& model);
    /// The next study, a patient of its own. Findings of which nothing is known do not count.
    void add(const LabelledStudy& study, const StudyAnalysis& analysis);
    const std::vector<FindingCases>& findings() const { return m_findings; }
    std::size_t patients() const { return m_patients; }

private:
    std::vector<FindingCases> m_findings;
    std::size_t m_patients = 0;
};

/// `analyses` as a site that calibrated reads them: the probabilities of calibrated findings are
/// the site's, all else is as it was.
std::vector<StudyAnalysis> recalibrated(std::vector<StudyAnalysis> analyses,
                                        const std::vector<CalibratedFinding>& calibrated);

} // namespace fovea
