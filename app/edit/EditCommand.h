#pragma once

#include "model/edit/LabelPatch.h"

#include <QPointer>
#include <QUndoCommand>

namespace fovea {

class EditSession;

/// One change of the label map, and back.
class EditCommand : public QUndoCommand {
public:
    /// `position`: steps done before this one. Carried out when it is put on a stack.
    EditCommand(EditSession& session, const QString& what, LabelPatch patch, int position);

    void undo() override;
    void redo() override;

private:
    const QPointer<EditSession> m_session; ///< The stack may live longer.
    const LabelPatch m_patch;
    const int m_position;
};

} // namespace fovea
