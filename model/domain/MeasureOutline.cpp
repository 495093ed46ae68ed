#include "model/domain/MeasureOutline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fovea {

namespace {

using Point = MeasureOutline::Point;

Vec3 anyAcross(const Vec3& normal)
{
    // The axis that is least along the normal makes the longest product.
    Vec3 axis{0, 0, 0};
    std::size_t least = 0;
    for (std::size_t a = 1; a < 3; ++a) {
        if (std::abs(normal[a]) < std::abs(normal[least]))
            least = a;
    }
    axis[least] = 1;
    const Vec3 across = cross(axis, normal);
    return across * (1.0 / norm(across));
}

/// Above 0 where c is left of the line from a to b.
double turn(const Point& a, const Point& b, const Point& c)
{
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

bool segmentsCross(const Point& a, const Point& b, const Point& c, const Point& d)
{
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

} // namespace

MeasureOutline::MeasureOutline(const Measure& measure)
    : m_originMm(middleMm(measure))
    , m_ellipse(measure.kind == MeasureKind::Ellipse)
{
    const std::vector<Vec3>& points = measure.pointsMm;
    m_u = anyAcross(measure.normal);
    if (m_ellipse) {
        m_halfU = norm(points[1] - points[0]) / 2;
        m_halfV = norm(points[3] - points[2]) / 2;
        if (m_halfU > 0)
            m_u = (points[1] - points[0]) * (0.5 / m_halfU);
        m_low = {-m_halfU, -m_halfV};
        m_high = {m_halfU, m_halfV};
    }
    m_v = cross(measure.normal, m_u);
    if (m_ellipse)
        return;
    for (const Vec3& point : points)
        m_points.push_back(toPlane(point));
    m_low = m_high = m_points.front();
    for (const Point& point : m_points) {
        for (std::size_t a = 0; a < 2; ++a) {
            m_low[a] = std::min(m_low[a], point[a]);
            m_high[a] = std::max(m_high[a], point[a]);
        }
    }
}

Point MeasureOutline::toPlane(const Vec3& positionMm) const
{
    const Vec3 d = positionMm - m_originMm;
    return {dot(d, m_u), dot(d, m_v)};
}

Vec3 MeasureOutline::toPatient(const Point& point) const
{
    return m_originMm + m_u * point[0] + m_v * point[1];
}

bool MeasureOutline::contains(const Point& point) const
{
    if (m_ellipse) {
        if (m_halfU <= 0 || m_halfV <= 0)
            return false;
        const double x = point[0] / m_halfU;
        const double y = point[1] / m_halfV;
        return x * x + y * y <= 1;
    }
    bool inside = false;
    for (std::size_t n = 0; n < m_points.size(); ++n) {
        const Point& a = m_points[n];
        const Point& b = m_points[(n + 1) % m_points.size()];
        if ((a[1] > point[1]) == (b[1] > point[1]))
            continue;
        if (point[0] < a[0] + (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]))
            inside = !inside;
    }
    return inside;
}

double MeasureOutline::areaMm2() const
{
    if (m_ellipse)
        return std::numbers::pi * m_halfU * m_halfV;
    double twice = 0;
    for (std::size_t n = 0; n < m_points.size(); ++n) {
        const Point& a = m_points[n];
        const Point& b = m_points[(n + 1) % m_points.size()];
        twice += a[0] * b[1] - b[0] * a[1];
    }
    return std::abs(twice) / 2;
}

bool MeasureOutline::crossesItself() const
{
    const std::size_t count = m_points.size();
    for (std::size_t n = 0; n < count; ++n) {
        for (std::size_t m = n + 2; m < count; ++m) {
            // Neighbours share a vertex; they cannot cross.
            if ((m + 1) % count != n &&
                segmentsCross(m_points[n], m_points[n + 1], m_points[m], m_points[(m + 1) % count]))
                return true;
        }
    }
    return false;
}

std::vector<Vec3> MeasureOutline::boundMm() const
{
    std::vector<Vec3> points;
    if (m_ellipse) {
        for (const Point& corner :
             {m_low, Point{m_high[0], m_low[1]}, m_high, Point{m_low[0], m_high[1]}})
            points.push_back(toPatient(corner));
    }
    for (const Point& point : m_points)
        points.push_back(toPatient(point));
    return points;
}

} // namespace fovea
