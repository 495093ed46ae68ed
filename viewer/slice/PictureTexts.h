#pragma once

#include "viewer/slice/TextPlaces.h"

#include <QPointF>

#include <optional>

namespace fovea {

class SliceWidget;

/// What a slice view writes over its picture: what is shown and how, and what lies under the
/// pointer, or under the cursor without one. `area` is where it may write.
PictureTexts pictureTexts(const SliceWidget& widget, const QRectF& area,
                          std::optional<QPointF> hover);

} // namespace fovea
