#pragma once

#include "viewer/WindowPreset.h"
#include "viewer/slice/PlaneLines.h"
#include "viewer/slice/WheelSpeed.h"

#include <QPointF>

#include <optional>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace fovea {

class SliceTool;
class SliceWidget;

/// Turns mouse, wheel and keys over a SliceWidget into what the widget and its ViewState do. Each
/// handler says whether the event was used, and first asks the ViewState's SliceTool. See
/// SliceWidget for what does what.
class SliceInteraction {
public:
    explicit SliceInteraction(SliceWidget& widget);

    /// Offers the press to the ViewState's SliceTool alone.
    bool toolPress(const QMouseEvent& event);
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool wheel(const QWheelEvent& event);
    bool key(const QKeyEvent& event);

private:
    enum class Drag { None, Cursor, ShiftPlane, TurnPlanes, Scroll, Window, Zoom, Pan };

    Drag leftDrag(const QMouseEvent& event) const;
    /// A line of another plane under the point that a left drag would take.
    std::optional<LineHit> lineAt(const QPointF& point) const;
    void dragLine(const QPointF& at);
    void showWhatADragDoes(const QPointF& at);
    void thicken(int delta);

    SliceTool* tool() const; ///< Null: none, or nothing is open.

    SliceWidget& m_widget;
    Drag m_drag = Drag::None;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_pressedAt;
    QPointF m_last;
    WindowLevel m_windowAtPress;
    int m_sliceAtPress = 0;
    // Of a dragged line.
    SliceOrientation m_linePlane = SliceOrientation::Axial;
    bool m_lineMoved = false; ///< Before that, it may be a click.
    PlaneFrame m_frameAtPress;
    Vec3 m_cursorAtPress{};
    Vec3 m_pressedMm{};
    WheelSpeed m_wheel;
    int m_slabRest = 0; ///< Of wheels that turn by less than a notch.
};

} // namespace fovea
