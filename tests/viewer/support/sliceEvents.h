#pragma once

#include "viewer/slice/SliceWidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QWheelEvent>

namespace fovea::test {

/// Counts what the widget paints.
class CountingWidget : public SliceWidget {
public:
    using SliceWidget::SliceWidget;
    int paints = 0;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        ++paints;
        SliceWidget::paintEvent(event);
    }
};

inline void mouse(QWidget& widget, QEvent::Type type, QPointF at, Qt::MouseButton button,
                  Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const Qt::MouseButton changed = type == QEvent::MouseMove ? Qt::NoButton : button;
    const Qt::MouseButtons held =
        type == QEvent::MouseButtonRelease ? Qt::MouseButtons(Qt::NoButton) : button;
    QMouseEvent event(type, at, widget.mapToGlobal(at), changed, held, modifiers);
    QApplication::sendEvent(&widget, &event);
}

inline void drag(QWidget& widget, QPointF from, QPointF to, Qt::MouseButton button,
                 Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    mouse(widget, QEvent::MouseButtonPress, from, button, modifiers);
    mouse(widget, QEvent::MouseMove, (from + to) / 2, button, modifiers);
    mouse(widget, QEvent::MouseMove, to, button, modifiers);
    mouse(widget, QEvent::MouseButtonRelease, to, button, modifiers);
}

inline void wheel(QWidget& widget, QPointF at, int delta,
                  Qt::KeyboardModifiers modifiers = Qt::NoModifier, quint64 timeMs = 0)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    event.setTimestamp(timeMs);
    QApplication::sendEvent(&widget, &event);
}

inline void key(QWidget& widget, int code)
{
    QKeyEvent event(QEvent::KeyPress, code, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

/// Lets events happen until the condition holds; false after a generous while.
template <typename Condition> bool happens(Condition condition)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.hasExpired(20000))
            return false;
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
    return true;
}

} // namespace fovea::test
