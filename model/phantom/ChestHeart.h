#pragma once

#include "model/phantom/ChestParameters.h"
#include "model/phantom/Geometry.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Attenuation and structure at one point.
struct Tissue {
    float hu = -1000.0F;
    std::uint16_t label = 0; ///< ChestLabel.
    /// The lobe that a segmentation gives it to although it is none: gas beside a collapsed lung.
    std::uint16_t claimedBy = 0;
};

/// The heart: an ellipsoid with its own frame (long axis towards the apex, right to left, up), four
/// chambers in myocardium, epicardial fat with the coronary arteries, pericardium with or without
/// fluid. Reference adult's millimetres. Immutable.
class ChestHeart {
public:
    explicit ChestHeart(const ChestParameters& parameters);

    /// Heart, pericardial fluid, pericardium and the fat pad; false where p lies outside them.
    bool at(const Point3& p, Tissue& tissue) const;

    /// The point of the surface in a direction of the heart's frame, pushed out by `factor`.
    Point3 surface(const Point3& direction, float factor) const;
    /// Courses of left anterior descending, circumflex and right coronary artery in the epicardial
    /// fat, from their origin on.
    const std::vector<std::vector<Point3>>& coronaries() const { return m_coronaries; }
    /// A point of the mitral valve's ring; angle in radians.
    Point3 mitralRing(float angle) const;
    /// Largest extent from right to left, myocardium and fat.
    float transverseMm() const;

private:
    Tissue inside(float r, const Point3& local) const;
    Point3 toPatient(const Point3& local) const;

    const ChestParameters m_parameters;
    Point3 m_centre{};
    std::array<Point3, 3> m_axes{};
    Point3 m_half{};
    std::vector<std::vector<Point3>> m_coronaries;
};

} // namespace fovea
