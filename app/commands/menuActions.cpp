#include "app/commands/menuActions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

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
    // Languages without Latin letters name the key apart: "文件(&F)".
    static const QRegularExpression apart(QStringLiteral("\\(&[A-Z0-9]\\)"));
    const QString text = QString(menuText).remove(apart);
    QString out;
    for (qsizetype n = 0; n < text.size(); ++n) {
        if (text[n] == QLatin1Char('&') && ++n == text.size())
            break;
        out += text[n];
    }
    return out;
}

} // namespace fovea
