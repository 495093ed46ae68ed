#pragma once

#include <algorithm>
#include <chrono>
#include <limits>

namespace fovea {

/// Wall-clock seconds of one run of `work`.
template <typename Work> double secondsOf(const Work& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Of `rounds` runs the fastest: what other work on the machine adds is never negative.
template <typename Work> double fastestOf(int rounds, const Work& work)
{
    double fastest = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round)
        fastest = std::min(fastest, secondsOf(work));
    return fastest;
}

} // namespace fovea
