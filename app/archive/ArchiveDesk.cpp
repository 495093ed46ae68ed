#include "app/archive/ArchiveDesk.h"

#include "app/Dialogs.h"
#include "app/Settings.h"

#include <QAction>
#include <QMenu>

namespace fovea {

ArchiveDesk::ArchiveDesk(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void ArchiveDesk::fill(QMenu& menu)
{
    const auto add = [this, &menu](const char* name, const QString& text, const QString& tip,
                                   auto run) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setToolTip(tip);
        connect(action, &QAction::triggered, this, run);
    };
    add("checkArchive", tr("&Check and repair…"),
        tr("Whether every file and record of the archive is there and whole"), &ArchiveDesk::check);
    add("backUpArchive", tr("&Back up…"),
        tr("Copies the archive to another folder; reading goes on meanwhile"),
        &ArchiveDesk::askForBackup);
    add("restoreArchive", tr("&Restore a backup…"),
        tr("Makes an archive of a backup, beside the one in use"), &ArchiveDesk::askForRestore);
}

ArchiveDialog& ArchiveDesk::dialog()
{
    if (!m_dialog) {
        m_dialog = new ArchiveDialog(m_parts.archive, &m_parts.window);
        connect(m_dialog, &ArchiveDialog::repaired, this, &ArchiveDesk::archiveChanged);
        connect(m_dialog, &ArchiveDialog::restored, this, &ArchiveDesk::useRestored);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    return *m_dialog;
}

void ArchiveDesk::check()
{
    dialog().check();
}

void ArchiveDesk::askForBackup()
{
    if (m_dialog && m_dialog->isRunning()) {
        dialog(); // One after the other; it says what it does.
        return;
    }
    const auto place = m_parts.dialogs.askFolder(
        &m_parts.window, tr("Folder for backups, best on another drive"), {});
    if (place)
        dialog().backUp(place->toStdString());
}

void ArchiveDesk::askForRestore()
{
    if (m_dialog && m_dialog->isRunning()) {
        dialog();
        return;
    }
    const auto backup = m_parts.dialogs.askFolder(&m_parts.window, tr("Folder of the backup"), {});
    if (!backup)
        return;
    const auto place =
        m_parts.dialogs.askFolder(&m_parts.window, tr("Where to put the restored archive"), {});
    if (place)
        dialog().restore(backup->toStdString(), freeName(place->toStdString(), "fovea-archive"));
}

void ArchiveDesk::useRestored(const QString& folder)
{
    if (m_parts.dialogs.confirm(
            m_dialog, tr("Restore a backup"),
            tr("Use the restored archive from the next start? The one in use now stays where it "
               "is: “%1”.")
                .arg(QString::fromStdString(m_parts.archive.folder().string())),
            tr("Use it")))
        m_parts.settings.setArchiveFolder(folder.toStdString());
}

} // namespace fovea
