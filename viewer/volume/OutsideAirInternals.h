#pragma once

#include "viewer/volume/VolumeImageInternals.h"

namespace fovea {

/// The air around the patient on a coarse grid, so that the air inside can be shown alone. What
/// reaches the edge of an axial slice through nothing denser than fat and foam lies outside, and a
/// few millimetres of skin with it; bowel, airways and lungs do not, wherever the scan ends.
class OutsideAir {
public:
    /// `proxy` as proxyImage() makes it, from the volume that is rendered.
    explicit OutsideAir(const VolumeImage& proxy);

    /// 255 where something may be shown, 0 outside: what vtkGPUVolumeRayCastMapper takes for a
    /// binary mask of the volume, whatever its resolution.
    vtkImageData* mask() const { return m_mask; }
    /// False beyond the grid.
    bool contains(const Vec3& positionMm) const;

private:
    vtkSmartPointer<vtkImageData> m_mask;
    vtkSmartPointer<vtkMatrix4x4> m_fromPatient;
};

} // namespace fovea
