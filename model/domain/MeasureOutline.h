#pragma once

#include "model/domain/Measure.h"

#include <array>
#include <vector>

namespace fovea {

/// The closed line of an ellipse or polygon in coordinates of its own plane: millimetres along two
/// unit vectors at right angles, from the measure's middle.
class MeasureOutline {
public:
    using Point = std::array<double, 2>;

    /// `measure` is an ellipse or polygon that isWhole().
    explicit MeasureOutline(const Measure& measure);

    const Vec3& originMm() const { return m_originMm; }
    const Vec3& u() const { return m_u; } ///< Unit vector, LPS.
    const Vec3& v() const { return m_v; } ///< Unit vector, LPS.

    /// Its projection onto the plane.
    Point toPlane(const Vec3& positionMm) const;
    Vec3 toPatient(const Point& point) const;

    bool contains(const Point& point) const;
    double areaMm2() const; ///< Means nothing where crossesItself().
    bool crossesItself() const;
    Point low() const { return m_low; }   ///< Of its bounding box.
    Point high() const { return m_high; } ///< Of its bounding box.
    /// Patient positions on the line: the vertices, or enough of an ellipse to bound it.
    std::vector<Vec3> boundMm() const;

private:
    Vec3 m_originMm{0, 0, 0};
    Vec3 m_u{1, 0, 0};
    Vec3 m_v{0, 1, 0};
    bool m_ellipse = false;
    double m_halfU = 0;          ///< Of an ellipse: half its axis along u.
    double m_halfV = 0;          ///< Of an ellipse: half its axis along v.
    std::vector<Point> m_points; ///< Of a polygon.
    Point m_low{0, 0};
    Point m_high{0, 0};
};

} // namespace fovea
