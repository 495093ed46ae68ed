#pragma once

#include <cstdint>

namespace fovea {

/// How many slices a turn of the wheel scrolls: one a notch when turned slowly, more when the
/// notches follow each other quickly, so that a long series is crossed in a few turns.
class WheelSpeed {
public:
    /// Slices for `delta` (eighths of a degree, 120 a notch, either sign) at `timeMs` of any clock;
    /// 0: the time is not known, and nothing is sped up. Parts of a notch add up; turning back
    /// answers at once and slowly.
    int slices(int delta, std::uint64_t timeMs);

private:
    int m_rest = 0; ///< Of touchpads and fine wheels, which turn by less than a notch.
    int m_direction = 0;
    std::uint64_t m_lastMs = 0; ///< Of the last whole notch.
    double m_notchesPerSecond = 0;
};

} // namespace fovea
