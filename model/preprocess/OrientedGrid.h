#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"

#include <array>
#include <cstddef>

namespace fovea {

/// A grid read in the network's order without copying a voxel: axis 0 (D) grows towards superior,
/// axis 1 (H) towards posterior, axis 2 (W) towards the patient's left.
struct OrientedGrid {
    Index3 size{0, 0, 0};                   ///< D, H, W
    std::array<std::ptrdiff_t, 3> stride{}; ///< Steps in the buffer along D, H, W; may be negative.
    std::ptrdiff_t first = 0;               ///< Buffer offset of voxel (0, 0, 0).
    Vec3 spacingMm{1, 1, 1};                ///< Along D, H, W.
    Vec3 originMm{0, 0, 0};                 ///< Patient position of voxel (0, 0, 0).
    std::array<Vec3, 3> axes{};             ///< Patient-space unit vectors along D, H, W.

    std::ptrdiff_t offset(int d, int h, int w) const
    {
        return first + d * stride[0] + h * stride[1] + w * stride[2];
    }
};

/// Whether every index axis lies within `tolerance` (largest difference of a direction cosine) of a
/// patient axis.
bool isAxisAligned(const ImageGeometry& geometry, double tolerance = 1e-3);

/// The reading order of an axis-aligned geometry: a permutation and flips.
OrientedGrid orientedGrid(const ImageGeometry& geometry);

struct AlignedStudy {
    VolumePtr volume;
    LabelMapPtr labels;
};

/// An oblique study on the smallest grid along the patient's axes that holds it, with the spacing
/// of the nearest index axis: HU trilinear (rounded; -1024, air, outside), labels nearest (0
/// outside).
Result<AlignedStudy> alignToPatient(const Volume& volume, const LabelMap& labels,
                                    const Progress& progress);

} // namespace fovea
