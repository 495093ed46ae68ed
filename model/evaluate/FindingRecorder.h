#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/Evaluation.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace fovea {

/// Collects what a model says about its findings, study by study, with the truth.
class FindingRecorder {
public:
    /// `index`: the study's, which is its group.
    void add(const LabelledStudy& study, const StudyAnalysis& analysis, std::size_t index);

    /// In the order in which the model first answered them; `studies` were asked about.
    std::vector<FindingCases> cases(std::size_t studies) const;
    /// Of the findings that have calibrated probabilities; empty where none has.
    std::optional<PackageCalibration> packageCalibration() const;

private:
    struct Recorded {
        FindingCases finding;
        ScoredCases calibrated; ///< Cases with a calibrated probability.
    };
    std::vector<Recorded> m_findings;
};

} // namespace fovea
