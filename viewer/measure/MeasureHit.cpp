#include "viewer/measure/MeasureHit.h"

#include "viewer/measure/MeasureCanvas.h"
#include "viewer/measure/MeasurePlane.h"
#include "viewer/measure/MeasureState.h"
#include "viewer/slice/SliceWidget.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>
#include <limits>

namespace fovea {

namespace {

constexpr double reach = 7; ///< Logical pixels.

double distance(const QPointF& a, const QPointF& b)
{
    return QLineF(a, b).length();
}

double distanceToSegment(const QPointF& at, const QPointF& a, const QPointF& b)
{
    const QPointF along = b - a;
    const double squared = QPointF::dotProduct(along, along);
    const double t =
        squared > 0 ? std::clamp(QPointF::dotProduct(at - a, along) / squared, 0.0, 1.0) : 0.0;
    return distance(at, a + along * t);
}

double distanceToLine(const Measure& measure, const SliceWidget& widget, const QPointF& at)
{
    std::vector<QPointF> line = MeasureCanvas::of(widget).outline(measure);
    if (measure.kind == MeasureKind::Text) // Its words are what one sees of it.
        line.push_back(line.front() +
                       QPointF(QFontMetricsF(widget.font())
                                   .horizontalAdvance(QString::fromStdString(measure.text)),
                               0));
    const bool closed =
        measure.kind == MeasureKind::Ellipse || measure.kind == MeasureKind::Polygon;
    if (line.size() == 1)
        return distance(at, line.front());
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t n = 0; n + (closed ? 0 : 1) < line.size(); ++n)
        nearest = std::min(nearest, distanceToSegment(at, line[n], line[(n + 1) % line.size()]));
    return nearest;
}

} // namespace

std::optional<MeasureHit> hitMeasure(const SliceWidget& widget, const MeasureState& state,
                                     const QPointF& at, bool handlesOnly)
{
    if (!state.visible.get())
        return std::nullopt;
    const MeasurePlane plane = MeasurePlane::of(widget);
    const Measure* selected = findMeasure(state.measures.get(), state.selected.get());
    if (selected && plane.shows(*selected)) {
        for (std::size_t n = 0; n < selected->pointsMm.size(); ++n) {
            if (distance(widget.toWidget(selected->pointsMm[n]), at) <= reach)
                return MeasureHit{selected->uid, n};
        }
    }
    if (handlesOnly)
        return std::nullopt;
    std::optional<MeasureHit> hit;
    double nearest = reach;
    for (const Measure& measure : state.measures.get()) {
        if (!plane.shows(measure))
            continue;
        const double away = distanceToLine(measure, widget, at);
        if (away > nearest)
            continue;
        nearest = away;
        hit = MeasureHit{measure.uid, std::nullopt};
    }
    return hit;
}

} // namespace fovea
