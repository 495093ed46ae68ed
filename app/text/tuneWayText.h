#pragma once

#include "model/engine/TuneWay.h"

#include <QString>

#include <cstdint>

namespace fovea {

/// What a way of tuning is called, and what of the model it can change.
QString tuneWayName(TuneWay way);
QString tuneWayChange(TuneWay way);

/// Of memory or a disk: "1.2 GB".
QString bytesText(std::uint64_t bytes);

} // namespace fovea
