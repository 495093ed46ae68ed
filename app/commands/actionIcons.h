#pragma once

class QMenuBar;
class QToolBar;

namespace fovea {

/// Gives the commands of the menu bar the icons that their object names stand for. Menus stay text.
void giveIcons(const QMenuBar& menuBar);

/// Gives every button of the tool bar an accessible name and a tool tip with its key; both follow
/// changes of the command.
void describeButtons(const QToolBar& toolBar);

} // namespace fovea
