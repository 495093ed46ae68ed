#pragma once

#include "app/Task.h"
#include "app/Workplace.h"
#include "app/export/exportStudyTables.h"
#include "storage/StudyDatabase.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QStatusBar;
class QToolButton;
class QWidget;

namespace fovea {

/// Writes tables of many studies behind reading, which may take hours: how far it is stands in the
/// status bar, where it can be stopped. One at a time. On the GUI thread.
class StudyTablesExport : public QObject {
    Q_OBJECT

public:
    /// Which studies, asked of the archive on another thread behind all writes of what a reader
    /// did, so that none of it is missing.
    using FindStudies =
        std::function<Result<std::vector<std::int64_t>>(const StudyDatabase&, const Progress&)>;

    /// What `workplace` names outlives it. `window` becomes the parent.
    StudyTablesExport(const Workplace& workplace, QStatusBar& bar, QWidget& window);

    bool isRunning() const { return m_running; }
    /// Asks before it replaces files. `model`: whose answers the tables have, if any.
    void begin(const ExportRequest& request, FindStudies find, std::optional<ResultsModel> model);

Q_SIGNALS:
    void runningChanged();
    /// For the status bar.
    void told(const QString& what);

private:
    void write(const ExportRequest& request, std::vector<std::int64_t> studies,
               std::optional<ResultsModel> model);
    void finish(const ExportRequest& request, const StudyTablesWritten& written);
    void fail(const Error& error);
    void setRunning(bool running);
    void showProgress(double fraction);

    Workplace m_workplace;
    QWidget& m_window;
    QLabel* m_label;
    QToolButton* m_stop;
    TaskHandle m_task;
    bool m_running = false;
    bool m_stopped = false; ///< Also between two tasks.
};

} // namespace fovea
