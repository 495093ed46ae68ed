#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"

namespace fovea {

/// A study as it would be if one region had nothing inside: what is left of a score then does not
/// come from the region's contents.
struct HomogeneousRegion {
    /// Every voxel of the region has the region's median HU. Not air or zero: a hole where the
    /// heart was would be a finding of its own. Size, shape and surroundings stay, so a finding
    /// that is told by them (an enlarged heart) keeps its score.
    VolumePtr volume;
    /// The label map without the region: against the whole one, Engine::reanalyze() scores this
    /// region alone.
    LabelMapPtr without;
};

/// `labels`: the region's, at least one voxel of which occurs (null pointers otherwise). Copies
/// volume and label map; not for the GUI thread.
HomogeneousRegion homogeneousRegion(const Volume& volume, const LabelMap& map,
                                    const std::vector<std::uint16_t>& labels);

} // namespace fovea
