#include "app/anatomy/checkText.h"

#include "app/Icons.h"
#include "app/text/structureName.h"

#include <QCoreApplication>
#include <QLocale>
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
    if (check.unsure)
        lines << CheckText::tr("The network was unsure of it.");
    if (check.atBorder)
        lines << CheckText::tr("It reaches the border of the scan: the volume is that of the part "
                               "inside.");
    return lines.join(QLatin1Char('\n'));
}

QString confidenceText(const StructureConfidence& confidence)
{
    const auto number = [](double value) { return QLocale().toString(value, 'f', 2); };
    return CheckText::tr("Mean probability inside %1, entropy at the rim %2 bit")
        .arg(number(confidence.probability), number(confidence.rimEntropy));
}

QIcon checkIcon(const StructureCheck& check)
{
    if (check.isDoubtful())
        return icon(QStringLiteral("warning"));
    return check.atBorder ? icon(QStringLiteral("cut")) : QIcon();
}

StructureCheck joined(const StructureCheck& a, const StructureCheck& b)
{
    return {a.atBorder || b.atBorder, a.wrongSide || b.wrongSide, a.outOfOrder || b.outOfOrder,
            a.unlikelyVolume || b.unlikelyVolume, a.unsure || b.unsure};
}

std::map<std::string, AnatomyDoubt> anatomyDoubts(const LoadedLabelMap& labels)
{
    const auto& structures = labels.labels->structures();
    const auto checks = checkStructures(*labels.labels, labels.confidence);
    std::map<std::string, AnatomyDoubt> doubts;
    for (std::size_t n = 0; n < structures.size(); ++n) {
        const QString text = checkText(checks[n]);
        if (text.isEmpty() || structures[n].anatomyId.empty())
            continue;
        AnatomyDoubt& doubt = doubts[structures[n].anatomyId];
        doubt.check = joined(doubt.check, checks[n]);
        if (!doubt.text.isEmpty())
            doubt.text += QLatin1Char('\n');
        doubt.text += CheckText::tr("%1: %2", "a structure and what speaks against it")
                          .arg(structureName(structures[n]),
                               QString(text).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    }
    return doubts;
}

} // namespace fovea
