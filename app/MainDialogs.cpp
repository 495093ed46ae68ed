#include "app/MainDialogs.h"

#include "app/ModelLibrary.h"
#include "app/SettingsDialog.h"
#include "app/Theme.h"
#include "app/anonymize/AnonymizeDialog.h"
#include "app/ask/AskPanel.h"
#include "app/audit/AuditDialog.h"
#include "app/audit/AuditKeeper.h"
#include "app/catalogs/CatalogsDialog.h"
#include "app/catalogs/SiteFindingsDesk.h"
#include "app/models/ModelsDialog.h"
#include "app/studies/StudyPanel.h"
#include "app/study/ArchiveReport.h"
#include "app/study/StudySession.h"
#include "app/tune/TuneDialog.h"

#include <QApplication>

#include <utility>

namespace fovea {

MainDialogs::MainDialogs(Parts parts, QWidget& window)
    : QObject(&window)
    , m_parts(std::move(parts))
    , m_window(window)
    , m_library(m_parts.workplace.tasks, ModelLibrary::installedLibrary())
    , m_audit(new AuditKeeper(m_parts.workplace.archive, m_parts.session, this))
{
    m_parts.unsaved.watch(m_audit->writes(), tr("Audit log"));
    connect(this, &MainDialogs::modelUsed, m_audit,
            [this] { m_audit->note(AuditAction::Setting, 0, "model"); });
    if (auto* ask = window.findChild<AskPanel*>())
        connect(ask, &AskPanel::asked, m_audit, [this, ask] {
            const auto& open = m_parts.session.series();
            const bool ofStudy = ask->scope() == RegionQuestion::Scope::Study && open;
            m_audit->questionAsked(ask->question(), ofStudy ? open->study.id : 0);
        });
}

void MainDialogs::bringUp(QWidget& dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

void MainDialogs::showSettings()
{
    const Workplace& at = m_parts.workplace;
    const auto modelBefore = at.settings.modelPackage();
    SettingsDialog dialog(at.settings, at.dialogs, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    applyTheme(*qApp, at.settings.theme());
    m_audit->note(AuditAction::Setting, 0, "settings");
    const auto model = at.settings.modelPackage();
    if (model == modelBefore)
        return;
    connect(&at.model, &ModelService::ready, this, &MainDialogs::modelUsed,
            Qt::SingleShotConnection);
    at.model.load(model.empty() ? ModelLibrary::demoPackage() : model);
}

void MainDialogs::showModels()
{
    const Workplace& at = m_parts.workplace;
    if (m_models) {
        m_models->refresh();
    } else {
        m_models = new ModelsDialog({at.tasks, at.model, m_library, at.settings, at.dialogs},
                                    ModelLibrary::demoPackage(), &m_window);
        connect(m_models, &ModelsDialog::modelUsed, this, &MainDialogs::modelUsed);
    }
    bringUp(*m_models);
}

void MainDialogs::showCatalogs()
{
    const Workplace& at = m_parts.workplace;
    if (!m_catalogs) {
        const CatalogParts parts{at.archive, at.model, m_parts.site.catalog(),
                                 m_parts.site.findings()};
        m_catalogs = new CatalogsDialog(parts, at.dialogs, &m_window);
        m_parts.unsaved.watch(m_catalogs->writes(), tr("Anatomies"));
        connect(m_catalogs, &CatalogsDialog::seriesChosen, this, m_parts.openSeries);
    }
    bringUp(*m_catalogs);
}

void MainDialogs::showTuning()
{
    const Workplace& at = m_parts.workplace;
    if (!m_tuning) {
        m_tuning =
            new TuneDialog({at.archive, at.model, m_library, at.settings, at.dialogs},
                           QCoreApplication::applicationDirPath() + QStringLiteral("/fovea-cli"),
                           ModelLibrary::demoPackage(), &m_window);
        connect(m_tuning, &TuneDialog::modelUsed, this, &MainDialogs::modelUsed);
    }
    bringUp(*m_tuning);
}

void MainDialogs::showAnonymize()
{
    const Workplace& at = m_parts.workplace;
    if (!m_anonymize)
        m_anonymize = new AnonymizeDialog({at.archive, at.settings, at.dialogs}, &m_window);
    const auto& open = m_parts.session.series();
    const auto* list = m_window.findChild<StudyPanel*>();
    m_anonymize->setStudies(open ? open->study.id : 0,
                            list ? list->selectedStudies() : std::vector<std::int64_t>());
    bringUp(*m_anonymize);
}

void MainDialogs::showAudit()
{
    const Workplace& at = m_parts.workplace;
    if (m_auditLog)
        m_auditLog->refresh();
    else
        m_auditLog = new AuditDialog({at.archive, at.settings, at.dialogs}, &m_window);
    bringUp(*m_auditLog);
}

void MainDialogs::showAbout()
{
    m_parts.workplace.dialogs.showMessage(
        &m_window, tr("About Fovea"),
        tr("Fovea %1\n\nA workstation for reading CT with a fine-grained vision-language model.\n\n"
           "Research software, not a medical device: not for diagnosis or treatment. Nothing is "
           "sent "
           "anywhere.\n\nLicence: Apache-2.0")
            .arg(QApplication::applicationVersion()),
        {});
}

bool MainDialogs::mayClose()
{
    return !m_tuning || !m_tuning->job().isRunning() ||
           m_parts.workplace.dialogs.confirm(
               &m_window, tr("Fine-tuning"),
               tr("A model is being tuned. If Fovea is closed, that stops; it can go on where it "
                  "was the next time."),
               tr("Close Fovea"));
}

} // namespace fovea
