#include "viewer/slice/SliceInteraction.h"

#include "viewer/slice/SliceTool.h"
#include "viewer/slice/SliceWidget.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr int notch = 120; ///< Qt: eighths of a degree of one wheel click.

} // namespace

SliceInteraction::SliceInteraction(SliceWidget& widget)
    : m_widget(widget)
{
}

SliceTool* SliceInteraction::tool() const
{
    return m_widget.state().volume.get() ? m_widget.state().sliceTool.get() : nullptr;
}

bool SliceInteraction::toolPress(const QMouseEvent& event)
{
    return tool() && tool()->press(m_widget, event);
}

bool SliceInteraction::press(const QMouseEvent& event)
{
    if (m_drag != Drag::None)
        return true; // A second button during a drag changes nothing.
    if (toolPress(event))
        return true;
    m_button = event.button();
    m_pressedAt = m_last = event.position();
    m_windowAtPress = m_widget.state().window.get();
    if (event.button() == Qt::MiddleButton ||
        (event.button() == Qt::LeftButton && event.modifiers().testFlag(Qt::ShiftModifier)))
    {
        m_drag = Drag::Pan;
    } else if (event.button() == Qt::LeftButton) {
        m_drag = Drag::Cursor;
        m_widget.setCursorAt(event.position());
    } else if (event.button() == Qt::RightButton) {
        m_drag = Drag::Window;
    } else {
        return false;
    }
    return true;
}

bool SliceInteraction::move(const QMouseEvent& event)
{
    if (m_drag == Drag::None && tool() && tool()->move(m_widget, event))
        return true;
    const QPointF at = event.position();
    switch (m_drag) {
    case Drag::None:
        return false;
    case Drag::Cursor:
        m_widget.setCursorAt(at);
        break;
    case Drag::Pan:
        m_widget.panBy(at - m_last);
        break;
    case Drag::Window: {
        // Wide windows move fast, narrow ones finely. Right: wider; down: higher centre (darker).
        const double huPerPixel = std::max(m_windowAtPress.widthHu, 50.0) / 300.0;
        const QPointF moved = at - m_pressedAt;
        m_widget.state().window.set(
            {std::round(m_windowAtPress.centreHu + moved.y() * huPerPixel),
             std::max(1.0, std::round(m_windowAtPress.widthHu + moved.x() * huPerPixel))});
        break;
    }
    }
    m_last = at;
    return true;
}

bool SliceInteraction::release(const QMouseEvent& event)
{
    if (m_drag == Drag::None && tool())
        return tool()->release(m_widget, event);
    if (m_drag == Drag::None || event.button() != m_button)
        return false;
    m_drag = Drag::None;
    return true;
}

bool SliceInteraction::wheel(const QWheelEvent& event)
{
    // With Alt, Qt turns vertical wheels into horizontal ones.
    const int delta = event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    if (delta == 0)
        return false;
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        m_widget.zoomAt(event.position(), std::pow(1.2, static_cast<double>(delta) / notch));
        return true;
    }
    // Turning back must answer at once.
    if ((delta > 0) != (m_wheelRest > 0))
        m_wheelRest = 0;
    m_wheelRest += delta;
    const int notches = m_wheelRest / notch;
    m_wheelRest -= notches * notch;
    if (notches != 0)
        m_widget.scroll(-notches);
    return true;
}

bool SliceInteraction::key(const QKeyEvent& event)
{
    constexpr int page = 10;
    if (tool() && tool()->key(m_widget, event))
        return true;
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const QPointF middle = QRectF(m_widget.rect()).center();
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        m_widget.scroll(-1);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Right:
        m_widget.scroll(1);
        return true;
    case Qt::Key_PageUp:
        m_widget.scroll(-page);
        return true;
    case Qt::Key_PageDown:
        m_widget.scroll(page);
        return true;
    case Qt::Key_Home:
        m_widget.scrollToEnd(false);
        return true;
    case Qt::Key_End:
        m_widget.scrollToEnd(true);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_widget.zoomAt(middle, 1.2);
        return true;
    case Qt::Key_Minus:
        m_widget.zoomAt(middle, 1 / 1.2);
        return true;
    case Qt::Key_R:
    case Qt::Key_0:
        m_widget.resetView();
        return true;
    default:
        break;
    }
    const auto preset =
        std::ranges::find(windowPresets, event.key() - Qt::Key_0, &WindowPreset::key);
    if (preset == windowPresets.end())
        return false;
    m_widget.state().window.set(preset->window);
    return true;
}

} // namespace fovea
