#pragma once

namespace fovea {

/// Whether TotalSegmentator of this computer is offered, and how it runs.
enum class ExternalUse {
    No,
    Fast, ///< --fast: 3 mm.
    Full  ///< 1.5 mm.
};

} // namespace fovea
