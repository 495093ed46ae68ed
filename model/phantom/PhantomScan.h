#pragma once

#include "model/phantom/PhantomGrid.h"

#include <cstdint>

namespace fovea {

/// How finely a scan is to be reconstructed at most.
struct ScanDetail {
    int matrix = 512;             ///< Rows and columns.
    double thinnestSliceMm = 0.6; ///< Thinner protocols are reconstructed at this.
};

/// Coarse enough to draw thousands: what training and evaluation use unless told otherwise.
inline constexpr ScanDetail TrainingDetail{192, 2.5};

/// Draws a protocol: field of view 310 to 420 mm (pixels of 0.6 to 0.82 mm at 512 x 512), slices of
/// 0.6 to 5 mm without gaps, from the lower neck to the upper abdomen. Deterministic for the seed;
/// the same seed at another detail is the same protocol.
PhantomGrid sampleScan(std::uint64_t seed, const ScanDetail& detail = {});

} // namespace fovea
