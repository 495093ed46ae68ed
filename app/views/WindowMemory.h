#pragma once

#include "app/study/ArchiveQueue.h"
#include "viewer/ViewState.h"

#include <QObject>

#include <map>
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
    /// Keeps what was set last.
    ~WindowMemory() override;

    /// The open series was read before and came in the window of that reading.
    bool knowsSeries() const { return m_known; }
    /// Shows a window that is not the reader's choice and is not remembered. Right after the series
    /// was shown.
    void showUnremembered(const WindowLevel& window);

    const ArchiveQueue& writes() const { return *m_queue; }

private:
    void recall();
    void noteChange(const WindowLevel& window);
    void save();

    ViewState& m_state;
    StudySession& m_session;
    Settings& m_settings;
    ArchiveQueue* m_queue;
    QTimer* m_delay; ///< A drag changes the window a hundred times; its end is what counts.
    struct Change {
        qint64 seriesId = 0;
        QString modality;
        WindowLevel window;
    };
    std::optional<Change> m_changed; ///< Not saved yet.
    bool m_known = false;
    /// By series: what was saved last; to read it back from the archive may be too early.
    std::map<qint64, WindowLevel> m_saved;
    Connection m_connection;
};

} // namespace fovea
