#pragma once

#include <QString>

namespace fovea {

/// "1 h 05 min", "12 min", "40 s".
QString durationText(double seconds);

} // namespace fovea
