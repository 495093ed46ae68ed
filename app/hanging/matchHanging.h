#pragma once

#include "app/hanging/HangingProtocol.h"

#include <optional>
#include <vector>

namespace fovea {

/// What rules are asked about.
struct HangingSubject {
    StudyRecord study;
    SeriesRecord series;
    bool hasPrior = false;
};

/// Every condition that asks for something holds. Reentrant.
bool matches(const HangingCondition& condition, const HangingSubject& subject);

/// The first protocol that matches; empty: none does, and the window stays as it is.
std::optional<std::size_t> firstMatching(const std::vector<HangingProtocol>& protocols,
                                         const HangingSubject& subject);

/// The plane that the slices of a series lie closest to.
SliceOrientation acquiredPlane(const SeriesRecord& series);

} // namespace fovea
