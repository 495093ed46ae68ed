#pragma once

#include <cstdint>
#include <optional>

namespace fovea {

/// Which studies the numbers of an archive are taken from.
struct StudyFilter {
    std::int64_t except = 0; ///< The study that is left out; 0: none.
    /// Synthetic chests alone (PhantomStudies.h), or all studies but those; empty: both.
    std::optional<bool> phantoms{};
};

} // namespace fovea
