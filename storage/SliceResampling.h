#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace fovea {

/// Parallel slices of one matrix that are no regular grid as they lie: shifted against each other
/// within their planes (the gantry was tilted), or at uneven distances. Where each one is comes
/// from Image Position (Patient), never from the tilt that a header states.
struct SliceResampling {
    struct Slice {
        double heightMm = 0; ///< Along the normal, from the lowest slice.
        /// Of its first pixel against that of the lowest slice: along rows, then down columns.
        std::array<double, 2> shiftMm{0, 0};
        bool gapAbove = false; ///< Slices are missing between this one and the next.
    };

    int columns = 0; ///< Of a slice.
    int rows = 0;
    std::vector<Slice> slices; ///< Ascending.
    /// The grid that they are resampled to: planes parallel to the slices and at their pixel
    /// spacing, orthogonal to the normal, large enough for all of every slice, pixel centres where
    /// those of the lowest slice are.
    ImageGeometry geometry;
    /// Whole pixels of the grid before the first pixel of the lowest slice: columns, rows.
    std::array<int, 2> before{0, 0};
};

/// Lays out the grid for slices whose places are known: `step` mm apart, `count` planes. `lowest`
/// has origin, axes and pixel spacing of the lowest slice; its third axis is the normal.
SliceResampling layOut(const ImageGeometry& lowest, std::vector<SliceResampling::Slice> slices,
                       double step, int count);

/// Resamples. `from` has the slices one after the other, HU, row by row; `to` has the voxels of
/// resampling.geometry. What a voxel is then:
/// - in its plane, the bilinear mean of four pixels of a slice (where the shift is a whole number
/// of
///   pixels: the pixel itself);
/// - along the normal, the pixel of a slice no more than a tenth of the gap away, else the linear
///   mean of the slices below and above;
/// - -1024 where a pixel that it takes is outside its slice, and between slices where some are
/// missing. HU are rounded to nearest. Fine structures are thus a little softer than in the slices,
/// at most by half a pixel's neighbours; positions in the patient are exact. Errors: Cancelled,
/// polled by plane.
Status resample(const SliceResampling& resampling, std::span<const std::int16_t> from,
                std::span<std::int16_t> to, const Progress& progress);

} // namespace fovea
