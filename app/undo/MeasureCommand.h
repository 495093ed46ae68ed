#pragma once

#include "model/domain/Measure.h"

#include <QUndoCommand>

#include <functional>

namespace fovea {

/// One change of a measure, and back.
class MeasureCommand : public QUndoCommand {
public:
    /// `carryOut` makes the change, at once when the command is put on a stack. It must outlive the
    /// stack.
    MeasureCommand(MeasureChange change, std::function<void(const MeasureChange&)> carryOut);

    void undo() override;
    void redo() override;

private:
    const MeasureChange m_change;
    const std::function<void(const MeasureChange&)> m_carryOut;
};

} // namespace fovea
