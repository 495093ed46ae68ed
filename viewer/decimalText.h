#pragma once

#include <QString>

namespace fovea {

/// A number as the reader's language writes it ("12,3" in German), with so many decimals, without
/// thousands' separators, and never "-0".
QString decimalText(double value, int decimals);

} // namespace fovea
