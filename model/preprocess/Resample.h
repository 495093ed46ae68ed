#pragma once

#include <vector>

namespace fovea {

/// PyTorch's rules for resampling one axis from `in` to `out` samples, in its float32 arithmetic.

/// Truncated: int(count * spacing / reference), at least 1.
int resampledCount(int count, double spacingMm, double referenceMm);

struct LinearSample {
    int low = 0;
    int high = 0;
    float weightHigh = 0.0F; ///< Of `high`; `low` has the rest.
};

/// Linear, align_corners = false, scale = in / out.
std::vector<LinearSample> linearSamples(int in, int out);

/// Legacy "nearest": floor(i * in / out).
std::vector<int> nearestSamples(int in, int out);

} // namespace fovea
