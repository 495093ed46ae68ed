#include "app/studies/StudyNoteKeeper.h"

#include <memory>
#include <utility>

namespace fovea {

StudyNoteKeeper::StudyNoteKeeper(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_writes(archive)
{
}

void StudyNoteKeeper::write(std::function<Status(const StudyNotes&)> change, const std::string& key,
                            std::function<void()> written)
{
    m_writes.add([change = std::move(change)](
                     StudyDatabase& database) { return change(StudyNotes(database.folder())); },
                 [this, written = std::move(written)](const Status& ended) {
                     if (written)
                         written();
                     if (!ended)
                         Q_EMIT failed(ended.error());
                     Q_EMIT changed();
                 },
                 key);
}

void StudyNoteKeeper::setNote(std::int64_t studyId, const StudyNote& note)
{
    m_unsaved[studyId] = note;
    write([studyId, note](const StudyNotes& notes) { return notes.write(studyId, note); },
          "note " + std::to_string(studyId),
          [this, studyId, note] {
              // Another may wait behind this one.
              const auto unsaved = m_unsaved.find(studyId);
              if (unsaved != m_unsaved.end() && unsaved->second == note)
                  m_unsaved.erase(unsaved);
          });
}

void StudyNoteKeeper::setRead(std::int64_t studyId, bool read)
{
    write([studyId, read](const StudyNotes& notes) { return notes.setRead(studyId, read); },
          "read " + std::to_string(studyId));
}

void StudyNoteKeeper::seriesOpened(std::int64_t seriesId)
{
    const auto nowRead = std::make_shared<bool>(false);
    m_writes.add(
        [seriesId, nowRead](StudyDatabase& database) -> Status {
            const auto read = StudyNotes(database.folder()).seriesOpened(seriesId);
            if (!read)
                return read.error();
            *nowRead = *read;
            return Done{};
        },
        [this, nowRead](const Status&) {
            if (*nowRead)
                Q_EMIT changed();
        });
}

StudyNote StudyNoteKeeper::noteOf(std::int64_t studyId, const StudyNote& stored) const
{
    const auto unsaved = m_unsaved.find(studyId);
    return unsaved == m_unsaved.end() ? stored : unsaved->second;
}

} // namespace fovea
