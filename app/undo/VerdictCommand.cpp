#include "app/undo/VerdictCommand.h"

#include <QCoreApplication>

#include <utility>

namespace fovea {

namespace {

struct CommandTexts {
    Q_DECLARE_TR_FUNCTIONS(fovea::VerdictCommand)
};

QString commandText(const QString& what, const VerdictRecord& before, const VerdictRecord& after)
{
    if (before.verdict == after.verdict)
        return CommandTexts::tr("comment on %1").arg(what);
    switch (after.verdict) {
    case Verdict::Accepted:
        return CommandTexts::tr("acceptance of %1").arg(what);
    case Verdict::Rejected:
        return CommandTexts::tr("rejection of %1").arg(what);
    case Verdict::Open:
        break;
    }
    return CommandTexts::tr("withdrawn verdict on %1").arg(what);
}

} // namespace

VerdictCommand::VerdictCommand(const QString& what, VerdictRecord before, VerdictRecord after,
                               std::function<void(const VerdictRecord&)> carryOut)
    : QUndoCommand(commandText(what, before, after))
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_carryOut(std::move(carryOut))
{
}

} // namespace fovea
