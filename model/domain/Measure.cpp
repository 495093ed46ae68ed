#include "model/domain/Measure.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

/// Finite, and within a kilometre: whatever is further away is damage, not anatomy.
bool sensible(const Vec3& v)
{
    return std::ranges::all_of(v, [](double part) { return std::abs(part) < 1e6; });
}

bool rightCount(MeasureKind kind, std::size_t points)
{
    switch (kind) {
    case MeasureKind::Length:
    case MeasureKind::Arrow:
        return points == 2;
    case MeasureKind::Angle:
        return points == 3;
    case MeasureKind::Ellipse:
        return points == 4;
    case MeasureKind::Polygon:
        return points >= 3;
    case MeasureKind::Probe:
    case MeasureKind::Text:
        return points == 1;
    }
    return false;
}

} // namespace

MeasureList changed(MeasureList measures, const MeasureChange& change)
{
    const auto at = std::ranges::find(measures, change.uid(), &Measure::uid);
    if (!change.after) {
        if (at != measures.end())
            measures.erase(at);
    } else if (at != measures.end()) {
        *at = *change.after;
    } else {
        measures.push_back(*change.after);
    }
    return measures;
}

const Measure* findMeasure(const MeasureList& measures, const std::string& uid)
{
    const auto at = std::ranges::find(measures, uid, &Measure::uid);
    return at == measures.end() ? nullptr : &*at;
}

bool isWhole(const Measure& measure)
{
    return !measure.uid.empty() && rightCount(measure.kind, measure.pointsMm.size()) &&
           std::ranges::all_of(measure.pointsMm, sensible) && sensible(measure.normal) &&
           std::abs(norm(measure.normal) - 1.0) < 1e-6;
}

bool liesIn(const Measure& measure, const Vec3& planePointMm, const Vec3& planeNormal,
            double distanceMm)
{
    return std::ranges::all_of(measure.pointsMm, [&](const Vec3& point) {
        return std::abs(dot(point - planePointMm, planeNormal)) <= distanceMm;
    });
}

Vec3 middleMm(const Measure& measure)
{
    Vec3 sum{0, 0, 0};
    for (const Vec3& point : measure.pointsMm)
        sum = sum + point;
    return measure.pointsMm.empty() ? sum
                                    : sum * (1.0 / static_cast<double>(measure.pointsMm.size()));
}

Measure movedBy(Measure measure, const Vec3& offsetMm)
{
    for (Vec3& point : measure.pointsMm)
        point = point + offsetMm;
    return measure;
}

Measure withPointAt(Measure measure, std::size_t point, const Vec3& positionMm)
{
    std::vector<Vec3>& points = measure.pointsMm;
    if (point >= points.size())
        return measure;
    if (measure.kind != MeasureKind::Ellipse) {
        points[point] = positionMm;
        return measure;
    }
    const std::size_t opposite = point ^ 1U;
    const std::size_t other = point < 2 ? 2 : 0;
    const Vec3 axis = positionMm - points[opposite];
    const Vec3 across = cross(measure.normal, axis);
    const double otherHalf = norm(points[other] - points[other + 1]) / 2;
    if (norm(across) <= 0)
        return measure; // Of no length, hence of no direction.
    // The ends of the other axis stay on their sides of this one, however far it is turned.
    const Vec3 acrossBefore = cross(measure.normal, points[point] - points[opposite]);
    const double side = dot(points[other] - points[other + 1], acrossBefore) < 0 ? -1 : 1;
    const Vec3 half = across * (side * otherHalf / norm(across));
    const Vec3 centre = (positionMm + points[opposite]) * 0.5;
    points[point] = positionMm;
    points[other] = centre + half;
    points[other + 1] = centre - half;
    return measure;
}

std::vector<Vec3> ellipsePoints(const Vec3& cornerMm, const Vec3& oppositeMm, const Vec3& right,
                                const Vec3& down)
{
    const Vec3 diagonal = oppositeMm - cornerMm;
    const Vec3 centre = cornerMm + diagonal * 0.5;
    const Vec3 halfRight = right * (dot(diagonal, right) / 2);
    const Vec3 halfDown = down * (dot(diagonal, down) / 2);
    return {centre - halfRight, centre + halfRight, centre - halfDown, centre + halfDown};
}

} // namespace fovea
