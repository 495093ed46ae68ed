#include "viewer/slice/PlaneFrame.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr std::array orientations{SliceOrientation::Axial, SliceOrientation::Coronal,
                                  SliceOrientation::Sagittal};

/// Rodrigues' formula; `axis` is a unit vector.
Vec3 rotated(const Vec3& v, const Vec3& axis, double radians)
{
    const double c = std::cos(radians);
    return v * c + cross(axis, v) * std::sin(radians) + axis * (dot(axis, v) * (1 - c));
}

Vec3 unit(const Vec3& v)
{
    return v * (1 / norm(v));
}

/// The unit vector at right angles to two, on the side of `like`.
Vec3 across(const Vec3& a, const Vec3& b, const Vec3& like)
{
    const Vec3 v = unit(cross(a, b));
    return v * (dot(v, like) < 0 ? -1 : 1);
}

} // namespace

PlaneFrame::PlaneFrame()
{
    for (const SliceOrientation orientation : orientations)
        m_axes[static_cast<std::size_t>(orientation)] = sliceAxes(orientation);
}

PlaneFrame PlaneFrame::turned(SliceOrientation fixed, double radians) const
{
    PlaneFrame frame = *this;
    const Vec3& about = axes(fixed).next;
    for (const SliceOrientation orientation : orientations) {
        if (orientation == fixed)
            continue;
        const SliceAxes& old = axes(orientation);
        frame.m_axes[static_cast<std::size_t>(orientation)] = {rotated(old.right, about, radians),
                                                               rotated(old.down, about, radians),
                                                               rotated(old.next, about, radians)};
    }
    frame.straighten(fixed);
    return frame;
}

PlaneFrame PlaneFrame::facing(const Vec3& normal)
{
    PlaneFrame frame;
    const Vec3 from = frame.axes(frame.closestTo(normal)).next;
    const Vec3 to = normal * (dot(normal, from) < 0 ? -1 : 1);
    const Vec3 about = cross(from, to);
    const double sine = norm(about);
    if (sine < 1e-9)
        return frame;
    const double angle = std::atan2(sine, dot(from, to));
    for (SliceAxes& plane : frame.m_axes) {
        if (std::abs(dot(plane.next, unit(about))) > 1 - 1e-9)
            continue; // It only would turn in itself, as turned() does not either.
        for (Vec3* direction : {&plane.right, &plane.down, &plane.next})
            *direction = rotated(*direction, unit(about), angle);
    }
    return frame;
}

SliceOrientation PlaneFrame::closestTo(const Vec3& normal) const
{
    return std::ranges::max(
        orientations, {}, [&](SliceOrientation o) { return std::abs(dot(axes(o).next, normal)); });
}

void PlaneFrame::straighten(SliceOrientation fixed)
{
    // Rounding adds up over thousands of small turns.
    const auto f = static_cast<std::size_t>(fixed);
    SliceAxes& first = m_axes[(f + 1) % 3];
    SliceAxes& second = m_axes[(f + 2) % 3];
    const Vec3& normal = m_axes[f].next;
    first.next = unit(first.next - normal * dot(first.next, normal));
    second.next = across(normal, first.next, second.next);
    for (SliceAxes* plane : {&first, &second}) {
        plane->right = unit(plane->right - plane->next * dot(plane->right, plane->next));
        plane->down = across(plane->next, plane->right, plane->down);
    }
}

bool PlaneFrame::isStandard(SliceOrientation orientation) const
{
    constexpr double tolerance = 1.7e-5;
    const SliceAxes& now = axes(orientation);
    const SliceAxes standard = sliceAxes(orientation);
    return norm(now.next - standard.next) < tolerance &&
           norm(now.right - standard.right) < tolerance &&
           norm(now.down - standard.down) < tolerance;
}

bool PlaneFrame::isStandard() const
{
    return std::ranges::all_of(orientations, [this](SliceOrientation o) { return isStandard(o); });
}

} // namespace fovea
