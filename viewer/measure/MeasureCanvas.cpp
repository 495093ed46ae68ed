#include "viewer/measure/MeasureCanvas.h"

#include <cmath>
#include <numbers>

namespace fovea {

std::vector<QPointF> MeasureCanvas::onPicture(const std::vector<Vec3>& positionsMm) const
{
    std::vector<QPointF> points;
    for (const Vec3& position : positionsMm)
        points.push_back(toPicture(position));
    return points;
}

std::vector<QPointF> MeasureCanvas::outline(const Measure& measure) const
{
    if (measure.kind != MeasureKind::Ellipse)
        return onPicture(measure.pointsMm);
    constexpr int corners = 72;
    const std::vector<Vec3>& p = measure.pointsMm;
    const Vec3 centre = middleMm(measure);
    const Vec3 u = (p[1] - p[0]) * 0.5;
    const Vec3 v = (p[3] - p[2]) * 0.5;
    std::vector<QPointF> line;
    for (int n = 0; n < corners; ++n) {
        const double angle = 2 * std::numbers::pi * n / corners;
        line.push_back(toPicture(centre + u * std::cos(angle) + v * std::sin(angle)));
    }
    return line;
}

} // namespace fovea
