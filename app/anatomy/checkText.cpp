#include "app/anatomy/checkText.h"

#include <QCoreApplication>
#include <QStringList>

namespace fovea {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(fovea::CheckText)
};

} // namespace

QString checkText(const StructureCheck& check)
{
    QStringList lines;
    if (check.wrongSide)
        lines << CheckText::tr("Left and right may be mixed up: it lies on the other side of its "
                               "counterpart.");
    if (check.outOfOrder)
        lines << CheckText::tr("It lies above or below structures where it should not be.");
    if (check.unlikelyVolume)
        lines << CheckText::tr("Its volume is far from that of any adult.");
    if (check.atBorder)
        lines << CheckText::tr("It reaches the border of the scan: the volume is that of the part "
                               "inside.");
    return lines.join(QLatin1Char('\n'));
}

QString checkMark(const StructureCheck& check)
{
    if (check.isImplausible())
        return QStringLiteral("⚠");
    return check.atBorder ? CheckText::tr("cut") : QString();
}

} // namespace fovea
