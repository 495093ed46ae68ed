#pragma once

#include "app/archive/ArchiveDialog.h"

#include <QObject>

class QMenu;
class QWidget;

namespace fovea {

class Dialogs;
class Settings;

/// The commands on the archive as a whole: check and repair, back up, restore. A backup is restored
/// into an empty folder, never over the archive in use, and opened where the user wants it.
class ArchiveDesk : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QWidget& window;
        const Archive& archive;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// Everything must outlive the desk.
    explicit ArchiveDesk(const Parts& parts, QObject* parent = nullptr);

    void fill(QMenu& menu);

Q_SIGNALS:
    /// There may be fewer records than before.
    void archiveChanged();
    /// Another archive is to be opened: the one that the settings have now.
    void restartWanted();

private:
    void check();
    void askForBackup();
    void askForRestore();
    void askWhereTo(const BackupFacts& backup);
    void useRestored(const QString& folder);
    ArchiveDialog& dialog();

    Parts m_parts;
    ArchiveDialog* m_dialog = nullptr; ///< Made when first wanted; the window's.
};

} // namespace fovea
