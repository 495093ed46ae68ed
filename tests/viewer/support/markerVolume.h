#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"

#include <string>
#include <vector>

namespace fovea::test {

/// A way a grid can lie in the patient.
struct GridCase {
    std::string name;
    ImageGeometry geometry;
};

/// The same 40 x 48 x 36 voxels (spacing 1.5, 1.25, 2 mm) lying straight, with axes flipped and
/// permuted, left-handed, and turned by 20 degrees about two axes.
std::vector<GridCase> gridCases();

/// Air with one voxel block of 1000 HU: `reach` voxels each way around `at`.
VolumePtr markerVolume(const ImageGeometry& geometry, Index3 at, int reach);

/// The block as a structure with this label.
LabelMapPtr markerLabels(const ImageGeometry& geometry, Index3 at, int reach, std::uint16_t label,
                         const std::string& anatomyId);

} // namespace fovea::test
