#pragma once

#include <c10/util/Exception.h>

#include <algorithm>
#include <cstddef>

namespace fovea {

struct BatchOutcome {
    std::size_t done = 0; ///< Items that were worked on, counted from the first.
    bool shrunk = false;  ///< Memory did not do for the batches asked for.
    bool stopped = false; ///< `work` returned false.
};

/// Works on `count` items in batches: work(first, last) for [first, last), which returns false to
/// stop. A batch that runs out of the device's memory (c10::OutOfMemoryError) is tried again in
/// halves, as are all after it; when a single item does not fit, the outcome says how far it came.
/// Other exceptions pass.
template <typename Work>
BatchOutcome runBatches(std::size_t count, std::size_t largest, const Work& work)
{
    BatchOutcome outcome;
    std::size_t size = std::max<std::size_t>(largest, 1);
    while (outcome.done < count) {
        const std::size_t last = outcome.done + std::min(count - outcome.done, size);
        try {
            if (!work(outcome.done, last)) {
                outcome.stopped = true;
                return outcome;
            }
            outcome.done = last;
        } catch (const c10::OutOfMemoryError&) {
            outcome.shrunk = true;
            if (last - outcome.done == 1)
                return outcome;
            size = (last - outcome.done) / 2;
        }
    }
    return outcome;
}

} // namespace fovea
