#pragma once

#include "model/evaluate/Metrics.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fovea {

/// A score that is not a number counts as 0, as in the CT-RATE evaluation.
double scoreOrZero(double score);

/// Cases sorted by score once, so that the area under the ROC curve and the counts at a threshold
/// of any weighting of them (a bootstrap resample) cost one pass.
///
/// A weighting has one weight per group (patient or study), which all cases of the group share.
class RankedCases {
public:
    /// Each case is a group of its own.
    explicit RankedCases(const ScoredCases& cases);
    /// `groups` says the group of each case.
    RankedCases(const ScoredCases& cases, const std::vector<std::uint32_t>& groups);

    /// With every case once. Empty where one of the classes is missing.
    std::optional<double> areaUnderRoc() const;
    /// `weights` by group. Empty where one of the classes has no weight.
    std::optional<double> areaUnderRoc(const std::vector<std::uint32_t>& weights) const;

    /// Present means score > threshold.
    ConfusionCounts confusionAt(double threshold, const std::vector<std::uint32_t>& weights) const;

private:
    struct Case {
        double score;
        std::uint32_t group;
        bool positive;
    };

    template <typename WeightOf> std::optional<double> weightedArea(WeightOf weightOf) const;

    std::vector<Case> m_cases; ///< By rising score.
};

} // namespace fovea
