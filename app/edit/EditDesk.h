#pragma once

#include "app/edit/EditSession.h"
#include "viewer/edit/BrushTool.h"

#include <QObject>
#include <QPointer>

class QUndoStack;
class QWidget;

namespace fovea {

class Dialogs;
class EditPanel;

/// Correcting the segmentation of the study that a session has open: puts brush, panel and edit
/// session together, and takes the mouse on the slices while a tool of the panel is on.
class EditDesk : public QObject {
    Q_OBJECT

public:
    /// All must outlive the desk; steps on `stack` may outlive it.
    EditDesk(const Archive& archive, StudySession& study, ViewState& state, QUndoStack& stack,
             const AnatomyCatalog& catalog, Dialogs& dialogs);
    ~EditDesk() override;

    EditSession& session() { return m_session; }
    /// The panel, scrolling where it does not fit. `parent` owns it.
    QWidget* makePanel(QWidget* parent);
    /// Asks where there are changes that are not stored; false: the user stays with them.
    bool mayLeave(QWidget* parent);
    void endTool();

Q_SIGNALS:
    /// A tool of the panel has the mouse from now on.
    void toolTaken();

private:
    void useBrush();
    /// Nobody paints in the dark.
    void showWhatIsPainted(std::uint16_t label);
    void dropPreview();
    void offerLostChanges(const LabelPatch& patch);
    void showFailure(const Error& error);

    StudySession& m_study;
    ViewState& m_state;
    QUndoStack& m_stack;
    Dialogs& m_dialogs;
    EditSession m_session;
    BrushTool m_tool;
    SliceTool* m_toolBefore = nullptr; ///< Had the mouse before the brush took it.
    QPointer<EditPanel> m_panel;
};

} // namespace fovea
