#pragma once

#include "model/domain/ImageGeometry.h"
#include "viewer/volume/ViewDirection.h"

#include <vtkRenderer.h>

#include <array>

namespace fovea {

/// How the camera of a renderer moves; angles in degrees, factors above 1 come closer.
class SceneCamera {
public:
    explicit SceneCamera(vtkRenderer* renderer);

    /// Looks at the middle of the box (x, y, z ranges in LPS, mm), which fills the picture.
    void reset(ViewDirection direction, const std::array<double, 6>& box);
    void rotate(double azimuthDegrees, double elevationDegrees);
    /// About the patient's long axis through the middle of what is looked at, eastwards seen from
    /// the head: a turntable.
    void spin(double degrees);
    void zoom(double factor);
    /// By device pixels, y down.
    void pan(double dx, double dy);

private:
    vtkRenderer* m_renderer;
};

} // namespace fovea
