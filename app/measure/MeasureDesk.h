#pragma once

#include "app/measure/MeasureActions.h"
#include "app/measure/MeasureKeeper.h"
#include "app/undo/ViewHistory.h"
#include "viewer/measure/MeasureState.h"
#include "viewer/measure/MeasureTool.h"

#include <QObject>
#include <QPointer>
#include <QUndoStack>

class QMenu;
class QToolBar;
class QWidget;

namespace fovea {

class MeasurePanel;
class StudySession;

/// Measuring, and the way back from what was done to measures and views: puts state, tool, panel,
/// actions, archive and undo stack together for the study that a session has open.
class MeasureDesk : public QObject {
    Q_OBJECT

public:
    /// All must outlive the desk.
    MeasureDesk(const Archive& archive, StudySession& session, ViewState& view);
    ~MeasureDesk() override;

    MeasureState& state() { return m_state; }
    /// What is shown now is where undoing of the view ends.
    void restartHistory() { m_history.restart(); }
    QUndoStack& undoStack() { return m_undo; }
    const ArchiveQueue& writes() { return m_keeper.writes(); }

    /// `parent` owns it.
    MeasurePanel* makePanel(QWidget* parent);
    void fillMenus(QMenu& edit, QMenu& measure, QToolBar& toolBar);

Q_SIGNALS:
    /// The reader went to a measure; the slice of `orientation` through the cursor shows it, on the
    /// plane that it was drawn in.
    void visited(fovea::SliceOrientation orientation);

private:
    void startStudy();
    void showStudy();
    void carryOut(const MeasureChange& change);
    void goTo(const std::string& uid);
    void copyAsText() const;
    void showTrouble(const QString& text);

    StudySession& m_session;
    ViewState& m_view;
    MeasureState m_state;
    MeasureTool m_tool;
    MeasureKeeper m_keeper;
    QUndoStack m_undo;
    ViewHistory m_history;
    MeasureActions m_actions;
    QPointer<MeasurePanel> m_panel;
};

} // namespace fovea
