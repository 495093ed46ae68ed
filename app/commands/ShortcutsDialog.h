#pragma once

#include "app/commands/Shortcuts.h"

#include <QDialog>

class QDialogButtonBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace fovea {

/// A key for every command. Two commands with one key are named, and cannot be accepted.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// `shortcuts` must outlive the dialog, and changes when the user accepts.
    explicit ShortcutsDialog(Shortcuts& shortcuts, QWidget* parent = nullptr);

    void accept() override;

private:
    void addRow(const ShortcutEntry& entry, const QKeySequence& key);
    void show(const ShortcutMap& keys);
    void filter(const QString& query);
    void check();
    ShortcutMap edited() const;

    Shortcuts& m_shortcuts;
    QLineEdit* m_query;
    QTreeWidget* m_list;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
    QMap<QString, QKeySequenceEdit*> m_edits; ///< By the command's id.
};

} // namespace fovea
