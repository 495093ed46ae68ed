#pragma once

#include "app/study/ArchiveQueue.h"

#include <QObject>
#include <QString>

#include <vector>

class QLabel;
class QStatusBar;
class QWidget;

namespace fovea {

class Dialogs;

/// Says in the status bar, whatever panels are open, that something a reader did cannot be written
/// to the archive, and asks before the window closes over it.
class ArchiveReport : public QObject {
    Q_OBJECT

public:
    /// Adds to `bar`, which becomes the parent.
    explicit ArchiveReport(QStatusBar& bar);

    /// `what` is written through `queue`: "Measurements". The queue must outlive the window's work.
    void watch(const ArchiveQueue& queue, const QString& what);
    /// False: something cannot be saved, and the user stays to see to it.
    bool mayClose(Dialogs& dialogs, QWidget* parent) const;

private:
    struct Watched {
        const ArchiveQueue* queue;
        QString what;
    };
    void show();
    std::vector<Watched> failing() const;

    QLabel* m_label;
    Error m_error; ///< The last one said.
    std::vector<Watched> m_watched;
};

} // namespace fovea
