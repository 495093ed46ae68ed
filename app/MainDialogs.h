#pragma once

#include "app/Workplace.h"
#include "app/models/LibraryWork.h"

#include <QObject>

#include <cstdint>
#include <functional>

class QWidget;

namespace fovea {

class AnonymizeDialog;
class ArchiveReport;
class AuditDialog;
class AuditKeeper;
class CatalogsDialog;
class ModelsDialog;
class SiteFindingsDesk;
class StudySession;
class TuneDialog;

/// The windows beside the main one. Those that are not modal are made when they are first wanted
/// and stay.
class MainDialogs : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Workplace workplace;
        SiteFindingsDesk& site;
        ArchiveReport& unsaved;
        StudySession& session;
        std::function<void(std::int64_t seriesId)> openSeries;
    };
    /// `window`, which has its panels already, becomes the parent of all; what the parts name
    /// outlives it.
    MainDialogs(Parts parts, QWidget& window);

    void showSettings();
    void showModels();
    void showCatalogs();
    void showTuning();
    void showAnonymize();
    void showAudit();
    void showAbout();
    AuditKeeper& audit() { return *m_audit; }
    /// False where something goes on that the person does not want to stop.
    bool mayClose();

Q_SIGNALS:
    /// A person took another model into use.
    void modelUsed();

private:
    static void bringUp(QWidget& dialog);

    Parts m_parts;
    QWidget& m_window;
    LibraryWork m_library;
    ModelsDialog* m_models = nullptr;
    CatalogsDialog* m_catalogs = nullptr;
    TuneDialog* m_tuning = nullptr;
    AuditKeeper* m_audit;
    AuditDialog* m_auditLog = nullptr;
    AnonymizeDialog* m_anonymize = nullptr;
};

} // namespace fovea
