#pragma once

#include "app/study/ArchiveQueue.h"
#include "storage/StudyNotes.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace fovea {

/// Writes tags, notes and read marks of studies, through a queue that keeps them until they are in
/// the archive.
class StudyNoteKeeper : public QObject {
    Q_OBJECT

public:
    /// `archive` must outlive the keeper.
    explicit StudyNoteKeeper(const Archive& archive, QObject* parent = nullptr);

    void setNote(std::int64_t studyId, const StudyNote& note);
    void setRead(std::int64_t studyId, bool read);
    /// Somebody looks at it: its study counts as read.
    void seriesOpened(std::int64_t seriesId);
    /// What the reader left last, written or not. `stored`: what the archive has.
    StudyNote noteOf(std::int64_t studyId, const StudyNote& stored) const;
    const ArchiveQueue& writes() const { return m_writes; }

Q_SIGNALS:
    void changed();
    /// The study is gone.
    void failed(const fovea::Error& error);

private:
    /// `key`: what it is the newest state of.
    void write(std::function<Status(const StudyNotes&)> change, const std::string& key,
               std::function<void()> written = {});

    ArchiveQueue m_writes;
    std::map<std::int64_t, StudyNote> m_unsaved; ///< By study: on their way.
};

} // namespace fovea
