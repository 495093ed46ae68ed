#pragma once

#include "app/undo/ViewSettings.h"

#include <QObject>

#include <vector>

class QUndoStack;

namespace fovea {

/// Puts changes of the ViewSettings on an undo stack, whoever makes them. Everything from a mouse
/// press to the release is one step; without a button, everything from one turn of the event loop.
class ViewHistory : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the history.
    ViewHistory(ViewState& state, QUndoStack& stack, QObject* parent = nullptr);
    ~ViewHistory() override;

    /// What is shown now is where undoing ends; forgets a step that has begun. For a new study.
    void restart();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void changed();
    void flush();
    void apply(const ViewSettings& settings);
    friend class ViewCommand;

    ViewState& m_state;
    QUndoStack& m_stack;
    ViewSettings m_settled; ///< As of the last step.
    bool m_pressed = false; ///< A mouse button is down.
    bool m_flushPending = false;
    bool m_applying = false;
    std::vector<Connection> m_connections;
};

} // namespace fovea
