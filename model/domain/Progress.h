#pragma once

#include <functional>
#include <stop_token>
#include <utility>

namespace fovea {

/// Handed down into long work: asks it to stop, and hears how far it is.
///
/// Work polls cancelled() at least once per slice, file or network window and then returns
/// ErrorCode::Cancelled. The callback runs on the working thread and must be cheap.
class Progress {
public:
    using Callback = std::function<void(double fraction)>;

    Progress() = default;
    explicit Progress(std::stop_token stop, Callback callback = {})
        : m_stop(std::move(stop))
        , m_callback(std::move(callback))
    {
    }

    bool cancelled() const { return m_stop.stop_requested(); }

    /// fraction in [0, 1] of the work this Progress was made for.
    void report(double fraction) const
    {
        if (m_callback)
            m_callback(m_from + (m_to - m_from) * fraction);
    }

    /// The share [from, to] of this work, to hand to a step of it.
    Progress part(double from, double to) const
    {
        Progress p = *this;
        p.m_from = m_from + (m_to - m_from) * from;
        p.m_to = m_from + (m_to - m_from) * to;
        return p;
    }

private:
    std::stop_token m_stop;
    Callback m_callback;
    double m_from = 0.0;
    double m_to = 1.0;
};

} // namespace fovea
