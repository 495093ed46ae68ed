#include "viewer/measure/measureTexts.h"

#include "viewer/decimalText.h"

#include <QCoreApplication>

#include <cmath>

namespace fovea {

namespace {

struct MeasureTexts {
    Q_DECLARE_TR_FUNCTIONS(fovea::MeasureTexts)
};

} // namespace

QString measureKindName(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Length:
        return MeasureTexts::tr("Length");
    case MeasureKind::Angle:
        return MeasureTexts::tr("Angle");
    case MeasureKind::Ellipse:
        return MeasureTexts::tr("Ellipse");
    case MeasureKind::Polygon:
        return MeasureTexts::tr("Polygon");
    case MeasureKind::Probe:
        return MeasureTexts::tr("Point");
    case MeasureKind::Arrow:
        return MeasureTexts::tr("Arrow");
    case MeasureKind::Text:
        return MeasureTexts::tr("Text");
    }
    return {};
}

QString areaText(double areaMm2)
{
    return areaMm2 < 100 ? MeasureTexts::tr("%1 mm²").arg(decimalText(areaMm2, 1))
                         : MeasureTexts::tr("%1 cm²").arg(decimalText(areaMm2 / 100, 2));
}

QStringList measureValueLines(MeasureKind kind, const MeasureValues& values)
{
    QStringList lines;
    if (values.lengthMm)
        lines << MeasureTexts::tr("%1 mm").arg(decimalText(*values.lengthMm, 1));
    if (values.angleDegrees)
        lines << MeasureTexts::tr("%1°").arg(decimalText(*values.angleDegrees, 1));
    if (values.areaMm2)
        lines << areaText(*values.areaMm2);
    if (values.pixels) {
        lines << MeasureTexts::tr("Mean %1 HU   SD %2")
                     .arg(decimalText(values.pixels->meanHu, 1),
                          decimalText(values.pixels->sdHu, 1))
              << MeasureTexts::tr("Min %1   Max %2 HU")
                     .arg(decimalText(values.pixels->minHu, 0),
                          decimalText(values.pixels->maxHu, 0));
    } else if (values.areaMm2) {
        lines << MeasureTexts::tr("No pixel inside");
    }
    if (values.crossesItself)
        lines << MeasureTexts::tr("The outline crosses itself");
    if (kind == MeasureKind::Probe)
        lines << (values.hu ? MeasureTexts::tr("%1 HU").arg(*values.hu)
                            : MeasureTexts::tr("Outside the image"));
    return lines;
}

} // namespace fovea
