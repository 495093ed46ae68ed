#include "app/undo/MeasureCommand.h"

#include "viewer/measure/measureTexts.h"

#include <QCoreApplication>

#include <utility>

namespace fovea {

namespace {

struct CommandTexts {
    Q_DECLARE_TR_FUNCTIONS(fovea::MeasureCommand)
};

QString commandText(const MeasureChange& change)
{
    const QString kind =
        measureKindName(change.after ? change.after->kind : change.before->kind).toLower();
    if (!change.before)
        return CommandTexts::tr("new %1").arg(kind);
    if (!change.after)
        return CommandTexts::tr("deletion of %1").arg(kind);
    return change.before->text == change.after->text ? CommandTexts::tr("change of %1").arg(kind)
                                                     : CommandTexts::tr("text of %1").arg(kind);
}

} // namespace

MeasureCommand::MeasureCommand(MeasureChange change,
                               std::function<void(const MeasureChange&)> carryOut)
    : QUndoCommand(commandText(change))
    , m_change(std::move(change))
    , m_carryOut(std::move(carryOut))
{
}

void MeasureCommand::undo()
{
    m_carryOut(m_change.reversed());
}

void MeasureCommand::redo()
{
    m_carryOut(m_change);
}

} // namespace fovea
