#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/edit/EditTarget.h"
#include "model/edit/LabelPatch.h"

namespace fovea {

// Operations on a whole structure. Each looks at the map and says what would change; nothing is
// changed until the patch is applied. An empty patch means that nothing would change: no voxel of
// the structure is there, no bump to smooth, no gap to fill. Sizes are in mm
// of patient space, so unequal spacing is done right; what lies beyond the volume's border is
// unknown and never counts as background. Memory beyond the patch: a few bytes per voxel of the
// structure's box. Reentrant; seconds for a lung.
//
// Errors of all: BadOption (a size, an axis), Cancelled, OutOfMemory.

inline constexpr double maxOperationMm = 50.0;

/// Takes voxels whose centre lies at most `mm` from that of a voxel of the structure.
Result<LabelPatch> growStructure(const LabelMap& map, const EditTarget& target, double mm,
                                 const Progress& progress);

/// Makes background of voxels whose centre lies at most `mm` from that of a voxel that is not the
/// structure's.
Result<LabelPatch> shrinkStructure(const LabelMap& map, const EditTarget& target, double mm,
                                   const Progress& progress);

/// Gaussian of the structure's mask with a standard deviation of `sigmaMm`, cut at one half: bumps
/// and dents smaller than about that go, flat surfaces stay where they are, a surface of
/// radius r moves in by sigma^2 / r, and a thin sheet or vessel may vanish.
Result<LabelPatch> smoothStructure(const LabelMap& map, const EditTarget& target, double sigmaMm,
                                   const Progress& progress);

/// Makes background of all parts of the structure but the largest; voxels that share a face belong
/// together. Of two equally large parts the one that comes first in memory stays.
Result<LabelPatch> keepLargestIsland(const LabelMap& map, const EditTarget& target,
                                     const Progress& progress);

/// Shape-based interpolation by signed distance (Raya and Udupa, IEEE TMI 9, 1990): slices across
/// grid axis `axis` that have no voxel of the structure, between two that have, are filled with
/// what lies on the inner side of the distance-weighted mean of the two outlines' signed distances.
/// Outlines that do not overlap when laid over each other taper towards a gap between them.
Result<LabelPatch> fillBetweenSlices(const LabelMap& map, const EditTarget& target, int axis,
                                     const Progress& progress);

} // namespace fovea
