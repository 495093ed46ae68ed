#pragma once

#include "app/study/Archive.h"
#include "storage/AuditLog.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace fovea {

class Dialogs;
class Settings;

/// The archive's audit log: entries by day and action, newest first, whether the log is as it was
/// written, and the way to a CSV file of what is listed. Not modal.
class AuditDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        const Archive& archive;
        Settings& settings;
        Dialogs& dialogs;
    };
    /// Everything must outlive the dialog.
    AuditDialog(const Parts& parts, QWidget* parent);

    /// Reads the log again.
    void refresh();

private:
    struct Reading {
        std::vector<AuditEntry> entries;
        AuditCheck check;
    };
    AuditQuery query() const;
    void show(const Reading& reading);
    void save();

    Parts m_parts;
    QCheckBox* m_byDate;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QComboBox* m_action;
    QTreeWidget* m_list;
    QLabel* m_state;
    QPushButton* m_save;
    TaskHandle m_task;
    std::vector<AuditEntry> m_entries; ///< As listed.
};

} // namespace fovea
