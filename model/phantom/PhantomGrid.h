#pragma once

#include "model/domain/ImageGeometry.h"

namespace fovea {

/// How finely a phantom is sampled. Defaults are those of a clinical chest CT.
struct PhantomGrid {
    Index3 size{512, 512, 150};
    Vec3 spacingMm{0.7, 0.7, 2.0};
};

} // namespace fovea
