#pragma once

#include "model/domain/LabelMap.h"
#include "viewer/volume/VolumeCrop.h"

#include <optional>
#include <span>

namespace fovea {

/// Around an anatomy that is cropped to, unless the reader says otherwise.
inline constexpr double standardCropMarginMm = 10;

/// The box around all of the structures, with a margin, inside the grid; empty where the map has
/// none of them.
std::optional<PatientBox> boxAroundLabels(const LabelMap& map,
                                          std::span<const std::uint16_t> labels, double marginMm);

} // namespace fovea
