#include "app/measure/MeasureKeeper.h"

#include <utility>

namespace fovea {

namespace {

constexpr int retryMs = 3000;

} // namespace

MeasureKeeper::MeasureKeeper(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
    , m_writing(std::make_unique<QObject>())
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMs);
    connect(&m_retry, &QTimer::timeout, this, &MeasureKeeper::save);
}

MeasureKeeper::~MeasureKeeper()
{
    m_writing.reset(); // What still waits for its turn must not come after this.
    if (m_unsaved.empty())
        return;
    auto database = StudyDatabase::open(m_archive.folder());
    for (const auto& [seriesId, changes] : m_unsaved) {
        if (database)
            (void)database->changeMeasures(seriesId, listOf(changes));
    }
}

std::vector<MeasureChange> MeasureKeeper::listOf(const Changes& changes)
{
    std::vector<MeasureChange> list;
    for (const auto& [uid, change] : changes)
        list.push_back(change);
    return list;
}

void MeasureKeeper::open(qint64 seriesId)
{
    m_openSeries = seriesId;
    m_sinceOpen.clear();
    if (const auto unsaved = m_unsaved.find(seriesId); unsaved != m_unsaved.end())
        m_sinceOpen = listOf(unsaved->second);
    m_loading = std::make_unique<QObject>();
    m_archive.run<MeasureList>(
        m_loading.get(),
        [seriesId](StudyDatabase& database, const Progress&) {
            return database.measuresOf(seriesId);
        },
        [this](Result<MeasureList> measures) {
            if (!measures) {
                Q_EMIT loadFailed(measures.error());
                return;
            }
            MeasureList list = std::move(*measures);
            for (const MeasureChange& change : std::exchange(m_sinceOpen, {}))
                list = changed(std::move(list), change);
            m_openSeries = 0; // Whoever shows the list now keeps it up to date.
            Q_EMIT loaded(list);
        },
        {}, TaskRunner::Pool::Save);
}

void MeasureKeeper::note(qint64 seriesId, const MeasureChange& change)
{
    if (seriesId == m_openSeries)
        m_sinceOpen.push_back(change);
    m_unsaved[seriesId].insert_or_assign(change.uid(), change);
    // While failing, the timer sets the pace.
    if (!m_failing)
        save();
}

std::size_t MeasureKeeper::unsavedCount() const
{
    std::size_t count = 0;
    for (const auto& [seriesId, changes] : m_unsaved)
        count += changes.size();
    return count;
}

void MeasureKeeper::save()
{
    if (m_saving || m_unsaved.empty())
        return;
    m_saving = true;
    const auto& [seriesId, changes] = *m_unsaved.begin();
    m_archive.run<Done>(
        m_writing.get(),
        [seriesId = seriesId, list = listOf(changes)](StudyDatabase& database, const Progress&) {
            return database.changeMeasures(seriesId, list);
        },
        [this, seriesId = seriesId, written = changes](Result<Done> result) {
            saved(seriesId, written, result);
        },
        {}, TaskRunner::Pool::Save);
}

void MeasureKeeper::saved(qint64 seriesId, const Changes& written, const Result<Done>& result)
{
    m_saving = false;
    // A study that was removed from the archive takes its measures along.
    const bool gone = !result && result.error().code == ErrorCode::NotInArchive;
    if (!result && !gone) {
        m_retry.start();
        if (!std::exchange(m_failing, true))
            Q_EMIT saveFailed(result.error());
        return;
    }
    Changes& unsaved = m_unsaved[seriesId];
    for (const auto& [uid, change] : written) {
        // Unless it was changed again meanwhile.
        if (const auto now = unsaved.find(uid);
            now != unsaved.end() && (gone || now->second.after == change.after))
            unsaved.erase(now);
    }
    if (unsaved.empty())
        m_unsaved.erase(seriesId);
    if (m_unsaved.empty() && std::exchange(m_failing, false))
        Q_EMIT saveRecovered();
    save();
}

} // namespace fovea
