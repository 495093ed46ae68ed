#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"

#include <string>

// Standard C++ only.

namespace fovea {

/// Voxel values of segmentChest(): beyond those of TotalSegmentator's `total`, so that a file
/// without names is never taken for one of its maps.
enum class ChestLabel : std::uint16_t { LungRight = 201, LungLeft, Trachea, Body };

/// Names this way of segmenting, and changes whenever its results may: what was stored under it is
/// what segmentChest() would make again.
std::string chestSegmenterFingerprint();

/// Segments a chest CT by thresholds, regions and shapes, without a network: lung_left, lung_right,
/// trachea (with the bronchi that can be followed) and body (all the rest of the patient, without a
/// table), each named, coloured and in the anatomies of the catalog that ships with the program.
/// HU decide, so the scan may lie in any orientation or patient position, be cropped, and have
/// unequal spacing; what is not aerated (a large effusion or consolidation at the pleura) is not
/// found. Works at about 1.5 mm whatever the voxels are. A few seconds; memory about 25 bytes per
/// voxel of 1.5 mm and the label map itself. See findBody(), findAirway(), findLungs(),
/// claimAir().
///
/// Errors: NoRegion ("lung": there are no lungs in it, or less than 150 ml), Cancelled,
/// OutOfMemory. Reentrant.
Result<LabelMapPtr> segmentChest(const Volume& volume, const Progress& progress);

} // namespace fovea
