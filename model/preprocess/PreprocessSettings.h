#pragma once

#include "model/domain/ImageGeometry.h"

#include <string>

namespace fovea {

/// How a CT becomes the network's input. The defaults are the released CT-RATE pipeline's (steps 4
/// to 9 of its data preparation and evaluation scripts). Sizes and margins are voxels of the
/// resampled grid, along D (inferior to superior), H (anterior to posterior), W (right to left).
struct PreprocessSettings {
    Vec3 spacingMm{3, 1, 1};  ///< Of the resampled grid, along D, H, W.
    double windowLow = -1150; ///< HU that becomes 0.
    double windowHigh = 350;  ///< HU that becomes 1; both ends are clipped.
    /// Kept around the box of all labelled voxels: before its first and after its last voxel. The
    /// reference's exclusive upper bound makes them uneven.
    Index3 marginLow{5, 20, 20};
    Index3 marginHigh{4, 19, 19};
    Index3 minimumSize{112, 256, 352}; ///< Smaller crops are padded evenly with 0 (windowLow).
    /// Window of one anatomy, unless the anatomy is larger.
    Index3 roi{112, 288, 352};

    /// What keeps these numbers from describing a preprocessing; empty if nothing does.
    std::string problem() const;

    bool operator==(const PreprocessSettings&) const = default;
};

} // namespace fovea
