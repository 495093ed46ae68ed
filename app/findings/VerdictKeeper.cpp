#include "app/findings/VerdictKeeper.h"

#include <string>
#include <utility>

namespace fovea {

namespace {

FindingKey keyOf(const VerdictRecord& verdict)
{
    return {verdict.anatomyId, verdict.findingId};
}

} // namespace

VerdictKeeper::VerdictKeeper(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
    , m_writes(archive)
{
}

void VerdictKeeper::open(std::int64_t studyId)
{
    m_loading = std::make_unique<QObject>();
    m_archive.run<std::vector<VerdictRecord>>(
        m_loading.get(),
        [studyId](StudyDatabase& database, const Progress&) {
            return database.verdictsOf(studyId);
        },
        [this, studyId](Result<std::vector<VerdictRecord>> verdicts) {
            if (!verdicts) {
                Q_EMIT failed(verdicts.error());
                return;
            }
            VerdictMap map;
            for (VerdictRecord& verdict : *verdicts)
                map.insert_or_assign(keyOf(verdict), std::move(verdict));
            for (const auto& [place, verdict] : m_unsaved) {
                if (place.first == studyId)
                    map.insert_or_assign(place.second, verdict);
            }
            Q_EMIT loaded(map);
        },
        {}, TaskRunner::Pool::Save);
}

void VerdictKeeper::note(const VerdictRecord& verdict)
{
    m_unsaved.insert_or_assign(Place(verdict.studyId, keyOf(verdict)), verdict);
    // A study that was removed from the archive takes its verdicts along: nothing to say.
    m_writes.add([verdict](StudyDatabase& database) { return database.saveVerdict(verdict); },
                 [this, verdict](const Status&) { written(verdict); },
                 std::to_string(verdict.studyId) + ' ' + verdict.anatomyId + '/' +
                     verdict.findingId);
}

void VerdictKeeper::written(const VerdictRecord& verdict)
{
    // Unless it was changed again meanwhile.
    const auto known = m_unsaved.find(Place(verdict.studyId, keyOf(verdict)));
    if (known != m_unsaved.end() && known->second == verdict)
        m_unsaved.erase(known);
}

} // namespace fovea
