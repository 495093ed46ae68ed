#pragma once

namespace fovea {

/// What this process has of memory, as Linux says it (/proc/self/status, proc(5)).
struct ProcessMemory {
    /// Bytes resident now; 0: not known.
    static double resident();
    /// The most since start or since forgetPeak(); 0: not known.
    static double peak();
    /// False where the system does not allow it, so that peak() is that of the whole life.
    static bool forgetPeak();
};

} // namespace fovea
