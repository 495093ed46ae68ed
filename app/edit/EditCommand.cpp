#include "app/edit/EditCommand.h"

#include "app/edit/EditSession.h"

namespace fovea {

EditCommand::EditCommand(EditSession& session, const QString& what, LabelPatch patch, int position)
    : QUndoCommand(what)
    , m_session(&session)
    , m_patch(std::move(patch))
    , m_position(position)
{
}

void EditCommand::undo()
{
    if (m_session)
        m_session->carryOut(reversed(m_patch), m_position);
}

void EditCommand::redo()
{
    if (m_session)
        m_session->carryOut(m_patch, m_position + 1);
}

} // namespace fovea
