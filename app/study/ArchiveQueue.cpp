#include "app/study/ArchiveQueue.h"

#include <utility>

namespace fovea {

ArchiveQueue::ArchiveQueue(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
{
}

void ArchiveQueue::add(Write write, std::function<void()> undo)
{
    m_items.push_back({std::move(write), std::move(undo)});
    if (m_items.size() == 1)
        next();
}

void ArchiveQueue::next()
{
    m_archive.run<Done>(
        this,
        [write = m_items.front().write](StudyDatabase& database, const Progress&) {
            return write(database);
        },
        [this](Result<Done> written) {
            const Item item = std::move(m_items.front());
            m_items.pop_front();
            if (!m_items.empty())
                next();
            if (written)
                return;
            if (item.undo)
                item.undo();
            Q_EMIT failed(written.error());
        });
}

} // namespace fovea
