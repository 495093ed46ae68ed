#include "app/volume/TransferCurve.h"

#include "app/volume/transferEdits.h"
#include "viewer/decimalText.h"

#include <QKeyEvent>
#include <QLinearGradient>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double handle = 5;     ///< Radius of a point, px.
constexpr double reach = 9;      ///< A press so close to a point takes it, px.
constexpr double colourBar = 10; ///< Height of the strip of colors below the plot, px.
constexpr double keyHu = 10;
constexpr double keyOpacity = 0.01;

QColor toColor(const Rgb& colour)
{
    return {colour[0], colour[1], colour[2]};
}

} // namespace

TransferCurve::TransferCurve(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("transferCurve"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Opacity by Hounsfield unit"));
    setToolTip(tr("Drag a point; double-click adds one, a right click or Delete removes it. "
                  "Left and Right choose a point, with Shift they move it, Up and Down change its "
                  "opacity."));
}

void TransferCurve::setFunction(const TransferFunction& function)
{
    if (function == m_function)
        return;
    m_function = function;
    m_current = std::min(m_current, m_function.points.empty() ? 0 : m_function.points.size() - 1);
    describe();
    update();
    Q_EMIT currentChanged();
}

void TransferCurve::setHistogram(const std::optional<HuHistogram>& histogram)
{
    m_bars = histogram ? histogram->heights() : std::vector<double>{};
    fitRange();
    update();
}

void TransferCurve::fitRange()
{
    // Metal reaches to 3071 HU, but the curve is edited where tissue is.
    m_lowHu = TransferFunction::lowestHu;
    m_highHu = TransferFunction::highestHu;
    if (m_bars.empty())
        return;
    constexpr double rare = 0.25;
    const auto last =
        std::find_if(m_bars.rbegin(), m_bars.rend(), [](double height) { return height > rare; });
    const auto bin = static_cast<double>(m_bars.rend() - last);
    const double width = (m_highHu - m_lowHu) / static_cast<double>(m_bars.size());
    m_highHu = std::clamp(std::ceil((m_lowHu + bin * width) / 100) * 100, 600.0, m_highHu);
}

void TransferCurve::setCurrent(std::size_t point)
{
    if (point >= m_function.points.size() || point == m_current)
        return;
    m_current = point;
    describe();
    update();
    Q_EMIT currentChanged();
}

QRectF TransferCurve::plot() const
{
    return QRectF(rect()).adjusted(handle + 1, handle + 1, -handle - 1,
                                   -handle - colourBar - fontMetrics().height() - 4);
}

QPointF TransferCurve::toWidget(double hu, double opacity) const
{
    const QRectF area = plot();
    return {area.left() + (hu - m_lowHu) / (m_highHu - m_lowHu) * area.width(),
            area.bottom() - std::sqrt(std::clamp(opacity, 0.0, 1.0)) * area.height()};
}

TransferPoint TransferCurve::at(const QPointF& position) const
{
    const QRectF area = plot();
    const double x = std::clamp((position.x() - area.left()) / area.width(), 0.0, 1.0);
    const double y = std::clamp((area.bottom() - position.y()) / area.height(), 0.0, 1.0);
    TransferPoint point;
    point.hu = std::round(m_lowHu + x * (m_highHu - m_lowHu));
    point.opacity = y * y;
    point.colour = m_function.colourAt(point.hu);
    return point;
}

std::optional<std::size_t> TransferCurve::pointAt(const QPointF& position) const
{
    std::optional<std::size_t> nearest;
    double distance = reach;
    for (std::size_t n = 0; n < m_function.points.size(); ++n) {
        const QPointF way =
            toWidget(m_function.points[n].hu, m_function.points[n].opacity) - position;
        if (std::hypot(way.x(), way.y()) <= distance) {
            distance = std::hypot(way.x(), way.y());
            nearest = n;
        }
    }
    return nearest;
}

void TransferCurve::moveCurrent(double hu, double opacity)
{
    const TransferFunction moved = withPointMoved(m_function, m_current, hu, opacity);
    if (moved == m_function)
        return;
    m_function = moved;
    describe();
    update();
    Q_EMIT edited();
}

void TransferCurve::addPoint(const TransferPoint& point)
{
    const auto [added, place] = withPointAdded(m_function, point);
    m_function = added;
    m_current = place;
    describe();
    update();
    Q_EMIT edited();
    Q_EMIT currentChanged();
}

void TransferCurve::removePoint(std::size_t point)
{
    const TransferFunction rest = withoutPoint(m_function, point);
    if (rest == m_function)
        return; // The ends stay.
    m_function = rest;
    m_current = std::min(m_current, m_function.points.size() - 1);
    describe();
    update();
    Q_EMIT edited();
    Q_EMIT currentChanged();
}

void TransferCurve::describe()
{
    if (m_function.points.empty())
        return;
    const TransferPoint& point = m_function.points[m_current];
    setAccessibleDescription(tr("Point %1 of %2: %3 HU, opacity %4")
                                 .arg(m_current + 1)
                                 .arg(m_function.points.size())
                                 .arg(decimalText(point.hu, 0))
                                 .arg(decimalText(point.opacity, 3)));
}

void TransferCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const QRectF area = plot();
    painter.setPen(Qt::NoPen);
    QColor bars = palette().color(isEnabled() ? QPalette::Mid : QPalette::Window);
    bars.setAlpha(110);
    painter.setBrush(bars);
    const double width =
        (TransferFunction::highestHu - TransferFunction::lowestHu) / double(HuHistogram::binCount);
    for (std::size_t n = 0; n < m_bars.size(); ++n) {
        const double left = toWidget(TransferFunction::lowestHu + width * double(n), 0).x();
        const double right = toWidget(TransferFunction::lowestHu + width * double(n + 1), 0).x();
        if (left >= area.right())
            break;
        painter.drawRect(QRectF(QPointF(left, area.bottom() - m_bars[n] * area.height()),
                                QPointF(std::min(right, area.right()), area.bottom())));
    }

    QLinearGradient colours(area.left(), 0, area.right(), 0);
    for (double x = 0; x <= 1; x += 1.0 / 64)
        colours.setColorAt(x, toColor(m_function.colourAt(m_lowHu + x * (m_highHu - m_lowHu))));
    if (!m_function.points.empty())
        painter.fillRect(
            QRectF(area.left(), area.bottom() + handle + 2, area.width(), colourBar - 4), colours);
    painter.setPen(palette().color(isEnabled() ? QPalette::Text : QPalette::Mid));
    const QRectF scale(area.left(), height() - fontMetrics().height() - 1, area.width(),
                       fontMetrics().height());
    painter.drawText(scale, Qt::AlignLeft, decimalText(m_lowHu, 0));
    painter.drawText(scale, Qt::AlignRight, tr("%1 HU").arg(decimalText(m_highHu, 0)));
    if (!isEnabled() || m_function.points.empty())
        return;

    // Opacity is linear between points, its square root is not.
    painter.save();
    painter.setClipRect(QRectF(rect()).adjusted(0, 0, 0, -colourBar));
    QPainterPath path;
    for (double x = 0; x <= area.width(); x += 2) {
        const double hu = m_lowHu + x / area.width() * (m_highHu - m_lowHu);
        const QPointF p = toWidget(hu, m_function.opacityAt(hu));
        if (x == 0)
            path.moveTo(p);
        else
            path.lineTo(p);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
    painter.drawPath(path);
    for (std::size_t n = 0; n < m_function.points.size(); ++n) {
        const TransferPoint& point = m_function.points[n];
        if (point.hu > m_highHu)
            continue;
        const bool isCurrent = n == m_current;
        painter.setPen(QPen(isCurrent && hasFocus() ? palette().color(QPalette::Highlight)
                                                    : palette().color(QPalette::Text),
                            isCurrent ? 2.5 : 1));
        painter.setBrush(toColor(point.colour));
        painter.drawEllipse(toWidget(point.hu, point.opacity), isCurrent ? handle : handle - 1,
                            isCurrent ? handle : handle - 1);
    }
    painter.restore();
}

void TransferCurve::mousePressEvent(QMouseEvent* event)
{
    const auto point = pointAt(event->position());
    m_dragging = false;
    if (!point)
        return;
    if (event->button() == Qt::RightButton) {
        removePoint(*point);
    } else if (event->button() == Qt::LeftButton) {
        setCurrent(*point);
        m_dragging = true;
    }
}

void TransferCurve::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const TransferPoint there = at(event->position());
    moveCurrent(there.hu, there.opacity);
}

void TransferCurve::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_dragging = false;
    if (event->button() == Qt::LeftButton && !pointAt(event->position()))
        addPoint(at(event->position()));
}

void TransferCurve::keyPressEvent(QKeyEvent* event)
{
    if (m_function.points.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const TransferPoint point = m_function.points[m_current];
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const double step =
        event->modifiers().testFlag(Qt::ControlModifier) ? keyOpacity / 10 : keyOpacity;
    switch (event->key()) {
    case Qt::Key_Left:
        if (shift)
            moveCurrent(point.hu - keyHu, point.opacity);
        else if (m_current > 0)
            setCurrent(m_current - 1);
        break;
    case Qt::Key_Right:
        if (shift)
            moveCurrent(point.hu + keyHu, point.opacity);
        else
            setCurrent(m_current + 1);
        break;
    case Qt::Key_Up:
        moveCurrent(point.hu, point.opacity + step);
        break;
    case Qt::Key_Down:
        moveCurrent(point.hu, point.opacity - step);
        break;
    case Qt::Key_Insert:
        if (m_current + 1 < m_function.points.size()) {
            TransferPoint middle;
            middle.hu = std::round((point.hu + m_function.points[m_current + 1].hu) / 2);
            middle.opacity = m_function.opacityAt(middle.hu);
            middle.colour = m_function.colourAt(middle.hu);
            addPoint(middle);
        }
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removePoint(m_current);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT colorRequested();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TransferCurve::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::EnabledChange || event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace fovea
