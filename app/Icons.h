#pragma once

#include <QIcon>

namespace fovea {

/// A line icon of resources/icons, by its file's name without ".svg". Drawn in the text colour of
/// the application's palette at the time of painting, so that it follows the theme, at any pixel
/// ratio. A null icon where there is none of that name.
QIcon icon(const QString& name);

} // namespace fovea
