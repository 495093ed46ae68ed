#pragma once

#include "app/commands/Shortcuts.h"

#include <QObject>

#include <memory>

class QMainWindow;
class QMenu;
class QToolBar;

namespace fovea {

class CommandPalette;

/// Finding commands and choosing their keys: the commands that are about commands.
class CommandActions : public QObject {
    Q_OBJECT

public:
    /// `window` and `settings` must outlive the actions.
    CommandActions(QMainWindow& window, Settings& settings, QObject* parent);

    void fill(QMenu& menu, QToolBar& toolBar);
    /// When the menu bar is complete: sets the keys that the user chose, gives icons, and tells
    /// screen readers what the tool bar's buttons are.
    void finish(QToolBar& toolBar);

private:
    void showPalette();
    void showShortcuts();

    QMainWindow& m_window;
    Settings& m_settings;
    CommandPalette* m_palette = nullptr;
    std::unique_ptr<Shortcuts> m_shortcuts; ///< From finish() on.
};

} // namespace fovea
