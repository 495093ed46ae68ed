#pragma once

#include "model/domain/Volume.h"
#include "viewer/measure/MeasurePlane.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <vector>

namespace fovea {

class SliceWidget;

/// A picture of a plane that measures are drawn on: a slice view, or a picture of its own.
struct MeasureCanvas {
    MeasurePlane plane;
    /// Where a position (LPS, mm) lies, in the picture's logical pixels.
    std::function<QPointF(const Vec3&)> toPicture;
    QRectF area;      ///< Of the picture where words may stand.
    VolumePtr volume; ///< What values are measured on.

    /// Valid as long as the widget is and shows what it shows now.
    static MeasureCanvas of(const SliceWidget& widget);

    std::vector<QPointF> onPicture(const std::vector<Vec3>& positionsMm) const;
    /// The outline of an ellipse or polygon as a closed line, of other kinds their points.
    std::vector<QPointF> outline(const Measure& measure) const;
};

} // namespace fovea
