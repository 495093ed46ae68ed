#include "app/study/ArchiveQueue.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace fovea {

namespace {

constexpr int retryMs = 3000;

} // namespace

/// What the writing thread and the end of the queue must agree on: a write happens once.
struct ArchiveQueue::Flight {
    std::mutex mutex; ///< Held while writing.
    bool abandoned = false;
    bool written = false;
};

ArchiveQueue::ArchiveQueue(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMs);
    connect(&m_retry, &QTimer::timeout, this, &ArchiveQueue::next);
}

ArchiveQueue::~ArchiveQueue()
{
    if (m_flight) {
        const std::scoped_lock lock(m_flight->mutex);
        m_flight->abandoned = true;
        if (m_flight->written)
            m_items.pop_front();
    }
    if (m_items.empty())
        return;
    auto database = m_archive.open();
    for (const Item& item : m_items) {
        if (database)
            (void)item.write(*database);
    }
}

void ArchiveQueue::add(Write write, Ended ended, const std::string& key)
{
    Item item{std::move(write), std::move(ended), key};
    const auto waiting = m_items.begin() + (m_flight ? 1 : 0);
    const auto same = std::find_if(waiting, m_items.end(), [&key](const Item& known) {
        return !key.empty() && known.key == key;
    });
    if (same != m_items.end())
        *same = std::move(item);
    else
        m_items.push_back(std::move(item));
    // While failing, the timer sets the pace.
    if (!m_failing)
        next();
}

void ArchiveQueue::next()
{
    if (m_flight || m_items.empty())
        return;
    m_flight = std::make_shared<Flight>();
    m_archive.run<Done>(
        this,
        [write = m_items.front().write, flight = m_flight](StudyDatabase& database,
                                                           const Progress&) -> Status {
            const std::scoped_lock lock(flight->mutex);
            if (flight->abandoned)
                return makeError(ErrorCode::Cancelled);
            const Status written = write(database);
            flight->written = written.ok();
            return written;
        },
        [this](const Status& written) { landed(written); }, {}, TaskRunner::Pool::Save);
}

void ArchiveQueue::landed(const Status& written)
{
    m_flight.reset();
    if (!written && written.error().code != ErrorCode::NotInArchive) {
        // What would be tried again may have a later state behind it by now.
        const std::string& key = m_items.front().key;
        if (!key.empty() && std::ranges::count(m_items, key, &Item::key) > 1)
            m_items.pop_front();
        m_retry.start();
        if (!std::exchange(m_failing, true))
            Q_EMIT failed(written.error());
        return;
    }
    const Item item = std::move(m_items.front());
    m_items.pop_front();
    if (item.ended)
        item.ended(written);
    if (m_items.empty() && std::exchange(m_failing, false))
        Q_EMIT recovered();
    next();
}

} // namespace fovea
