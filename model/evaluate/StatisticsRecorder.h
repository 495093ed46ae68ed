#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/GlobalStatistics.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fovea {

/// Collects the global statistics of each study's regions, for every finding that the model
/// answers. Regions that the label map does not know by the anatomy's id are left out.
class StatisticsRecorder {
public:
    void add(const LabelledStudy& study, const StudyAnalysis& analysis, std::size_t index);

    /// Of the findings that could be measured.
    std::vector<GlobalStatisticMetrics> metrics() const;

private:
    struct Recorded {
        std::string anatomyId;
        std::string findingId;
        std::vector<GlobalStatisticsCase> cases;
    };
    std::vector<Recorded> m_findings;
};

} // namespace fovea
