#pragma once

#include "model/domain/Measure.h"
#include "model/domain/MeasureValues.h"

#include <QString>
#include <QStringList>

namespace fovea {

// Words of measures, translated, for the slices, the panel and copies as text.

QString measureKindName(MeasureKind kind);
/// "3.42 cm²"; below 1 cm² "87.5 mm²".
QString areaText(double areaMm2);
/// Lines such as "12.3 mm", "45.0°" or "Mean -812 HU   SD 43". Empty for arrow and text.
QStringList measureValueLines(MeasureKind kind, const MeasureValues& values);

} // namespace fovea
