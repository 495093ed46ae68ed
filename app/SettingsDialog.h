#pragma once

#include "app/Dialogs.h"
#include "app/Settings.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace fovea {

/// Language, theme, archive folder, model package, and whether TotalSegmentator of this computer
/// may be used. Writes the Settings when accepted; the caller applies what can change at once
/// (theme, model); language and archive take effect at next start, and the dialog says so.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// Both references must outlive the dialog.
    SettingsDialog(Settings& settings, Dialogs& dialogs, QWidget* parent = nullptr);

    void accept() override;

private:
    void addFolderRow(QFormLayout& form, const QString& label, QLineEdit& edit);

    Settings& m_settings;
    Dialogs& m_dialogs;
    QComboBox* m_language;
    QComboBox* m_theme;
    QLineEdit* m_archive;
    QLineEdit* m_model;
    QComboBox* m_external;
};

} // namespace fovea
