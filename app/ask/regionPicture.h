#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"

#include <QImage>

#include <string>

namespace fovea {

/// A square axial picture through the middle of an anatomy, with its outline: patient's right on
/// the left, as slices are shown. Soft tissue window (level 40, width 400 HU), or lung window
/// (-600, 1500) where the anatomy is mostly air. Null where the label map does not have the
/// anatomy. `side` in pixels. Reentrant; tens of milliseconds.
QImage regionPicture(const Volume& volume, const LabelMap& labels, const std::string& anatomyId,
                     int side);

} // namespace fovea
