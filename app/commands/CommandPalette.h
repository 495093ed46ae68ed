#pragma once

#include <QDialog>

class QLineEdit;
class QMenuBar;
class QTreeWidget;

namespace fovea {

/// Finds a command by typing a part of its name, shows its shortcut, and runs it: arrows choose,
/// Enter runs, Escape or a click elsewhere closes.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    /// Over the commands that `menuBar` has whenever the palette opens; it must outlive the
    /// palette.
    CommandPalette(const QMenuBar& menuBar, QWidget* parent);

    /// Empty and with all commands, at the top of the parent's window.
    void open() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search(const QString& query);
    void run();

    const QMenuBar& m_menuBar;
    QLineEdit* m_query;
    QTreeWidget* m_list;
};

} // namespace fovea
