#include "app/text/durationText.h"

#include <QCoreApplication>

#include <cmath>

namespace fovea {

namespace {

struct DurationText {
    Q_DECLARE_TR_FUNCTIONS(fovea::DurationText)
};

} // namespace

QString durationText(double seconds)
{
    const auto minutes = static_cast<long long>(std::lround(seconds / 60));
    if (seconds < 90)
        return DurationText::tr("%1 s").arg(std::lround(seconds));
    if (minutes < 60)
        return DurationText::tr("%1 min").arg(minutes);
    return DurationText::tr("%1 h %2 min")
        .arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace fovea
