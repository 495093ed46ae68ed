#pragma once

#include "app/study/ArchiveQueue.h"
#include "viewer/ViewState.h"

#include <QObject>

#include <optional>

class QTimer;

namespace fovea {

class Settings;
class StudySession;

/// Which window a series opens in: the one it was last read in; else the last one of its modality;
/// else the first that its own files suggest. Remembers what the reader sets: for the series in the
/// archive, for the modality in the settings.
class WindowMemory : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the memory.
    WindowMemory(ViewState& state, StudySession& session, const Archive& archive,
                 Settings& settings, QObject* parent = nullptr);

private:
    void recall();
    void noteChange();
    void save();

    ViewState& m_state;
    StudySession& m_session;
    Settings& m_settings;
    ArchiveQueue* m_queue;
    QTimer* m_delay; ///< A drag changes the window a hundred times; its end is what counts.
    struct Series {
        qint64 id = 0;
        QString modality;
    };
    std::optional<Series> m_changed; ///< Whose window is not saved yet.
    Connection m_connection;
};

} // namespace fovea
