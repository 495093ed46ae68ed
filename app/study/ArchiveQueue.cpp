#include "app/study/ArchiveQueue.h"

#include <utility>

namespace fovea {

ArchiveQueue::ArchiveQueue(const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
{
}

void ArchiveQueue::add(Write write)
{
    m_writes.push_back(std::move(write));
    if (m_writes.size() == 1)
        next();
}

void ArchiveQueue::next()
{
    m_archive.run<Done>(
        this,
        [write = m_writes.front()](StudyDatabase& database, const Progress&) {
            return write(database);
        },
        [this](Result<Done> written) {
            m_writes.pop_front();
            if (!m_writes.empty())
                next();
            if (!written)
                Q_EMIT failed(written.error());
        });
}

} // namespace fovea
