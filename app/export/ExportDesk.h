#pragma once

#include "app/Task.h"
#include "app/Workplace.h"
#include "app/export/ExportDialog.h"
#include "app/export/StudyTablesExport.h"

#include <QList>
#include <QObject>

#include <optional>
#include <set>
#include <vector>

class QAction;
class QMenu;
class QStatusBar;
class QWidget;

namespace fovea {

class EditDesk;
class FindingsDesk;
class KeyImages;
class StatusLine;
class StudyPanel;
class StudySession;
class ViewState;

/// The commands that write what is known of the open series, or tables of the studies in the list,
/// for other programs and people. Works in the background; one export of a kind at a time.
class ExportDesk : public QObject {
    Q_OBJECT

public:
    struct Places {
        QWidget& window;
        Workplace workplace;
        StudySession& session;
        ViewState& view;
        FindingsDesk& findings;
        EditDesk& edit;
        const KeyImages& keyImages;
        StudyPanel& studies;
        StatusLine& status;
        QStatusBar& bar;
    };
    /// Everything must outlive the desk.
    ExportDesk(const Places& places, QObject* parent);

    void fillMenu(QMenu& menu);

Q_SIGNALS:
    /// For the status bar.
    void told(const QString& what);

private:
    void ask(const std::set<ExportPart>& chosen, ExportScope scope = ExportScope::OpenSeries);
    /// Puts together what is known, then asks before files are replaced.
    void begin(const ExportRequest& request);
    void write(ExportRequest request, ExportMaterial material);
    void finish(const ExportRequest& request,
                const Result<std::vector<std::filesystem::path>>& written);
    void updateActions();
    void fail(const Error& error);
    void end();
    void rememberFolder(const ExportRequest& request);
    /// The one in use, if any.
    std::optional<ResultsModel> model() const;
    /// The one in use, where the analysis shown is its.
    std::optional<ResultsModel> speakingModel() const;

    Places m_places;
    StudyTablesExport* m_tables;
    QList<QAction*> m_ofSeries;
    QAction* m_ofTables = nullptr;  ///< In the menu.
    QAction* m_ofStudies = nullptr; ///< In the list of studies.
    TaskHandle m_task;
    QString m_shown;
    bool m_running = false;
    bool m_cancelled = false; ///< Also between two tasks.
};

} // namespace fovea
