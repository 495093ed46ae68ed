#include "viewer/measure/MeasurePlane.h"

#include "viewer/slice/SlicePlane.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double parallel = 0.99; ///< Cosine: within eight degrees.

Vec3 unit(const Vec3& v)
{
    const double length = norm(v);
    return length > 0 ? v * (1 / length) : v;
}

/// Where the plane is parallel to slices of the grid: into the middle of the nearest one.
Vec3 intoSlice(const ImageGeometry& geometry, const Vec3& pointMm, const Vec3& normal)
{
    constexpr double rounded = 1e-6; // 1 - cosine of 0.08 degrees.
    for (std::size_t a = 0; a < 3; ++a) {
        const double along = dot(geometry.axes[a], normal);
        if (std::abs(along) < 1 - rounded)
            continue;
        const double at = geometry.patientToIndex(pointMm)[a];
        const double slice = std::clamp(std::floor(at + 0.5), 0.0, geometry.size[a] - 1.0);
        return pointMm + geometry.axes[a] * ((slice - at) * geometry.spacingMm[a]);
    }
    return pointMm;
}

} // namespace

bool isPlanar(MeasureKind kind)
{
    return kind == MeasureKind::Angle || kind == MeasureKind::Ellipse ||
           kind == MeasureKind::Polygon;
}

MeasurePlane MeasurePlane::through(const SliceAxes& axes, const Vec3& pointMm,
                                   const ImageGeometry& geometry)
{
    MeasurePlane plane;
    plane.right = axes.right;
    plane.down = axes.down;
    plane.normal = unit(cross(axes.right, axes.down));
    plane.halfSliceMm = sliceStepMm(geometry, plane.normal) / 2;
    plane.pointMm = intoSlice(geometry, pointMm, plane.normal);
    return plane;
}

bool MeasurePlane::shows(const Measure& measure) const
{
    constexpr double rounding = 1e-6;
    if (isPlanar(measure.kind) && std::abs(dot(measure.normal, normal)) < parallel)
        return false;
    return liesIn(measure, pointMm, normal, halfSliceMm + rounding);
}

std::optional<Vec3> MeasurePlane::crossing(const Measure& measure) const
{
    if (measure.kind != MeasureKind::Length || measure.pointsMm.size() != 2 || shows(measure))
        return std::nullopt;
    const Vec3& from = measure.pointsMm[0];
    const Vec3& to = measure.pointsMm[1];
    const double before = dot(from - pointMm, normal);
    const double after = dot(to - pointMm, normal);
    if (before * after > 0)
        return std::nullopt;
    return from + (to - from) * (before / (before - after));
}

Vec3 MeasurePlane::onPlaneThrough(const Vec3& throughMm, const Vec3& positionMm) const
{
    return positionMm + normal * dot(throughMm - positionMm, normal);
}

} // namespace fovea
