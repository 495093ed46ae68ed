#pragma once

namespace fovea {

/// A 95 % confidence interval.
struct Interval {
    double low = 0.0;
    double high = 0.0;
};

} // namespace fovea
