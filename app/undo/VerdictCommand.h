#pragma once

#include "storage/VerdictRecords.h"

#include <QUndoCommand>

#include <functional>

namespace fovea {

/// A reader's word on a finding, and back to the one before.
class VerdictCommand : public QUndoCommand {
public:
    /// `what`: the finding, in the user's language. `carryOut` makes a verdict hold; called when
    /// the command is put on a stack.
    VerdictCommand(const QString& what, VerdictRecord before, VerdictRecord after,
                   std::function<void(const VerdictRecord&)> carryOut);

    void undo() override { m_carryOut(m_before); }
    void redo() override { m_carryOut(m_after); }

private:
    const VerdictRecord m_before;
    const VerdictRecord m_after;
    const std::function<void(const VerdictRecord&)> m_carryOut;
};

} // namespace fovea
