#include "app/commands/menuActions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace fovea {

namespace {

void collect(const QList<QAction*>& actions, const QString& path, std::vector<MenuAction>& out)
{
    for (QAction* action : actions) {
        if (action->isSeparator())
            continue;
        const QString text = plainText(action->text());
        if (const QMenu* menu = action->menu())
            collect(menu->actions(), path.isEmpty() ? text : path + QStringLiteral(" › ") + text,
                    out);
        else
            out.push_back({action, path, text});
    }
}

} // namespace

std::vector<MenuAction> menuActions(const QMenuBar& menuBar)
{
    std::vector<MenuAction> out;
    collect(menuBar.actions(), {}, out);
    return out;
}

QString plainText(const QString& menuText)
{
    QString out;
    for (qsizetype n = 0; n < menuText.size(); ++n) {
        if (menuText[n] == QLatin1Char('&') && ++n == menuText.size())
            break;
        out += menuText[n];
    }
    return out;
}

} // namespace fovea
