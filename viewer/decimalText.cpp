#include "viewer/decimalText.h"

#include <QLocale>

#include <cmath>

namespace fovea {

QString decimalText(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double unit = std::pow(10.0, decimals);
    const double rounded = std::round(value * unit) / unit;
    return locale.toString(rounded == 0 ? 0.0 : rounded, 'f', decimals);
}

} // namespace fovea
