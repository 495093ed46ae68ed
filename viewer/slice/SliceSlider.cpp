#include "viewer/slice/SliceSlider.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double leastGrip = 18;

} // namespace

SliceSlider::SliceSlider(const QColor& colour, QWidget* parent)
    : QAbstractSlider(parent)
    , m_colour(colour)
{
    setOrientation(Qt::Vertical);
    // Keys belong to the view, which scrolls with them.
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::ArrowCursor);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void SliceSlider::show(int number, int count)
{
    const QSignalBlocker quiet(this);
    setRange(1, std::max(1, count));
    setValue(number);
    setVisible(count > 1);
}

void SliceSlider::sliderChange(SliderChange)
{
    // The view, which changes with it, paints it; asking for more would paint the view twice.
}

QRectF SliceSlider::grip() const
{
    const int count = maximum() - minimum() + 1;
    const double length = std::min<double>(height(), std::max(leastGrip, height() * 1.0 / count));
    const double run =
        maximum() > minimum() ? (value() - minimum()) * 1.0 / (maximum() - minimum()) : 0.0;
    return {0, run * (height() - length), 1.0 * width(), length};
}

void SliceSlider::moveTo(double y)
{
    const double run = std::max(1.0, height() - grip().height());
    const double at = std::clamp((y - grip().height() / 2) / run, 0.0, 1.0);
    const int number = minimum() + static_cast<int>(std::lround(at * (maximum() - minimum())));
    if (number == value())
        return;
    {
        const QSignalBlocker quiet(this);
        setValue(number);
    }
    Q_EMIT sliderMoved(number);
}

void SliceSlider::paintEvent(QPaintEvent*)
{
    const bool lively = underMouse() || isSliderDown();
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double inset = lively ? 2 : 4;
    const auto bar = [&](const QRectF& area, const QColor& colour) {
        painter.setBrush(colour);
        const QRectF slim = area.adjusted(inset, 1, -inset, -1);
        painter.drawRoundedRect(slim, slim.width() / 2, slim.width() / 2);
    };
    bar(rect(), QColor(255, 255, 255, lively ? 50 : 28));
    QColor colour = m_colour;
    colour.setAlpha(lively ? 255 : 170);
    bar(grip(), colour);
}

void SliceSlider::enterEvent(QEnterEvent* event)
{
    QAbstractSlider::enterEvent(event);
    Q_EMIT entered();
    update();
}

void SliceSlider::leaveEvent(QEvent* event)
{
    QAbstractSlider::leaveEvent(event);
    update();
}

void SliceSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return; // Accepted: nothing of the view beneath.
    setSliderDown(true);
    moveTo(event->position().y());
}

void SliceSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        moveTo(event->position().y());
}

void SliceSlider::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
    update();
}

void SliceSlider::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
}

void SliceSlider::wheelEvent(QWheelEvent* event)
{
    QWheelEvent over(mapToParent(event->position()), event->globalPosition(), event->pixelDelta(),
                     event->angleDelta(), event->buttons(), event->modifiers(), event->phase(),
                     event->inverted());
    over.setTimestamp(event->timestamp());
    QApplication::sendEvent(parentWidget(), &over);
    event->setAccepted(over.isAccepted());
}

} // namespace fovea
