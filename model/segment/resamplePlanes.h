#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/segment/AxisSampling.h"

#include <functional>

// Standard C++ only.

namespace fovea {

/// What becomes of values beyond those of the input, which cubic splines make.
enum class Overshoot {
    Keep,        ///< scipy.ndimage.zoom
    ClipToPlane, ///< skimage.transform.resize, plane by plane; needs order 0 across planes.
    ClipToAll    ///< skimage.transform.resize of the whole
};

/// Resamples a three-dimensional array of any layout: `readPlane(p, plane)` fills one input plane
/// (rows.in() × columns.in(), row-major), `writePlane(p, plane)` takes one output plane. Both are
/// called from several threads at once, for different planes and in any order, and must not throw.
/// With order 3 across planes all planes are held in double precision at their output size in
/// plane; otherwise nothing is held. Cancelled, OutOfMemory.
Status resamplePlanes(const AxisSampling& planes, const AxisSampling& rows,
                      const AxisSampling& columns, Overshoot overshoot,
                      const std::function<void(int plane, double* values)>& readPlane,
                      const std::function<void(int plane, const double* values)>& writePlane,
                      const Progress& progress);

} // namespace fovea
