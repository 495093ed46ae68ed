#pragma once

#include "model/domain/Progress.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

// Standard C++ only.

namespace fovea {

/// Threads that parallelRows() uses for so many rows; memory-bound work gains nothing from more
/// than 8.
inline int rowThreads(int count)
{
    const int processors = static_cast<int>(std::thread::hardware_concurrency());
    return std::clamp(std::min(processors, count), 1, 8);
}

/// Calls work(thread, row) for every row of [0, count), on the calling thread and helpers, in any
/// order; `thread` in [0, rowThreads(count)) says whose scratch memory to use. False when cancelled
/// in between. `work` must not throw. Progress is reported by the calling thread.
template <typename Work> bool parallelRows(int count, const Progress& progress, const Work& work)
{
    std::atomic<int> next{0};
    std::atomic<bool> stopped{false};
    const auto run = [&](int thread) {
        while (!stopped) {
            const int row = next++;
            if (row >= count)
                return;
            if (progress.cancelled()) {
                stopped = true;
                return;
            }
            work(thread, row);
            if (thread == 0)
                progress.report(static_cast<double>(row + 1) / count);
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int thread = 1; thread < rowThreads(count); ++thread)
            helpers.emplace_back(run, thread);
        run(0);
    }
    return !stopped;
}

} // namespace fovea
