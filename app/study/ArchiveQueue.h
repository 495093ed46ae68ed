#pragma once

#include "app/study/Archive.h"

#include <QObject>

#include <deque>
#include <functional>

namespace fovea {

/// Writes to the archive one after the other, in the order they were asked for: of two changes to
/// one thing the later stays. Nothing waits for them. What was asked for and not begun when the
/// queue is deleted is lost.
class ArchiveQueue : public QObject {
    Q_OBJECT

public:
    using Write = std::function<Result<Done>(StudyDatabase&)>;

    /// `archive` must outlive the queue.
    explicit ArchiveQueue(const Archive& archive, QObject* parent = nullptr);

    /// `undo` is called where the write failed, before failed().
    void add(Write write, std::function<void()> undo = {});

Q_SIGNALS:
    void failed(const fovea::Error& error);

private:
    void next();

    const Archive& m_archive;
    struct Item {
        Write write;
        std::function<void()> undo;
    };
    std::deque<Item> m_items; ///< The first is being written.
};

} // namespace fovea
