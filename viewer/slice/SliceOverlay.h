#pragma once

#include "viewer/slice/PlaneLines.h"
#include "viewer/slice/TextPlaces.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace fovea {

class SliceWidget;

/// planeRgb() for Qt.
QColor planeColour(SliceOrientation orientation);

/// Draws over a slice with the painter of its widget: the lines of the other planes with a gap
/// around the cursor, dashed borders of their slabs, grips where hovered, orientation letters,
/// texts in the corners, the scale bar.
class SliceOverlay {
public:
    SliceOverlay(const SliceWidget& widget, QPainter& painter);

    void drawCrosshair(std::optional<QPointF> hover);
    void drawAnnotations(std::optional<QPointF> hover);
    /// Of the region map, where one is shown; after the annotations, which it leaves free.
    void drawRegionMapLegend();
    void drawEmptyState();

private:
    QRectF textArea() const;
    void drawSlab(const PlaneLines& lines, const PlaneLine& line);
    void drawGrips(const PlaneLines& lines, const PlaneLine& line);

    const SliceWidget& m_widget;
    QPainter& m_painter;
    std::vector<PlacedText> m_placed; ///< What the annotations are.
};

} // namespace fovea
