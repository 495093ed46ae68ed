#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>

namespace fovea {

/// Lets the event loop run until `condition` holds; false after two minutes, which only a hang
/// takes.
template <typename Condition> bool waitFor(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 120'000)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    return true;
}

} // namespace fovea
