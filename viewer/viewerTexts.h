#pragma once

#include "viewer/ViewState.h"
#include "viewer/slice/SlicePlane.h"

#include <QString>

namespace fovea {

// Names for people, translated, for menus and for what the views draw.

QString windowPresetName(const WindowPreset& preset);
QString sliceOrientationName(SliceOrientation orientation);
QString volumePresetName(VolumePreset preset);
QString slabModeName(SlabMode mode);
/// "MIP 10 mm".
QString slabText(const Slab& slab);
/// The segmenter's name with spaces for underscores.
QString plainStructureName(const Structure& structure);
/// "L 12.3  P 45.6  S 78.9 mm": which way from the origin, without signs.
QString patientPositionText(const Vec3& positionMm);
/// "S 12.5 mm": where a plane lies along its unit normal `next` (LPS), from the patient's origin.
QString planeDepthText(const Vec3& next, double depthMm);

} // namespace fovea
