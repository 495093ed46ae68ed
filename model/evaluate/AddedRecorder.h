#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/EvaluationParts.h"
#include "model/evaluate/Metrics.h"

#include <cstddef>
#include <vector>

namespace fovea {

/// Collects each finding's score with one pair of prompts, with the model's ensemble, and what is
/// measured of its anatomy, and says what the latter two add.
class AddedRecorder {
public:
    /// Embeds the first positive and negative prompt of each finding. Errors of embedText().
    static Result<AddedRecorder> create(Engine& engine);

    /// `index`: the study's.
    void add(const LabelledStudy& study, const StudyAnalysis& analysis, std::size_t index);

    /// Of the findings with both classes among the odd studies, in catalog order.
    std::vector<AddedMetrics> metrics() const;

private:
    struct Cases {
        ScoredCases single;
        ScoredCases ensemble;
        std::vector<std::vector<double>> features; ///< Logit of the ensemble's score, scalars.
    };
    struct Recorded {
        std::string anatomyId;
        std::string findingId;
        std::vector<float> positive;
        std::vector<float> negative;
        Cases fitted; ///< Even studies.
        Cases tested; ///< Odd ones.
    };
    static AddedMetrics measure(const Recorded& recorded, double ensembleAuc);

    std::vector<Recorded> m_findings;
};

} // namespace fovea
