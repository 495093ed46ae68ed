#pragma once

#include "model/evaluate/Evaluation.h"
#include "model/evaluate/RankedCases.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fovea {

/// The number behind every Estimate, in one order.
constexpr std::size_t OperatingMetricCount = 6;

/// Members of OperatingMetrics and the formula of each, in declaration order.
struct OperatingFormula {
    Estimate OperatingMetrics::* member;
    double (*formula)(const ConfusionCounts&);
};
extern const OperatingFormula OperatingFormulas[OperatingMetricCount];

/// Percentiles 2.5 and 97.5 of `values`, which it sorts; empty where there are fewer than half of
/// `resamples`.
std::optional<Interval> sampleInterval(std::vector<double>& values, int resamples);

/// Gives the findings of `evaluation` that have an AUC, and its means, their intervals.
///
/// `ranked[i]` has the cases of evaluation.findings[i], with groups in [0, groupCount). Each
/// resample draws groupCount groups with replacement, the same for all findings. Errors: Cancelled.
Status addIntervals(Evaluation& evaluation, const std::vector<RankedCases>& ranked,
                    std::size_t groupCount, int resamples, std::uint64_t seed,
                    const Progress& progress);

} // namespace fovea
