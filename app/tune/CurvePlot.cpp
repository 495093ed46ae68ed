#include "app/tune/CurvePlot.h"

#include "viewer/decimalText.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

/// Of 1, 2 and 5 times a power of ten, the one that a range has three to seven of.
double tickDistance(double range)
{
    const double power = std::pow(10.0, std::floor(std::log10(range)));
    const double share = range / power; // from 1 to below 10
    return power * (share < 1.5 ? 0.2 : share < 3.5 ? 0.5 : share < 7 ? 1 : 2);
}

int decimalsFor(double distance)
{
    return std::max(0, static_cast<int>(-std::floor(std::log10(distance) + 1e-9)));
}

} // namespace

CurvePlot::CurvePlot(const QString& title, const QString& empty, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_empty(empty)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(title);
    describe();
}

void CurvePlot::setLimits(double least, double most)
{
    m_least = least;
    m_most = most;
}

void CurvePlot::show(Line main, std::vector<Line> others)
{
    m_main = std::move(main);
    m_others = std::move(others);
    m_lastStep = 1;
    bool any = false;
    const auto include = [&](const Curve& curve) {
        for (std::size_t n = 0; n < curve.values.size(); ++n) {
            m_lastStep = std::max(m_lastStep, curve.steps[n]);
            m_low = any ? std::min(m_low, curve.values[n]) : curve.values[n];
            m_high = any ? std::max(m_high, curve.values[n]) : curve.values[n];
            any = true;
        }
    };
    include(m_main.curve);
    for (const Line& line : m_others)
        include(line.curve);
    if (!any) {
        m_low = 0;
        m_high = 1;
    }
    // A flat curve lies in the middle, not on an axis.
    const double margin = std::max(0.05 * (m_high - m_low), 1e-3 * std::max(1.0, std::abs(m_high)));
    m_low -= margin;
    m_high += margin;
    m_low = std::max(m_low, m_least);
    m_high = std::min(m_high, m_most);
    describe();
    update();
}

void CurvePlot::clear()
{
    show({});
}

void CurvePlot::describe()
{
    QStringList lines;
    const auto add = [&lines](const Line& line) {
        if (!line.curve.values.empty())
            lines << tr("%1: %2 after %3 steps")
                         .arg(line.name, decimalText(line.curve.values.back(), 3),
                              decimalText(line.curve.steps.back(), 0));
    };
    add(m_main);
    for (const Line& line : m_others)
        add(line);
    const QString text = lines.isEmpty() ? m_empty : lines.join(QLatin1Char('\n'));
    setAccessibleDescription(text);
    setToolTip(lines.isEmpty() ? QString() : text);
}

QRectF CurvePlot::area() const
{
    const QFontMetricsF metrics(font());
    const double line = metrics.lineSpacing();
    const double left = metrics.horizontalAdvance(QStringLiteral("00.000")) + 8;
    return QRectF(rect()).adjusted(left, line + 6, -12, -line - 6);
}

std::vector<double> CurvePlot::ticks() const
{
    const double distance = tickDistance(m_high - m_low);
    std::vector<double> values;
    // A limit itself is labelled although sums of decimal fractions may lie beside it.
    const double first = std::ceil(m_low / distance - 1e-6);
    for (double n = first; n <= m_high / distance + 1e-6; ++n)
        values.push_back(n * distance);
    return values;
}

QPointF CurvePlot::place(double step, double value) const
{
    const QRectF inside = area();
    return {inside.left() + step / m_lastStep * inside.width(),
            inside.bottom() - (value - m_low) / (m_high - m_low) * inside.height()};
}

void CurvePlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = QFontMetricsF(font()).lineSpacing();
    painter.setPen(palette().color(QPalette::WindowText));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(QRectF(0, 0, width(), line + 4), Qt::AlignCenter, m_title);
    painter.setFont(font());
    if (m_main.curve.values.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(rect()).adjusted(12, line + 6, -12, -6),
                         Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    drawAxes(painter);
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1));
    for (const Line& other : m_others)
        drawLine(painter, other.curve);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    drawLine(painter, m_main.curve);
}

void CurvePlot::drawAxes(QPainter& painter) const
{
    const QRectF inside = area();
    const double line = QFontMetricsF(font()).lineSpacing();
    painter.fillRect(inside, palette().color(QPalette::Base));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawRect(inside);
    painter.setPen(palette().color(QPalette::WindowText));
    const int decimals = decimalsFor(tickDistance(m_high - m_low));
    for (const double value : ticks()) {
        const double y = place(0, value).y();
        painter.drawLine(QPointF(inside.left() - 3, y), QPointF(inside.left(), y));
        painter.drawText(QRectF(0, y - line / 2, inside.left() - 5, line),
                         Qt::AlignRight | Qt::AlignVCenter, decimalText(value, decimals));
    }
    painter.drawText(QRectF(inside.left(), inside.bottom() + 2, inside.width(), line),
                     Qt::AlignLeft, tr("0"));
    painter.drawText(QRectF(inside.left(), inside.bottom() + 2, inside.width(), line),
                     Qt::AlignRight, tr("step %1").arg(decimalText(m_lastStep, 0)));
}

void CurvePlot::drawLine(QPainter& painter, const Curve& curve) const
{
    QPolygonF line;
    for (std::size_t n = 0; n < curve.values.size(); ++n)
        line << place(curve.steps[n], curve.values[n]);
    if (line.size() == 1)
        painter.drawEllipse(line.front(), 2, 2);
    painter.drawPolyline(line);
}

} // namespace fovea
