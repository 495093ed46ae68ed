#pragma once

#include <QString>

#include <vector>

class QAction;
class QMenuBar;

namespace fovea {

/// A command of the menu bar.
struct MenuAction {
    QAction* action = nullptr;
    QString menu; ///< The menus it lies in, for people: "View › Layout".
    QString text; ///< Without mnemonic.
};

/// Every command of the menu bar and its submenus, in their order; not the menus themselves.
std::vector<MenuAction> menuActions(const QMenuBar& menuBar);

/// A menu text without its mnemonic: "Save && &close" becomes "Save & close".
QString plainText(const QString& menuText);

} // namespace fovea
