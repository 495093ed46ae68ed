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

    /// Looks at the middle of the box (x, y, z ranges in LPS, mm), which fills the picture and lies
    /// in it with every corner, however narrow that is.
    void reset(ViewDirection direction, const std::array<double, 6>& box);
    /// The same from where it looks now.
    void fit(const std::array<double, 6>& box);
    /// The picture has another size: the same part of the patient fills its narrower side.
    void resized();
    void rotate(double azimuthDegrees, double elevationDegrees);
    /// About the patient's long axis through the middle of what is looked at, eastwards seen from
    /// the head: a turntable.
    void spin(double degrees);
    void zoom(double factor);
    /// By device pixels, y down.
    void pan(double dx, double dy);

private:
    std::array<double, 2> size() const; ///< Of the picture, device pixels; at least 1.

    vtkRenderer* m_renderer;
};

} // namespace fovea
