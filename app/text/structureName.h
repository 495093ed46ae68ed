#pragma once

#include "model/domain/LabelMap.h"

#include <QString>

namespace fovea {

/// What a structure of a label map is called in the user's language: the names that
/// TotalSegmentator gives (and DICOM segmentations made of it), and those of catalogued anatomies.
/// Any other name, such as one that a reader typed, stays as it is, with spaces for underscores.
QString structureName(const Structure& structure);

} // namespace fovea
