#pragma once

#include "app/study/Archive.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <string>

namespace fovea {

/// How what a reader leaves behind gets into the archive: in the background, one write after the
/// other in the order they were asked for, on a thread that nothing long waits on. What fails is
/// tried again until it can be written; what waits when the queue is deleted is written then,
/// waiting for it. Each kind of thing (measures, key images, windows, verdicts) has a queue of its
/// own, so that one that cannot be written does not keep the others.
class ArchiveQueue : public QObject {
    Q_OBJECT

public:
    /// Runs on another thread, or on the GUI thread at the very end.
    using Write = std::function<Status(StudyDatabase&)>;
    /// On the GUI thread: written, or ErrorCode::NotInArchive: what it is about has gone from the
    /// archive, and the write is given up.
    using Ended = std::function<void(const Status&)>;

    /// `archive` must outlive the queue.
    explicit ArchiveQueue(const Archive& archive, QObject* parent = nullptr);
    /// The last chance for what waits; calls nobody back.
    ~ArchiveQueue() override;

    /// A write with a `key` takes the place of one with the same key that has not begun, whose
    /// `ended` is then never called: only the last state of a thing need be written.
    void add(Write write, Ended ended = {}, const std::string& key = {});

    /// Writes that are not in the archive as yet.
    std::size_t waitingCount() const { return m_items.size(); }
    /// Trying to write has failed and goes on.
    bool isFailing() const { return m_failing; }
    void setRetryInterval(int milliseconds) { m_retry.setInterval(milliseconds); }

Q_SIGNALS:
    /// Once per row of failures.
    void failed(const fovea::Error& error);
    /// Everything is in the archive again.
    void recovered();

private:
    struct Item {
        Write write;
        Ended ended;
        std::string key;
    };
    struct Flight;

    void next();
    void landed(const Status& written);

    const Archive& m_archive;
    std::deque<Item> m_items;         ///< The first is the one in m_flight.
    std::shared_ptr<Flight> m_flight; ///< Null: nothing is being written.
    bool m_failing = false;
    QTimer m_retry;
};

} // namespace fovea
