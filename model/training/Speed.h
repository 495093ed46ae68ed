#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace fovea {

/// Exponential moving averages of how long steps take and how many samples they learn from, each
/// new step counting for a twentieth.
class Speed {
public:
    static constexpr double NewShare = 0.05;

    /// A step with all that belongs to it, validation too.
    void step(double seconds) { average(m_stepSeconds, seconds); }
    /// What a network learnt from in these seconds.
    void samples(std::size_t count, double seconds)
    {
        if (seconds > 0)
            average(m_samplesPerSecond, static_cast<double>(count) / seconds);
    }

    double samplesPerSecond() const { return m_samplesPerSecond.value_or(0); }
    /// Empty before the first step.
    std::optional<double> secondsFor(std::int64_t steps) const
    {
        return m_stepSeconds ? std::optional(*m_stepSeconds * static_cast<double>(steps))
                             : std::nullopt;
    }

private:
    static void average(std::optional<double>& mean, double value)
    {
        mean = mean ? *mean + NewShare * (value - *mean) : value;
    }
    std::optional<double> m_stepSeconds;
    std::optional<double> m_samplesPerSecond;
};

} // namespace fovea
