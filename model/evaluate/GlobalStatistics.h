#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a finding's presence gives away without looking: how far a single number about the whole
// region goes. A model that does not clearly beat it has not been shown to see the finding.
// Standard C++ only.

namespace fovea {

enum class GlobalStatistic { Mean, StandardDeviation, Percentile5, Percentile95, Volume };
inline constexpr std::size_t GlobalStatisticCount = 5;

/// By GlobalStatistic: HU for the first four (population standard deviation; percentiles between
/// the two nearest values as numpy.percentile), millilitres.
using GlobalStatistics = std::array<double, GlobalStatisticCount>;

/// Of an anatomy's voxels on the volume's own grid, which the label map shares. Empty where the
/// label map does not have the anatomy.
std::optional<GlobalStatistics> globalStatistics(const Volume& volume, const LabelMap& labels,
                                                 std::string_view anatomyId);

struct GlobalStatisticsCase {
    std::size_t study = 0; ///< Index of the study (patient).
    GlobalStatistics statistics{};
    bool positive = false;
};

struct GlobalStatisticMetrics {
    std::string anatomyId; ///< For the caller to fill in, as findingId.
    std::string findingId;
    GlobalStatistic statistic = GlobalStatistic::Mean; ///< The best on the fitting half.
    bool presentIsHigher = true;                       ///< Its direction there.
    double fittedAuc = 0.5;    ///< On the fitting half, in that direction: at least 0.5.
    std::optional<double> auc; ///< On the other half; empty where it lacks one of the classes.
    int positives = 0;         ///< Of the other half.
    int negatives = 0;
};

/// Picks statistic and direction by AUC on the studies with an even index and measures them on
/// those with an odd one. Empty where the even half lacks one of the classes.
std::optional<GlobalStatisticMetrics>
measureGlobalStatistics(const std::vector<GlobalStatisticsCase>& cases);

} // namespace fovea
