#pragma once

#include "viewer/WindowPreset.h"
#include "viewer/slice/WheelSpeed.h"

#include <QPointF>

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
    enum class Drag { None, Cursor, Scroll, Window, Zoom, Pan };

    Drag leftDrag(const QMouseEvent& event) const;
    void thicken(int delta);

    SliceTool* tool() const; ///< Null: none, or nothing is open.

    SliceWidget& m_widget;
    Drag m_drag = Drag::None;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_pressedAt;
    QPointF m_last;
    WindowLevel m_windowAtPress;
    int m_sliceAtPress = 0;
    WheelSpeed m_wheel;
    int m_slabRest = 0; ///< Of wheels that turn by less than a notch.
};

} // namespace fovea
