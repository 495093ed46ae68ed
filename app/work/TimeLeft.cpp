#include "app/work/TimeLeft.h"

#include <algorithm>

namespace fovea {

std::optional<double> TimeLeft::at(double fraction, Clock::time_point now)
{
    if (!m_start) {
        m_start = now;
        m_startFraction = fraction;
        return {};
    }
    const double done = fraction - m_startFraction;
    if (done <= 0.0)
        return {};
    const double seconds = std::chrono::duration<double>(now - *m_start).count();
    return seconds * std::max(1.0 - fraction, 0.0) / done;
}

} // namespace fovea
