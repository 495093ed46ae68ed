#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace fovea {

/// Linear warm-up, then half a cosine down to `last`.
struct LearningRate {
    double peak = 1e-4;
    double first = 1e-6;
    double last = 1e-6;
    std::int64_t warmupSteps = 0;
    std::int64_t totalSteps = 1;

    /// step from 0.
    double at(std::int64_t step) const
    {
        if (step < warmupSteps) {
            const double t = static_cast<double>(step) / static_cast<double>(warmupSteps);
            return first + (peak - first) * t;
        }
        const auto span = static_cast<double>(std::max<std::int64_t>(1, totalSteps - warmupSteps));
        const double t = std::min(1.0, static_cast<double>(step - warmupSteps) / span);
        return last + 0.5 * (peak - last) * (1 + std::cos(std::numbers::pi * t));
    }
};

} // namespace fovea
