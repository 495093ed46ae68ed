#pragma once

#include "model/domain/LabelMap.h"
#include "viewer/volume/SurfaceSet.h"

#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

namespace fovea {

/// A surface as it comes out of the label map.
struct ExtractedSurface {
    vtkSmartPointer<vtkPolyData> mesh; ///< Smoothed, wound outwards, with normals; null: none.
    double enclosedMl = 0.0;
};

/// The surface of one structure in patient space (LPS, mm). Any thread; throws std::bad_alloc.
ExtractedSurface extractSurface(const LabelMap& labels, const Structure& structure,
                                const SurfaceOptions& options);

} // namespace fovea
