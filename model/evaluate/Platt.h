#pragma once

#include "model/evaluate/Metrics.h"

#include <optional>

namespace fovea {

struct PlattFit {
    double a = 1.0;
    double b = 0.0;

    /// sigmoid(a * logit(score) + b); the score is clamped to [1e-6, 1 - 1e-6].
    double calibrated(double score) const;
};

/// Platt scaling on the logit of the score, p' = sigmoid(a * logit(score) + b), by maximum
/// likelihood with Platt's smoothed targets ((n+ + 1)/(n+ + 2) and 1/(n- + 2)), which keep it
/// finite where the classes are separable. Scores are clamped to [1e-6, 1 - 1e-6]; cases without
/// one (NaN) are left out. Empty where one of the classes is missing or Newton's method does not
/// converge.
std::optional<PlattFit> fitPlatt(const ScoredCases& cases);

} // namespace fovea
