#pragma once

#include "viewer/volume/SurfaceSet.h"

#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <vector>

namespace fovea {

/// What SurfaceSet hides: for the sources of viewer/volume alone.
struct SurfaceSet::Impl {
    struct Surface {
        std::uint16_t label = 0;
        vtkSmartPointer<vtkPolyData> mesh;  ///< Triangles with point normals; LPS, mm.
        vtkSmartPointer<vtkPolyData> draft; ///< Stands in for the mesh, or is it.
        double enclosedMl = 0.0;
    };
    LabelMapPtr labels;
    std::vector<Surface> surfaces;
    std::size_t triangles = 0;
    double triangleMm2 = 0.0;
};

} // namespace fovea
