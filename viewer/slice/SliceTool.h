#pragma once

class QKeyEvent;
class QMouseEvent;
class QPainter;
class QWheelEvent;

namespace fovea {

class SliceWidget;

/// What draws over slices and takes mouse and keys there before SliceInteraction does, the same one
/// for every SliceWidget of a ViewState. Each handler says whether it used the event; what it used
/// goes no further. GUI thread only.
///
/// A tool knows a widget by toPatient(), toWidget() and mmPerPixel() alone, so that it works on
/// planes of any orientation.
class SliceTool {
public:
    virtual ~SliceTool() = default;

    /// Also the second press of a double click (QEvent::MouseButtonDblClick).
    virtual bool press(SliceWidget& widget, const QMouseEvent& event) = 0;
    /// Also without a button.
    virtual bool move(SliceWidget& widget, const QMouseEvent& event) = 0;
    virtual bool release(SliceWidget& widget, const QMouseEvent& event) = 0;
    /// Few tools need the wheel: scrolling stays the view's.
    virtual bool wheel(SliceWidget& /*widget*/, const QWheelEvent& /*event*/) { return false; }
    virtual bool key(SliceWidget& widget, const QKeyEvent& event) = 0;
    /// Over picture and crosshair. Called only while a volume is shown.
    virtual void paint(SliceWidget& widget, QPainter& painter) = 0;
};

} // namespace fovea
