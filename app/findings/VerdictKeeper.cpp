#include "app/findings/VerdictKeeper.h"

#include <utility>

namespace fovea {

namespace {

constexpr int retryMs = 3000;

FindingKey keyOf(const VerdictRecord& verdict)
{
    return {verdict.anatomyId, verdict.findingId};
}

} // namespace

VerdictKeeper::VerdictKeeper(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
    , m_writing(std::make_unique<QObject>())
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMs);
    connect(&m_retry, &QTimer::timeout, this, &VerdictKeeper::save);
}

VerdictKeeper::~VerdictKeeper()
{
    m_writing.reset(); // What still waits for its turn must not come after this.
    if (m_unsaved.empty())
        return;
    auto database = StudyDatabase::open(m_archive.folder());
    for (const auto& [place, verdict] : m_unsaved) {
        if (database)
            (void)database->saveVerdict(verdict);
    }
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
    if (!m_failing) // Else the timer sets the pace.
        save();
}

void VerdictKeeper::save()
{
    if (m_saving || m_unsaved.empty())
        return;
    m_saving = true;
    m_archive.run<Done>(
        m_writing.get(),
        [verdict = m_unsaved.begin()->second](StudyDatabase& database, const Progress&) {
            return database.saveVerdict(verdict);
        },
        [this, verdict = m_unsaved.begin()->second](Result<Done> result) {
            saved(verdict, result);
        },
        {}, TaskRunner::Pool::Save);
}

void VerdictKeeper::saved(const VerdictRecord& written, const Result<Done>& result)
{
    m_saving = false;
    // A study that was removed from the archive takes its verdicts along.
    const bool gone = !result && result.error().code == ErrorCode::NotInArchive;
    if (!result && !gone) {
        m_retry.start();
        if (!std::exchange(m_failing, true))
            Q_EMIT failed(result.error());
        return;
    }
    m_failing = false;
    const auto now = m_unsaved.find(Place(written.studyId, keyOf(written)));
    if (now != m_unsaved.end() && (gone || now->second == written))
        m_unsaved.erase(now);
    save();
}

} // namespace fovea
