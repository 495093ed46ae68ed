#include "app/commands/actionIcons.h"

#include "app/Icons.h"
#include "app/commands/menuActions.h"

#include <QAction>
#include <QHash>
#include <QToolBar>
#include <QWidget>

namespace fovea {

namespace {

/// Object name of the command → file in resources/icons.
QString iconOf(const QString& command)
{
    static const QHash<QString, QString> icons{
        {QStringLiteral("openFolder"), QStringLiteral("open-folder")},
        {QStringLiteral("openSegmentation"), QStringLiteral("segmentation")},
        {QStringLiteral("overlaysVisible"), QStringLiteral("overlays")},
        {QStringLiteral("crosshairVisible"), QStringLiteral("crosshair")},
        {QStringLiteral("annotationsVisible"), QStringLiteral("texts")},
        {QStringLiteral("resetViews"), QStringLiteral("reset")},
        {QStringLiteral("togglePanels"), QStringLiteral("panels")},
        {QStringLiteral("fullScreen"), QStringLiteral("full-screen")},
        {QStringLiteral("commandPalette"), QStringLiteral("command")},
        {QStringLiteral("shortcutEditor"), QStringLiteral("keyboard")},
        {QStringLiteral("settings"), QStringLiteral("settings")},
        {QStringLiteral("models"), QStringLiteral("models")},
        {QStringLiteral("toggleKeyImage"), QStringLiteral("star")},
        {QStringLiteral("nextKeyImage"), QStringLiteral("next")},
        {QStringLiteral("previousKeyImage"), QStringLiteral("previous")},
        {QStringLiteral("copyView"), QStringLiteral("copy")},
        {QStringLiteral("exportView"), QStringLiteral("export")},
        {QStringLiteral("analyzeAgain"), QStringLiteral("analyze")},
    };
    if (command.startsWith(QLatin1String("layout_")))
        return QStringLiteral("layout-") + command.section(QLatin1Char('_'), 1);
    return icons.value(command);
}

void describe(const QAction& action, QWidget& button)
{
    const QString text = plainText(action.text());
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    button.setAccessibleName(text);
    button.setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
}

} // namespace

void giveIcons(const QMenuBar& menuBar)
{
    for (const MenuAction& command : menuActions(menuBar)) {
        const QString name = iconOf(command.action->objectName());
        if (name.isEmpty())
            continue;
        command.action->setIcon(icon(name));
        command.action->setIconVisibleInMenu(false);
    }
}

void describeButtons(const QToolBar& toolBar)
{
    for (QAction* action : toolBar.actions()) {
        QWidget* button = toolBar.widgetForAction(action);
        if (!button || action->text().isEmpty())
            continue;
        describe(*action, *button);
        // After the button's own answer to the change.
        QObject::connect(
            action, &QAction::changed, button, [action, button] { describe(*action, *button); },
            Qt::QueuedConnection);
    }
}

} // namespace fovea
