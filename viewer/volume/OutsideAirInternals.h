#pragma once

#include "model/domain/LabelMap.h"
#include "viewer/volume/VolumeImageInternals.h"

namespace fovea {

/// The air that is none of airways and lungs, on a coarse grid, so that theirs can be shown alone.
/// What reaches the edge of an axial slice through nothing denser than fat and foam lies around the
/// patient, and a few millimetres of skin with it; bowel, airways and lungs do not, wherever the
/// scan ends. Where a label map has lungs or trachea, what lies beyond the box around them is not
/// shown either, nor what it calls a part of the gut.
class OutsideAir {
public:
    /// `proxy` as proxyImage() makes it, from the volume that is rendered.
    /// `labels`: null, or on the volume's grid; looked at here alone.
    OutsideAir(const VolumeImage& proxy, const LabelMap* labels);

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
