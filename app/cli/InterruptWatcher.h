#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace fovea {

/// Turns SIGINT and SIGTERM into a stop request. Nothing runs inside a signal handler: the signals
/// are blocked and a thread waits for them. A second signal ends the process at once, for work that
/// does not poll.
///
/// Make it in main() before any other thread, so that all threads inherit the blocked signals.
class InterruptWatcher {
public:
    InterruptWatcher();
    ~InterruptWatcher();
    InterruptWatcher(const InterruptWatcher&) = delete;
    InterruptWatcher& operator=(const InterruptWatcher&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    void wait();

    sigset_t m_signals{};
    std::stop_source m_stop;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

} // namespace fovea
