#pragma once

#include <cstdint>

// Standard C++ only.

namespace fovea {

/// The largest resident memory of this process since it was made, as Linux counts it. The process
/// has one such counter: two at a time disturb each other.
class PeakMemory {
public:
    PeakMemory();
    /// Bytes; 0 where the system does not say.
    std::uint64_t bytes() const;
};

} // namespace fovea
