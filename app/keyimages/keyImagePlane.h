#pragma once

#include "storage/ReadingRecords.h"
#include "viewer/slice/SlicePlane.h"

namespace fovea {

inline KeyImagePlane planeOf(SliceOrientation orientation)
{
    switch (orientation) {
    case SliceOrientation::Axial:
        return KeyImagePlane::Axial;
    case SliceOrientation::Coronal:
        return KeyImagePlane::Coronal;
    case SliceOrientation::Sagittal:
        break;
    }
    return KeyImagePlane::Sagittal;
}

inline SliceOrientation orientationOf(KeyImagePlane plane)
{
    switch (plane) {
    case KeyImagePlane::Axial:
        return SliceOrientation::Axial;
    case KeyImagePlane::Coronal:
        return SliceOrientation::Coronal;
    case KeyImagePlane::Sagittal:
        break;
    }
    return SliceOrientation::Sagittal;
}

} // namespace fovea
