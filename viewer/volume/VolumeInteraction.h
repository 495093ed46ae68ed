#pragma once

#include <QPointF>
#include <QSize>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace fovea {

class VolumeScene;

/// What mouse and keys do with the camera of the 3D view. Left drag rotates, middle or Shift+left
/// drag pans, wheel or right drag zooms. Keys: arrows rotate, +/- zoom, A P L R S I (or H F) look
/// from that side, 0 resets.
class VolumeInteraction {
public:
    /// `scene` must outlive this.
    explicit VolumeInteraction(VolumeScene& scene);

    void press(const QMouseEvent& event);
    /// True: the camera moved. `size` of the widget in logical pixels, `ratio` device per logical.
    bool move(const QMouseEvent& event, const QSize& size, double ratio);
    /// True: a click with the left button, no drag.
    bool release(const QMouseEvent& event) const;
    void doubleClick() { m_dragged = true; } ///< Its release is no click.
    void wheel(const QWheelEvent& event);
    /// False: a key for others.
    bool key(const QKeyEvent& event);

private:
    VolumeScene& m_scene;
    QPointF m_last;
    QPointF m_pressed;
    bool m_dragged = false;
};

} // namespace fovea
