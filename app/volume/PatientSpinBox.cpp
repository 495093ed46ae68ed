#include "app/volume/PatientSpinBox.h"

#include <array>
#include <cmath>
#include <optional>

namespace fovea {

namespace {

/// DICOM's direction letters are the same in every language: below zero, above zero.
constexpr std::array<std::array<char, 2>, 3> letters{{{'R', 'L'}, {'A', 'P'}, {'I', 'S'}}};

std::optional<double> parsed(QString text, int axis, const QLocale& locale)
{
    text = text.remove(QStringLiteral("mm"), Qt::CaseInsensitive).trimmed();
    const auto& names = letters[static_cast<std::size_t>(axis)];
    double sign = 1;
    if (!text.isEmpty() && text[0].isLetter()) {
        const QChar letter = text[0].toUpper();
        if (letter != QLatin1Char(names[0]) && letter != QLatin1Char(names[1]))
            return std::nullopt;
        sign = letter == QLatin1Char(names[0]) ? -1 : 1;
        text = text.mid(1).trimmed();
    }
    bool ok = false;
    const double value = locale.toDouble(text, &ok);
    return ok ? std::optional(sign * value) : std::nullopt;
}

} // namespace

PatientSpinBox::PatientSpinBox(int axis, QWidget* parent)
    : QDoubleSpinBox(parent)
    , m_axis(axis)
{
    setDecimals(1);
    setSingleStep(1);
    setKeyboardTracking(false);
}

QString PatientSpinBox::textFromValue(double value) const
{
    const double rounded = std::round(value * 10) / 10;
    return tr("%1 %2 mm")
        .arg(QLatin1Char(letters[static_cast<std::size_t>(m_axis)][rounded < 0 ? 0 : 1]))
        .arg(locale().toString(std::abs(rounded), 'f', 1));
}

double PatientSpinBox::valueFromText(const QString& text) const
{
    return parsed(text, m_axis, locale()).value_or(value());
}

QValidator::State PatientSpinBox::validate(QString& text, int&) const
{
    return parsed(text, m_axis, locale()) ? QValidator::Acceptable : QValidator::Intermediate;
}

} // namespace fovea
