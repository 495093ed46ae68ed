#pragma once

#include "app/Task.h"
#include "app/work/EditJournal.h"
#include "model/edit/LabelPatch.h"
#include "model/edit/StructureOperations.h"
#include "viewer/ViewState.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

class QUndoStack;

namespace fovea {

class Archive;
class StudySession;

/// What the user does to the open study's label map: carries patches out one after the other off
/// the GUI thread, puts each on the undo stack, runs operations on whole structures, and stores the
/// result. The map as the archive has it stays as it is. GUI thread.
class EditSession : public QObject {
    Q_OBJECT

public:
    /// An operation on the whole map, run off the GUI thread.
    using Operation = std::function<Result<LabelPatch>(const LabelMap&, const Progress&)>;

    /// All must outlive the session.
    EditSession(const Archive& archive, StudySession& study, ViewState& state, QUndoStack& stack,
                const AnatomyCatalog& catalog);
    ~EditSession() override;

    /// Puts a patch that was made of what is shown now (map and preview) on the undo stack and
    /// carries it out. The slices show it at once, the map has it a moment later.
    void apply(const QString& what, LabelPatch patch);
    /// Carries a patch out and no more: for undo and redo.
    void carryOut(const LabelPatch& patch, int position);
    /// Ends with operationFinished() or failed().
    void run(const QString& what, const Operation& operation);
    void cancelOperation();
    void save();

    /// Patches are on their way, an operation runs, or the map is being stored.
    bool isBusy() const { return isRunning() || m_saving || !m_queue.empty(); }
    bool isRunning() const { return m_running; }
    bool isSaving() const { return m_saving; }
    /// Strokes may begin: whatever is on its way is shown by the preview.
    bool acceptsStrokes() const;
    /// Nothing is on its way into the map.
    bool isSettled() const { return m_queue.empty(); }
    /// There are changes that the archive does not have.
    bool isModified() const { return m_position != m_savedPosition; }
    /// Changes that are not stored are given up and will not be offered again: for the end of the
    /// program. Opening another study or label map does the same.
    void discard();

    /// A structure for a name: one of the map's where it has that name, else a new one with a label
    /// that nothing used since the map was opened.
    Structure structureNamed(const QString& name);

Q_SIGNALS:
    /// Busy, modified, or another map.
    void changed();
    void operationProgressed(double fraction);
    /// `voxels` changed; 0: nothing to do.
    void operationFinished(qint64 voxels);
    void saved();
    void failed(const fovea::Error& error);
    /// Something else than a stroke's own end is about to change the map.
    void aboutToChange();
    /// All that was on its way is in the map: the preview may go.
    void settled();
    /// When the program ended, there were changes of the map just opened that nobody had stored;
    /// apply() brings them back, and any other change forgets them.
    void lostChangesFound(const fovea::LabelPatch& patch);
    /// Changes go on, but would not outlive the program.
    void autosaveFailed(const fovea::Error& error);

private:
    struct Edited;

    void restart();
    void openJournal();
    void enqueue(const LabelPatch& patch);
    void showPending(const LabelPatch& patch);
    void workOff();
    void giveUp(const Error& error);
    void noteLabels(const LabelMap& map);

    const Archive& m_archive;
    StudySession& m_study;
    ViewState& m_state;
    QUndoStack& m_stack;
    const AnatomyCatalog& m_catalog;
    /// Receiver of the tasks for the open label map: deleting it drops them.
    std::unique_ptr<QObject> m_scope;
    std::deque<LabelPatch> m_queue; ///< The first is being carried out.
    bool m_allShown = true;         ///< Everything in the queue is in the preview.
    TaskHandle m_operation;
    bool m_running = false;
    bool m_saving = false;
    EditJournal m_journal;
    bool m_journalAnew = true; ///< The next patch begins it.
    int m_position = 0;        ///< Steps done since the map was opened.
    int m_savedPosition = 0;   ///< -1: no longer on the way that undo and redo go.
    std::uint16_t m_largestLabel = 0;
};

} // namespace fovea
