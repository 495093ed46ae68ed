#pragma once

#include "model/domain/Measure.h"
#include "viewer/measure/MeasureCanvas.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace fovea {

class MeasureState;

/// Draws the measures that lie in a picture's plane: lines with a dark edge, the values beside
/// them, square handles on the selected one.
class MeasurePainter {
public:
    MeasurePainter(MeasureCanvas canvas, const MeasureState& state, QPainter& painter);

    void drawAll();

private:
    enum class Stage { Settled, Drawing };
    void draw(const Measure& measure, Stage stage);
    void drawShape(const Measure& measure, Stage stage);
    void stroke(const std::vector<QPointF>& points, bool closed);
    /// A ring where a measure goes through the slice on its way.
    void drawCrossing(const Measure& measure, const Vec3& at);
    void drawArrow(const QPointF& tip, const QPointF& tail);
    void drawAngleArc(const std::vector<QPointF>& points);
    void drawHandles(const std::vector<QPointF>& points);
    void drawWords(const Measure& measure, Stage stage);
    /// Where words of a measure stand: beside it, where the view has room.
    QRectF placeWords(const Measure& measure, const QString& words) const;

    MeasureCanvas m_canvas;
    const MeasureState& m_state;
    QPainter& m_painter;
    bool m_selected = false; ///< The one being drawn is.
};

} // namespace fovea
