#pragma once

#include "app/Task.h"
#include "app/Workplace.h"
#include "app/export/ExportDialog.h"

#include <QList>
#include <QObject>

#include <optional>
#include <set>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace fovea {

class EditDesk;
class FindingsDesk;
class KeyImages;
class StatusLine;
class StudySession;
class ViewState;

/// The commands that write what is known of the open series for other programs and people. Works in
/// the background; one export at a time.
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
        StatusLine& status;
    };
    /// Everything must outlive the desk.
    ExportDesk(const Places& places, QObject* parent);

    void fillMenu(QMenu& menu);

Q_SIGNALS:
    /// For the status bar.
    void told(const QString& what);

private:
    void ask(const std::set<ExportPart>& chosen);
    /// Puts together what is known, then asks before files are replaced.
    void begin(const ExportRequest& request);
    void write(ExportRequest request, ExportMaterial material);
    void finish(const ExportRequest& request,
                const Result<std::vector<std::filesystem::path>>& written);
    void updateActions();
    void fail(const Error& error);
    void end();
    std::optional<ResultsModel> speakingModel() const;

    Places m_places;
    QList<QAction*> m_actions;
    TaskHandle m_task;
    QString m_shown;
    bool m_running = false;
    bool m_cancelled = false; ///< Also between two tasks.
};

} // namespace fovea
