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

SliceInteraction::Drag SliceInteraction::leftDrag(const QMouseEvent& event) const
{
    if (event.modifiers().testFlag(Qt::ShiftModifier))
        return Drag::Pan;
    switch (m_widget.state().mouseMode.get()) {
    case MouseMode::Crosshair:
        break;
    case MouseMode::Scroll:
        return Drag::Scroll;
    case MouseMode::Window:
        return Drag::Window;
    case MouseMode::Zoom:
        return Drag::Zoom;
    case MouseMode::Pan:
        return Drag::Pan;
    }
    if (const auto hit = lineAt(event.position()))
        return hit->part == LinePart::Turn ? Drag::TurnPlanes : Drag::ShiftPlane;
    return Drag::Cursor;
}

std::optional<LineHit> SliceInteraction::lineAt(const QPointF& point) const
{
    const ViewState& state = m_widget.state();
    if (!state.volume.get() || !state.crosshairVisible.get() ||
        state.mouseMode.get() != MouseMode::Crosshair)
        return std::nullopt;
    return m_widget.lines().hit(point);
}

void SliceInteraction::dragLine(const QPointF& at)
{
    constexpr double click = 3;
    const QPointF moved = at - m_pressedAt;
    if (!m_lineMoved && QPointF::dotProduct(moved, moved) < click * click)
        return;
    m_lineMoved = true;
    ViewState& state = m_widget.state();
    const Vec3 now = m_widget.toPatient(at);
    if (m_drag == Drag::ShiftPlane) {
        const Vec3& normal = m_frameAtPress.axes(m_linePlane).next;
        m_widget.setCursorMm(m_cursorAtPress + normal * dot(now - m_pressedMm, normal));
        return;
    }
    const Vec3& normal = m_widget.axes().next;
    const Vec3 before = m_pressedMm - m_cursorAtPress;
    const Vec3 after = now - m_cursorAtPress;
    const double angle = std::atan2(dot(cross(before, after), normal), dot(before, after));
    state.frame.set(m_frameAtPress.turned(m_widget.orientation(), angle));
}

void SliceInteraction::showWhatADragDoes(const QPointF& at)
{
    const auto hit = lineAt(at);
    if (!hit)
        m_widget.unsetCursor();
    else if (hit->part == LinePart::Turn)
        m_widget.setCursor(Qt::PointingHandCursor);
    else
        m_widget.setCursor(std::abs(hit->line.direction.x()) > std::abs(hit->line.direction.y())
                               ? Qt::SizeVerCursor
                               : Qt::SizeHorCursor);
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
    if (event.button() == Qt::MiddleButton)
        m_drag = Drag::Pan;
    else if (event.button() == Qt::LeftButton)
        m_drag = leftDrag(event);
    else if (event.button() == Qt::RightButton)
        m_drag = Drag::Window;
    else
        return false;
    m_button = event.button();
    m_pressedAt = m_last = event.position();
    m_windowAtPress = m_widget.state().windowOf(m_widget.orientation());
    m_sliceAtPress = m_widget.sliceNumber();
    if (m_drag == Drag::Cursor)
        m_widget.setCursorAt(event.position());
    if (m_drag == Drag::ShiftPlane || m_drag == Drag::TurnPlanes) {
        m_linePlane = lineAt(event.position())->line.plane;
        m_lineMoved = false;
        m_frameAtPress = m_widget.state().frame.get();
        m_cursorAtPress = m_widget.state().cursorMm.get();
        m_pressedMm = m_widget.toPatient(event.position());
    }
    return true;
}

bool SliceInteraction::move(const QMouseEvent& event)
{
    if (m_drag == Drag::None && tool() && tool()->move(m_widget, event))
        return true;
    const QPointF at = event.position();
    const QPointF moved = at - m_pressedAt;
    switch (m_drag) {
    case Drag::None:
        showWhatADragDoes(at);
        return false;
    case Drag::ShiftPlane:
    case Drag::TurnPlanes:
        dragLine(at);
        break;
    case Drag::Cursor:
        m_widget.setCursorAt(at);
        break;
    case Drag::Pan:
        m_widget.panBy(at - m_last);
        break;
    case Drag::Scroll: {
        // The height of the view is the whole stack, unless that were too quick or too slow.
        const double perSlice =
            std::clamp(1.0 * m_widget.height() / std::max(1, m_widget.sliceCount()), 2.0, 12.0);
        m_widget.paintPending();
        m_widget.scrollTo(m_sliceAtPress + static_cast<int>(std::lround(moved.y() / perSlice)));
        break;
    }
    case Drag::Zoom:
        // Up: closer, twice as close in 100 pixels.
        m_widget.zoomAt(m_pressedAt, std::exp2((m_last.y() - at.y()) / 100));
        break;
    case Drag::Window: {
        // Wide windows move fast, narrow ones finely. Right: wider; down: higher centre (darker).
        const double huPerPixel = std::max(m_windowAtPress.widthHu, 50.0) / 300.0;
        m_widget.state().setWindowOf(
            m_widget.orientation(),
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
    // A click on a line is a click on what lies under it.
    if ((m_drag == Drag::ShiftPlane || m_drag == Drag::TurnPlanes) && !m_lineMoved)
        m_widget.setCursorAt(m_pressedAt);
    m_drag = Drag::None;
    return true;
}

bool SliceInteraction::wheel(const QWheelEvent& event)
{
    if (m_drag == Drag::None && tool() && tool()->wheel(m_widget, event))
        return true;
    // With Alt, Qt turns vertical wheels into horizontal ones.
    const int delta = event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    if (delta == 0)
        return false;
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        if (event.modifiers().testFlag(Qt::ShiftModifier))
            thicken(delta);
        else
            m_widget.zoomAt(event.position(), std::pow(1.2, static_cast<double>(delta) / notch));
        return true;
    }
    // Touchpads and their like, which tell of phases or pixels, are sped up by the system.
    const bool isWheel = event.phase() == Qt::NoScrollPhase && event.pixelDelta().isNull();
    if (const int slices = m_wheel.slices(delta, isWheel ? event.timestamp() : 0)) {
        m_widget.paintPending();
        m_widget.scroll(-slices);
    }
    return true;
}

void SliceInteraction::thicken(int delta)
{
    if ((delta > 0) != (m_slabRest > 0))
        m_slabRest = 0;
    m_slabRest += delta;
    const int notches = m_slabRest / notch;
    m_slabRest -= notches * notch;
    Property<Slab>& slab = m_widget.state().slab(m_widget.orientation());
    slab.set(thickened(slab.get(), notches));
}

bool SliceInteraction::key(const QKeyEvent& event)
{
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
        m_widget.scroll(-m_widget.pageSlices());
        return true;
    case Qt::Key_PageDown:
        m_widget.scroll(m_widget.pageSlices());
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
    m_widget.state().setWindowOf(m_widget.orientation(), preset->window);
    return true;
}

} // namespace fovea
