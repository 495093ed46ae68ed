#pragma once

#include "app/study/ArchiveQueue.h"
#include "storage/AuditLog.h"

#include <QObject>

#include <cstdint>
#include <string>

namespace fovea {

class StudySession;

/// Notes in the archive's audit log what people do in the window: which studies they open, that
/// they asked a question (never its text), which pictures they take away, settings that matter. In
/// the background, through a queue of its own, which ArchiveReport watches: what cannot be noted is
/// said.
class AuditKeeper : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    AuditKeeper(const Archive& archive, StudySession& session, QObject* parent);

    /// As AuditLog::note().
    void note(AuditAction action, std::int64_t studyId, const std::string& details);
    /// `studyId` 0: of no single study.
    void questionAsked(const QString& question, std::int64_t studyId);
    const ArchiveQueue& writes() const { return m_writes; }

private:
    ArchiveQueue m_writes;
};

} // namespace fovea
