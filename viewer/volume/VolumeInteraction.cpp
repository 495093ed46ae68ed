#include "viewer/volume/VolumeInteraction.h"

#include "viewer/volume/VolumeScene.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fovea {

VolumeInteraction::VolumeInteraction(VolumeScene& scene)
    : m_scene(scene)
{
}

void VolumeInteraction::press(const QMouseEvent& event)
{
    m_pressed = m_last = event.position();
    m_dragged = false;
}

bool VolumeInteraction::move(const QMouseEvent& event, const QSize& size, double ratio)
{
    constexpr double clickReach = 3;
    const QPointF at = event.position();
    const QPointF moved = at - m_pressed;
    if (!m_dragged && std::hypot(moved.x(), moved.y()) <= clickReach)
        return false;
    m_dragged = true;
    const QPointF delta = at - m_last;
    m_last = at;
    const Qt::MouseButtons buttons = event.buttons();
    if (buttons.testFlag(Qt::MiddleButton) ||
        (buttons.testFlag(Qt::LeftButton) && event.modifiers().testFlag(Qt::ShiftModifier)))
    {
        m_scene.pan(delta.x() * ratio, delta.y() * ratio);
    } else if (buttons.testFlag(Qt::LeftButton)) {
        // Half a turn across the widget.
        const double degreesPerPixel = 180.0 / std::max(1, std::min(size.width(), size.height()));
        m_scene.rotate(-delta.x() * degreesPerPixel, delta.y() * degreesPerPixel);
    } else if (buttons.testFlag(Qt::RightButton)) {
        m_scene.zoom(std::pow(1.01, -delta.y()));
    } else {
        return false;
    }
    return true;
}

bool VolumeInteraction::release(const QMouseEvent& event) const
{
    return event.button() == Qt::LeftButton && !m_dragged;
}

void VolumeInteraction::wheel(const QWheelEvent& event)
{
    m_scene.zoom(std::pow(1.15, event.angleDelta().y() / 120.0));
}

bool VolumeInteraction::key(const QKeyEvent& event)
{
    constexpr double step = 10;
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
        m_scene.rotate(step, 0);
        break;
    case Qt::Key_Right:
        m_scene.rotate(-step, 0);
        break;
    case Qt::Key_Up:
        m_scene.rotate(0, -step);
        break;
    case Qt::Key_Down:
        m_scene.rotate(0, step);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_scene.zoom(1.2);
        break;
    case Qt::Key_Minus:
        m_scene.zoom(1 / 1.2);
        break;
    case Qt::Key_0:
    case Qt::Key_A:
        m_scene.resetCamera(ViewDirection::Anterior);
        break;
    case Qt::Key_P:
        m_scene.resetCamera(ViewDirection::Posterior);
        break;
    case Qt::Key_L:
        m_scene.resetCamera(ViewDirection::Left);
        break;
    case Qt::Key_R:
        m_scene.resetCamera(ViewDirection::Right);
        break;
    case Qt::Key_S:
    case Qt::Key_H:
        m_scene.resetCamera(ViewDirection::Superior);
        break;
    case Qt::Key_I:
    case Qt::Key_F:
        m_scene.resetCamera(ViewDirection::Inferior);
        break;
    default:
        return false;
    }
    return true;
}

} // namespace fovea
