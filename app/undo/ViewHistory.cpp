#include "app/undo/ViewHistory.h"

#include <QApplication>
#include <QMouseEvent>
#include <QUndoStack>

#include <utility>

namespace fovea {

class ViewCommand : public QUndoCommand {
public:
    ViewCommand(ViewHistory& history, ViewSettings before, ViewSettings after)
        : QUndoCommand(ViewSettings::difference(before, after))
        , m_history(history)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { m_history.apply(m_before); }
    void redo() override { m_history.apply(m_after); }

private:
    ViewHistory& m_history;
    const ViewSettings m_before;
    const ViewSettings m_after;
};

ViewHistory::ViewHistory(ViewState& state, QUndoStack& stack, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_stack(stack)
    , m_settled(ViewSettings::of(state))
    , m_connections(ViewSettings::observe(state, [this] { changed(); }))
{
    // Wherever a drag begins: a view, a slider, a color field.
    qApp->installEventFilter(this);
}

ViewHistory::~ViewHistory() = default;

void ViewHistory::restart()
{
    m_settled = ViewSettings::of(m_state);
}

bool ViewHistory::eventFilter(QObject*, QEvent* event)
{
    // Nobody sees a filter of the application for events of other threads, so this is the GUI's.
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = true;
    } else if (m_pressed &&
               (event->type() == QEvent::MouseButtonRelease ||
                event->type() == QEvent::MouseMove) && // Drag and drop swallows the release.
               static_cast<QMouseEvent*>(event)->buttons() == Qt::NoButton)
    {
        // After the release has been handled: it may bring the last change.
        m_pressed = false;
        if (!std::exchange(m_flushPending, true))
            QMetaObject::invokeMethod(this, &ViewHistory::flush, Qt::QueuedConnection);
    }
    return false;
}

void ViewHistory::changed()
{
    if (m_applying || m_pressed)
        return;
    if (!std::exchange(m_flushPending, true))
        QMetaObject::invokeMethod(this, &ViewHistory::flush, Qt::QueuedConnection);
}

void ViewHistory::flush()
{
    m_flushPending = false;
    ViewSettings now = ViewSettings::of(m_state);
    if (m_pressed || now == m_settled)
        return;
    const ViewSettings before = std::exchange(m_settled, now);
    m_stack.push(new ViewCommand(*this, before, std::move(now))); // The stack owns it.
}

void ViewHistory::apply(const ViewSettings& settings)
{
    m_applying = true;
    settings.applyTo(m_state);
    m_applying = false;
    m_settled = ViewSettings::of(m_state);
}

} // namespace fovea
