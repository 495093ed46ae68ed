#pragma once

#include <optional>
#include <vector>

// Standard C++ only.

namespace fovea {

/// Scores of one finding over cases and whether each case truly has it; equal lengths.
struct ScoredCases {
    std::vector<double> scores;
    std::vector<bool> positive;
};

/// Area under the ROC curve by ranks, ties counting half (Mann-Whitney). Empty where one of the
/// classes is missing. A score that is not a number counts as 0, as in the CT-RATE evaluation.
std::optional<double> areaUnderRoc(const ScoredCases& cases);

/// The CT-RATE evaluation's operating point: of 100 evenly spaced thresholds in [0, 1], the last
/// of those with the least distance to (FPR 0, TPR 1), where present means score > threshold.
/// Empty where one of the classes is missing. It is picked on the cases it is given.
std::optional<double> operatingThreshold(const ScoredCases& cases);

struct PlattFit {
    double a = 1.0;
    double b = 0.0;
};

/// Platt scaling on the logit of the score, p' = sigmoid(a * logit(score) + b), by maximum
/// likelihood with Platt's smoothed targets ((n+ + 1)/(n+ + 2) and 1/(n- + 2)), which keep it
/// finite where the classes are separable. Scores are clamped to [1e-6, 1 - 1e-6]. Empty where one
/// of the classes is missing or Newton's method does not converge.
std::optional<PlattFit> fitPlatt(const ScoredCases& cases);

} // namespace fovea
