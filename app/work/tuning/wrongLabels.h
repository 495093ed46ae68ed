#pragma once

#include "model/engine/Engine.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// A finding whose labels can be turned around, and what reports then say.
struct TurnedFinding {
    std::string anatomyId;
    std::string findingId;
    std::vector<std::string> positive; ///< At least one.
    std::vector<std::string> negative; ///< Likewise.
};

/// `source` as if those who labelled it had often been wrong: each of `findings` is turned around
/// in each study with probability `share`, in labels and in reports alike (their regions' text is
/// then made of single sentences). The same for the same seed and study. What the images show stays
/// true, so that no learning can tell but by what most studies have in common.
StudySource withWrongLabels(StudySource source, std::vector<TurnedFinding> findings, double share,
                            std::uint64_t seed);

} // namespace fovea
