#include "app/commands/CommandActions.h"

#include "app/commands/CommandPalette.h"
#include "app/commands/ShortcutsDialog.h"
#include "app/commands/actionIcons.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace fovea {

CommandActions::CommandActions(QMainWindow& window, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_settings(settings)
{
}

void CommandActions::fill(QMenu& menu, QToolBar& toolBar)
{
    QAction* palette = menu.addAction(tr("&Find a command…"));
    palette->setObjectName(QStringLiteral("commandPalette"));
    palette->setShortcut(QKeySequence(QStringLiteral("Ctrl+K")));
    connect(palette, &QAction::triggered, this, &CommandActions::showPalette);
    QAction* shortcuts = menu.addAction(tr("&Keyboard shortcuts…"));
    shortcuts->setObjectName(QStringLiteral("shortcutEditor"));
    connect(shortcuts, &QAction::triggered, this, &CommandActions::showShortcuts);
    toolBar.addAction(palette);
}

void CommandActions::finish(QToolBar& toolBar)
{
    m_shortcuts = std::make_unique<Shortcuts>(*m_window.menuBar(), m_settings);
    giveIcons(*m_window.menuBar());
    describeButtons(toolBar);
}

void CommandActions::showPalette()
{
    if (!m_palette)
        m_palette = new CommandPalette(*m_window.menuBar(), &m_window);
    m_palette->open();
}

void CommandActions::showShortcuts()
{
    if (!m_shortcuts)
        return;
    auto* dialog = new ShortcutsDialog(*m_shortcuts, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace fovea
