#pragma once

#include "model/domain/Volume.h"

#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkSmartPointer.h>

namespace fovea {

/// A Volume as VTK's volume mappers want it: an axis-aligned image at the origin with its spacing,
/// and the rotation and shift into the patient (LPS, mm), which is never a mirror image: mappers
/// cull the wrong faces under one.
struct VolumeImage {
    vtkSmartPointer<vtkImageData> image; ///< int16 HU.
    vtkSmartPointer<vtkMatrix4x4> toPatient;
};

/// Looks at the volume's own buffer, which the caller keeps alive. Copies only a volume on
/// left-handed axes, turning its slices round.
VolumeImage wholeImage(const VolumePtr& volume);

/// A copy of every n-th voxel such that no side exceeds `maxSide` voxels.
VolumeImage proxyImage(const VolumePtr& volume, int maxSide);

} // namespace fovea
