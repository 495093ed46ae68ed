#include "app/keyimages/KeyImages.h"

#include "app/keyimages/keyImagePlane.h"
#include "app/study/StudySession.h"
#include "viewer/slice/SlicePlane.h"
#include "viewer/slice/SliceStack.h"

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

auto placeOf(const KeyImages::Entry& entry)
{
    return std::pair(entry.orientation, entry.slice);
}

} // namespace

KeyImages::KeyImages(ViewState& state, StudySession& session, const Archive& archive,
                     QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_session(session)
    , m_queue(new ArchiveQueue(archive, this))
{
    connect(&session, &StudySession::opening, this, &KeyImages::leave);
    connect(&session, &StudySession::seriesShown, this, &KeyImages::load);
}

void KeyImages::leave()
{
    if (m_seriesId != 0 && m_queue->waitingCount() > 0)
        m_left[m_seriesId] = std::exchange(m_entries, {});
    m_seriesId = 0;
    m_entries.clear();
    m_visited.reset();
    Q_EMIT changed();
}

void KeyImages::load()
{
    m_seriesId = m_session.series()->series.id;
    m_visited.reset();
    if (auto left = m_left.extract(m_seriesId)) {
        m_entries = std::move(left.mapped());
        Q_EMIT changed();
        return;
    }
    m_entries.clear();
    for (const KeyImageRecord& record : m_session.series()->keyImages) {
        Entry entry;
        entry.orientation = orientationOf(record.plane);
        entry.positionMm = record.positionMm;
        entry.window = {record.window.centreHu, record.window.widthHu};
        entry.slice = sliceOf(entry.orientation, entry.positionMm);
        entry.id = std::make_shared<std::int64_t>(record.id);
        insert(std::move(entry));
    }
    Q_EMIT changed();
}

int KeyImages::sliceOf(SliceOrientation orientation, const Vec3& positionMm) const
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return 0;
    return SliceStack(volume->geometry(), sliceAxes(orientation).next).numberAt(positionMm);
}

std::optional<std::size_t> KeyImages::entryAt(SliceOrientation orientation, int slice) const
{
    const auto found = std::ranges::find(m_entries, std::pair(orientation, slice), placeOf);
    if (found == m_entries.end())
        return std::nullopt;
    return std::size_t(found - m_entries.begin());
}

bool KeyImages::isStarred(SliceOrientation orientation) const
{
    return m_state.frame.get().isStandard(orientation) &&
           entryAt(orientation, sliceOf(orientation, m_state.cursorMm.get())).has_value();
}

void KeyImages::toggle(SliceOrientation orientation)
{
    if (!m_session.series())
        return;
    if (!m_state.frame.get().isStandard(orientation)) {
        Q_EMIT planeTurned();
        return;
    }
    const int slice = sliceOf(orientation, m_state.cursorMm.get());
    if (const auto known = entryAt(orientation, slice)) {
        remove(*known);
        return;
    }
    Entry entry;
    entry.orientation = orientation;
    entry.positionMm = m_state.cursorMm.get();
    entry.window = m_state.windowOf(orientation);
    entry.slice = slice;
    entry.id = std::make_shared<std::int64_t>(0);
    add(entry);
    insert(std::move(entry));
    m_visited = entryAt(orientation, slice);
    Q_EMIT changed();
}

void KeyImages::insert(Entry entry)
{
    m_entries.insert(std::ranges::upper_bound(m_entries, placeOf(entry), {}, placeOf),
                     std::move(entry));
}

void KeyImages::add(Entry entry)
{
    KeyImageRecord record;
    record.seriesId = m_session.series()->series.id;
    record.plane = planeOf(entry.orientation);
    record.positionMm = entry.positionMm;
    record.window = {entry.window.centreHu, entry.window.widthHu};
    // The queue runs one write at a time, so a later removal reads what this one wrote.
    m_queue->add(
        [record, id = entry.id](StudyDatabase& database) -> Status {
            const auto stored = database.addKeyImage(record);
            if (!stored)
                return stored.error();
            *id = stored->id;
            return Done{};
        },
        [this, id = entry.id](const Status& stored) {
            if (stored)
                return;
            std::erase_if(m_entries, [&id](const Entry& e) { return e.id == id; });
            m_visited.reset();
            Q_EMIT changed();
            Q_EMIT failed(stored.error());
        });
}

void KeyImages::remove(std::size_t entry)
{
    if (entry >= m_entries.size())
        return;
    const Entry removed = m_entries[entry];
    m_entries.erase(m_entries.begin() + std::ptrdiff_t(entry));
    m_visited.reset();
    Q_EMIT changed();
    m_queue->add(
        [id = removed.id](StudyDatabase& database) { return database.removeKeyImage(*id); });
}

void KeyImages::goTo(std::size_t entry)
{
    if (entry >= m_entries.size())
        return;
    const Entry target = m_entries[entry];
    m_visited = entry;
    m_state.frame.set(PlaneFrame());
    m_state.cursorMm.set(target.positionMm);
    m_state.setWindowOf(target.orientation, target.window);
    Q_EMIT visited(target.orientation);
}

void KeyImages::step(int by)
{
    if (m_entries.empty())
        return;
    const auto count = std::ptrdiff_t(m_entries.size());
    const std::ptrdiff_t from = m_visited ? std::ptrdiff_t(*m_visited) : (by > 0 ? -1 : 0);
    goTo(std::size_t(((from + by) % count + count) % count));
}

} // namespace fovea
