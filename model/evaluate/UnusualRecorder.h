#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/EvaluationParts.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fovea {

/// Collects region embeddings with whether their anatomy truly has any finding, and measures how
/// well being unusual (RegionBank) tells the two apart.
class UnusualRecorder {
public:
    /// `index`: the study's. Even ones make the bank, odd ones the test.
    void add(const LabelledStudy& study, const StudyAnalysis& analysis, std::size_t index);

    /// Of the anatomies that have a bank and both kinds of regions in the test, in the order in
    /// which they were met.
    std::vector<UnusualMetrics> metrics() const;

private:
    struct Recorded {
        std::string anatomyId;
        std::vector<std::vector<float>> bank;
        std::vector<std::vector<float>> tested;
        std::vector<bool> positive;
    };
    std::vector<Recorded> m_anatomies;
};

} // namespace fovea
