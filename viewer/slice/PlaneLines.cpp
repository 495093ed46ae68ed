#include "viewer/slice/PlaneLines.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fovea {

namespace {

constexpr double reach = 5;      ///< Pixels beside a line that still grab it.
constexpr double leastHalf = 40; ///< A shorter half of a line only shifts.
constexpr double turnFrom = 0.6; ///< Of the way from the cursor to the end.
constexpr double gripAt = 0.8;

/// The other two planes, in the order (vertical line, horizontal line) of standard planes.
std::array<SliceOrientation, 2> othersOf(SliceOrientation orientation)
{
    switch (orientation) {
    case SliceOrientation::Axial:
        return {SliceOrientation::Sagittal, SliceOrientation::Coronal};
    case SliceOrientation::Coronal:
        return {SliceOrientation::Sagittal, SliceOrientation::Axial};
    case SliceOrientation::Sagittal:
        break;
    }
    return {SliceOrientation::Coronal, SliceOrientation::Axial};
}

/// Narrows [from, to] to where start + t * step lies in [0, size].
void clip(double start, double step, double size, double& from, double& to)
{
    if (std::abs(step) < 1e-12) {
        if (start < 0 || start > size)
            to = from;
        return;
    }
    const double a = -start / step;
    const double b = (size - start) / step;
    from = std::max(from, std::min(a, b));
    to = std::min(to, std::max(a, b));
}

} // namespace

PlaneLines::PlaneLines(const PlaneFrame& frame, SliceOrientation view, const SliceCamera& camera,
                       const Vec3& cursorMm)
    : m_centre(camera.toPicture(cursorMm))
{
    const SliceAxes& axes = camera.axes();
    const auto others = othersOf(view);
    for (std::size_t n = 0; n < others.size(); ++n) {
        PlaneLine& line = m_lines[n];
        line.plane = others[n];
        const Vec3 along = cross(axes.next, frame.axes(others[n]).next);
        line.direction = {dot(along, axes.right), dot(along, axes.down)};
        line.from = -std::numeric_limits<double>::max();
        line.to = std::numeric_limits<double>::max();
        clip(m_centre.x(), line.direction.x(), camera.size().width(), line.from, line.to);
        clip(m_centre.y(), line.direction.y(), camera.size().height(), line.from, line.to);
    }
}

std::optional<LineHit> PlaneLines::hit(const QPointF& point) const
{
    std::optional<LineHit> best;
    double closest = reach;
    const QPointF v = point - m_centre;
    for (const PlaneLine& line : m_lines) {
        const double along = QPointF::dotProduct(v, line.direction);
        const double beside = std::abs(v.x() * line.direction.y() - v.y() * line.direction.x());
        if (beside > closest || std::abs(along) < gap || along < line.from || along > line.to)
            continue;
        closest = beside;
        const double end = along > 0 ? line.to : line.from;
        const bool turns = std::abs(end) > leastHalf && along / end >= turnFrom;
        best = LineHit{line, turns ? LinePart::Turn : LinePart::Shift};
    }
    return best;
}

std::vector<QPointF> PlaneLines::turnGrips(const PlaneLine& line) const
{
    std::vector<QPointF> grips;
    for (const double end : {line.from, line.to}) {
        const double at = end * gripAt;
        // Where the cursor lies beside the view, both ends may be on one side of it.
        if (std::abs(end) > leastHalf && at > line.from && at < line.to)
            grips.push_back(pointOn(line, at));
    }
    return grips;
}

} // namespace fovea
