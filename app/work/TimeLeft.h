#pragma once

#include <chrono>
#include <optional>

// Standard C++ only.

namespace fovea {

/// How long work that reports a fraction will still take, if it goes on as it did so far. What was
/// done before the first report (reading, loading) does not count. Used by one thread at a time.
class TimeLeft {
public:
    using Clock = std::chrono::steady_clock;

    /// `fraction` of the work is done, in [0, 1] and never less than before. Seconds left; empty
    /// until some work was seen being done.
    std::optional<double> at(double fraction, Clock::time_point now = Clock::now());

private:
    std::optional<Clock::time_point> m_start;
    double m_startFraction = 0.0;
};

} // namespace fovea
