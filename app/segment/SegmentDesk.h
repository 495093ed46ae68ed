#pragma once

#include "app/study/Archive.h"
#include "app/work/TimeLeft.h"
#include "app/work/segmentSeries.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace fovea {

class Dialogs;
class Settings;
class StatusLine;
class StudySession;
class ViewState;

/// Segments the open series in the background: without a network, with one that the user imported
/// (Models), or with an nnU-Net folder that the user names once. The status line says how far it
/// is, how long it will take, and stops it. What a segmenter made is kept in the archive and not
/// made twice; the session shows it, and analysis follows as after any other segmentation. One at a
/// time; opening another series does not stop it, its result then waits in the archive.
class SegmentDesk : public QObject {
    Q_OBJECT

public:
    struct Places {
        QWidget& window;
        const Archive& archive;
        const AnatomyCatalog& catalog;
        StudySession& session;
        ViewState& state;
        StatusLine& status;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// Everything must outlive the desk.
    explicit SegmentDesk(const Places& places, QObject* parent = nullptr);

    void fillMenu(QMenu& study);
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// The open series' segmentation lies there, in the archive, and is to be shown.
    void segmented(const std::filesystem::path& labelMap);
    /// For the status bar.
    void told(const QString& what);
    void failed(const fovea::Error& error);

private:
    void segmentChest();
    void askForNetwork();
    void segmentWithNetwork(const std::filesystem::path& folder);
    void segmentWithNetworks(const std::vector<std::filesystem::path>& folders);
    /// Networks may have been imported or removed since.
    void offerNetworks();
    void offer(const std::string& id, const QString& text,
               const std::vector<std::filesystem::path>& folders);
    /// `prepare` says who segments, on the working thread.
    void start(std::function<Result<Segmenter>(const Progress&)> prepare, TaskRunner::Pool pool);
    void showProgress(double fraction);
    void finish(std::int64_t seriesId, const Result<LabelMapRecord>& record);
    void updateActions();
    /// The patient's outline lies over everything; nobody wants to see it first.
    void hideBody();

    Places m_places;
    QMenu* m_menu = nullptr;
    QAction* m_chest = nullptr;
    QAction* m_network = nullptr;
    QAction* m_again =
        nullptr; ///< With the network last used; not in the menu where there is none.
    std::map<std::string, QAction*> m_offered; ///< Of the imported networks, by object name.
    bool m_running = false;
    TaskHandle m_task;
    TimeLeft m_timeLeft;
    QString m_shown; ///< What the status line says of it.
};

} // namespace fovea
