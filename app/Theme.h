#pragma once

#include "app/Settings.h"

class QApplication;

namespace fovea {

/// Colours and style sheet of the whole program. The reading room's default is dark.
void applyTheme(QApplication& application, Settings::Theme theme);

} // namespace fovea
