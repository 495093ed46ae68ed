#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace fovea {

/// Draws text over a picture so that it is legible on air and on bone: at the left of `area`, in
/// its middle, in the painter's font.
void drawEdgedText(QPainter& painter, const QRectF& area, const QString& text);

/// A scale bar of so many pixels, upwards from the bottom right of `area`.
void drawScaleBar(QPainter& painter, const QRectF& area, double length);

/// 1, 2 or 5 times a power of ten, the largest not above `most`: what a scale bar says.
double roundLength(double most);

} // namespace fovea
