#include "app/cli/InterruptWatcher.h"

#include <pthread.h>
#include <unistd.h>

namespace fovea {

InterruptWatcher::InterruptWatcher()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_thread = std::thread([this] { wait(); });
}

InterruptWatcher::~InterruptWatcher()
{
    m_done = true;
    // Wakes the thread out of sigwait; the signal is blocked and ends nothing.
    // NOLINTNEXTLINE(bugprone-bad-signal-to-kill-thread)
    pthread_kill(m_thread.native_handle(), SIGTERM);
    m_thread.join();
    pthread_sigmask(SIG_UNBLOCK, &m_signals, nullptr);
}

void InterruptWatcher::wait()
{
    while (true) {
        int signal = 0;
        if (sigwait(&m_signals, &signal) != 0 || m_done)
            return;
        // The exit code that shells give for a signal's death.
        if (!m_stop.request_stop())
            ::_exit(128 + signal);
    }
}

} // namespace fovea
