#include "app/archive/ArchiveDesk.h"

#include "app/Dialogs.h"
#include "app/Settings.h"
#include "app/text/archiveText.h"
#include "app/text/errorText.h"

#include <QAction>
#include <QDir>
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
        tr("Makes an archive of a backup in a folder of your choice; the one in use stays as it "
           "is"),
        &ArchiveDesk::askForRestore);
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
    const auto chosen = m_parts.dialogs.askFolder(
        &m_parts.window, tr("Folder of the backup, or of all backups for the newest"), {});
    if (!chosen)
        return;
    m_parts.archive.tasks().run<BackupFacts>(
        TaskRunner::Pool::Io, this,
        [folder = std::filesystem::path(chosen->toStdString())](const Progress&) {
            return findBackup(folder);
        },
        [this, folder = *chosen](const Result<BackupFacts>& backup) {
            if (backup)
                askWhereTo(*backup);
            else if (backup.error().code == ErrorCode::FileNotFound)
                m_parts.dialogs.showError(
                    &m_parts.window, tr("Restore a backup"),
                    tr("“%1” is no backup of an archive and holds none. Choose the folder that was "
                       "given for backups, or one in it whose name begins with “fovea-backup-”.")
                        .arg(QDir::toNativeSeparators(folder)),
                    errorDetails(backup.error()));
            else
                m_parts.dialogs.showError(&m_parts.window, tr("Restore a backup"),
                                          errorText(backup.error()), errorDetails(backup.error()));
        });
}

void ArchiveDesk::askWhereTo(const BackupFacts& backup)
{
    const auto chosen = m_parts.dialogs.askFolder(
        &m_parts.window,
        tr("Empty folder for the archive restored from the backup of %1 (%2)")
            .arg(timeText(backup.createdAt), megabytes(backup.bytes)),
        {});
    if (chosen)
        dialog().restore(backup.folder, restorePlace(chosen->toStdString()));
}

void ArchiveDesk::useRestored(const QString& folder)
{
    const bool agreed = m_parts.dialogs.confirm(
        m_dialog, tr("Restore a backup"),
        tr("Open the restored archive now? Fovea closes and starts again with it. The archive that "
           "is open now stays where it is: “%1”. Settings (File menu) can change between them.")
            .arg(QDir::toNativeSeparators(
                QString::fromStdString(m_parts.archive.folder().string()))),
        tr("Open it"));
    if (!agreed)
        return;
    m_parts.settings.setArchiveFolder(folder.toStdString());
    Q_EMIT restartWanted();
}

} // namespace fovea
