#pragma once

#include "model/domain/Anatomy.h"
#include "viewer/slice/SlicePlane.h"

namespace fovea {

/// The colour that stands for a plane: of its mark, and of its line in the other views.
constexpr Rgb planeRgb(SliceOrientation orientation)
{
    switch (orientation) {
    case SliceOrientation::Axial:
        return {232, 96, 76};
    case SliceOrientation::Coronal:
        return {86, 180, 110};
    case SliceOrientation::Sagittal:
        break;
    }
    return {230, 200, 80};
}

} // namespace fovea
