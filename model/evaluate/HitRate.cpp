#include "model/evaluate/HitRate.h"

#include <algorithm>
#include <cmath>

namespace fovea {

double HitRate::rate() const
{
    return count == 0 ? 0.0 : static_cast<double>(hits) / count;
}

Interval HitRate::interval() const
{
    if (count == 0)
        return {0.0, 1.0};
    constexpr double z = 1.959963984540054; // of the standard normal at 0.975
    const double n = count;
    const double p = rate();
    const double centre = p + z * z / (2.0 * n);
    const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n));
    const double scale = 1.0 + z * z / n;
    return {std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

} // namespace fovea
