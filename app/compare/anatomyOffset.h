#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"

#include <optional>

namespace fovea {

/// How far the same anatomy lies apart in two series.
struct AnatomyOffset {
    Vec3 mm{0, 0, 0};    ///< To be added to a position of the first; patient LPS.
    int structures = 0;  ///< Told from so many; at least 1.
    double spreadMm = 0; ///< Median distance of the single structures' offsets from `mm`.
};

/// From the centres of mass of the structures that both maps name alike: the median of their
/// differences along each patient axis, so that a few structures that moved (a full bladder, a lung
/// that breathed in) do not count. Structures that the edge of a volume cuts and those whose volume
/// changed by more than half are left out: their centres are not of the same anatomy. Empty where
/// none is left, or on cancellation.
///
/// Looks at every voxel of both maps; not for the GUI thread.
std::optional<AnatomyOffset> anatomyOffset(const LabelMap& first, const LabelMap& second,
                                           const Progress& progress = {});

} // namespace fovea
