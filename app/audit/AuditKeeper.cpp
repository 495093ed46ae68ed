#include "app/audit/AuditKeeper.h"

#include "app/study/StudySession.h"
#include "app/work/auditCsv.h"

namespace fovea {

AuditKeeper::AuditKeeper(const Archive& archive, StudySession& session, QObject* parent)
    : QObject(parent)
    , m_writes(archive)
{
    connect(&session, &StudySession::seriesShown, this,
            [this, &session] { note(AuditAction::Opened, session.series()->study.id, "window"); });
}

void AuditKeeper::note(AuditAction action, std::int64_t studyId, const std::string& details)
{
    m_writes.add([action, studyId, details](StudyDatabase& archive) -> Status {
        auto log = AuditLog::open(archive.folder());
        if (!log)
            return log.error();
        return log->note(action, studyId, details);
    });
}

void AuditKeeper::questionAsked(const QString& question, std::int64_t studyId)
{
    m_writes.add([text = question.toStdString(), studyId](StudyDatabase& archive) -> Status {
        auto log = AuditLog::open(archive.folder());
        if (!log)
            return log.error();
        return log->note(AuditAction::Queried, studyId, questionDetails(archive.folder(), text));
    });
}

} // namespace fovea
