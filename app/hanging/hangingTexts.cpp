#include "app/hanging/hangingTexts.h"

#include "viewer/viewerTexts.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace fovea {

namespace {

struct HangingText {
    Q_DECLARE_TR_FUNCTIONS(fovea::HangingText)
};

} // namespace

QString protocolName(const HangingProtocol& protocol)
{
    // Names of resources/hanging.
    static constexpr std::array shipped{QT_TRANSLATE_NOOP("fovea::HangingText", "CT with prior"),
                                        QT_TRANSLATE_NOOP("fovea::HangingText", "CT chest"),
                                        QT_TRANSLATE_NOOP("fovea::HangingText", "CT abdomen"),
                                        QT_TRANSLATE_NOOP("fovea::HangingText", "CT head")};
    for (const char* name : shipped) {
        if (protocol.name == name)
            return HangingText::tr(name);
    }
    return QString::fromStdString(protocol.name);
}

QString bodyPartName(BodyPart part)
{
    switch (part) {
    case BodyPart::Head:
        return HangingText::tr("Head");
    case BodyPart::Neck:
        return HangingText::tr("Neck");
    case BodyPart::Chest:
        return HangingText::tr("Chest");
    case BodyPart::Abdomen:
        return HangingText::tr("Abdomen");
    case BodyPart::Pelvis:
        return HangingText::tr("Pelvis");
    case BodyPart::Spine:
        return HangingText::tr("Spine");
    case BodyPart::Extremities:
        return HangingText::tr("Extremities");
    }
    return {};
}

QString windowName(const WindowLevel& window)
{
    if (const auto preset = windowPresetOf(window))
        return windowPresetName(*preset).remove(QLatin1Char('&'));
    return HangingText::tr("W %1  L %2")
        .arg(std::lround(window.widthHu))
        .arg(std::lround(window.centreHu));
}

QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace fovea
