#pragma once

#include "model/evaluate/Interval.h"
#include "model/evaluate/Metrics.h"

#include <vector>

namespace fovea {

/// One bin of a reliability diagram.
struct ReliabilityBin {
    double low = 0.0;  ///< Scores from here
    double high = 0.0; ///< to here (the last bin includes it).
    int cases = 0;
    double meanScore = 0.0;
    double observed = 0.0; ///< Share of positive cases.
    Interval interval;     ///< Of `observed`: Wilson, 95 %.
};

/// Over `bins` bins of equal width; those without a case are left out. Cases without a score (NaN)
/// do not count.
std::vector<ReliabilityBin> reliabilityBins(const ScoredCases& cases, int bins = 10);

} // namespace fovea
