#pragma once

#include "model/domain/ImageGeometry.h"

#include <array>
#include <cstddef>

// Standard C++ only.

namespace fovea {

/// A grid read in another order of axes without copying a voxel.
struct ArrayView {
    Index3 size{0, 0, 0};                   ///< Along the view's axes.
    std::array<std::ptrdiff_t, 3> stride{}; ///< Steps in the buffer; may be negative.
    std::ptrdiff_t first = 0;               ///< Buffer offset of (0, 0, 0).
    Vec3 spacingMm{1, 1, 1};

    std::ptrdiff_t offset(int a, int b, int c) const
    {
        return first + a * stride[0] + b * stride[1] + c * stride[2];
    }
    /// Axis n of the result is axis order[n] of this.
    ArrayView transposed(const Index3& order) const;
    /// The box [low, high) of it.
    ArrayView cropped(const Index3& low, const Index3& high) const;
    /// Of a contiguous array of that size, the last axis fastest.
    static ArrayView contiguous(const Index3& size, const Vec3& spacingMm);
};

/// The view of a volume in nibabel's closest canonical orientation: axis 0 grows towards superior,
/// axis 1 towards anterior, axis 2 towards the patient's right. A permutation and flips; an oblique
/// volume stays oblique. Each index axis goes to the patient axis that it follows most, strongest
/// first. Spacing is rounded to float32, as NIfTI headers have it.
ArrayView canonicalView(const ImageGeometry& geometry);

} // namespace fovea
