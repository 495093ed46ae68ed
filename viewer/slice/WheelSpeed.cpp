#include "viewer/slice/WheelSpeed.h"

#include <algorithm>
#include <cstdlib>

namespace fovea {

namespace {

constexpr int notch = 120;
/// Up to here a person picks slices one by one.
constexpr double slowest = 12;
constexpr double slicesPerRate = 1.0 / 8;
constexpr int mostPerNotch = 5;

} // namespace

int WheelSpeed::slices(int delta, std::uint64_t timeMs)
{
    const int direction = delta > 0 ? 1 : -1;
    if (direction != m_direction) {
        m_direction = direction;
        m_rest = 0;
        m_lastMs = 0;
        m_notchesPerSecond = 0;
    }
    m_rest += delta;
    const int notches = m_rest / notch;
    m_rest -= notches * notch;
    if (notches == 0)
        return 0;
    if (timeMs == 0 || m_lastMs == 0 || timeMs < m_lastMs || timeMs - m_lastMs > 300) {
        m_notchesPerSecond = 0;
    } else {
        const double seconds =
            static_cast<double>(std::max<std::uint64_t>(timeMs - m_lastMs, 4)) / 1000;
        // Half the old rate: two notches that happen to arrive together are no fast turn yet.
        m_notchesPerSecond =
            (m_notchesPerSecond + std::min(std::abs(notches) / seconds, 100.0)) / 2;
    }
    m_lastMs = timeMs;
    const double more = std::max(0.0, m_notchesPerSecond - slowest) * slicesPerRate;
    return notches * std::min(1 + static_cast<int>(more), mostPerNotch);
}

} // namespace fovea
