#include "app/measure/MeasureKeeper.h"

#include <utility>

namespace fovea {

MeasureKeeper::MeasureKeeper(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
    , m_writes(archive)
{
}

void MeasureKeeper::open(qint64 seriesId)
{
    m_openSeries = seriesId;
    m_sinceOpen.clear();
    if (const auto unsaved = m_unsaved.find(seriesId); unsaved != m_unsaved.end()) {
        for (const auto& [uid, change] : unsaved->second)
            m_sinceOpen.push_back(change);
    }
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
    // A study that was removed from the archive takes its measures along: nothing to say.
    m_writes.add(
        [seriesId, change](StudyDatabase& database) {
            return database.changeMeasures(seriesId, {change});
        },
        [this, seriesId, change](const Status&) { written(seriesId, change); },
        std::to_string(seriesId) + ' ' + change.uid());
}

void MeasureKeeper::written(qint64 seriesId, const MeasureChange& change)
{
    const auto series = m_unsaved.find(seriesId);
    if (series == m_unsaved.end())
        return;
    // Unless it was changed again meanwhile.
    const auto known = series->second.find(change.uid());
    if (known != series->second.end() && known->second.after == change.after)
        series->second.erase(known);
    if (series->second.empty())
        m_unsaved.erase(series);
}

} // namespace fovea
