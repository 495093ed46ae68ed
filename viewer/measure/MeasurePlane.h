#pragma once

#include "model/domain/Measure.h"
#include "viewer/slice/SlicePlane.h"

#include <QPointF>

#include <optional>

namespace fovea {

class SliceWidget;

/// Angles, ellipses and polygons have a plane of their own; the others only points.
bool isPlanar(MeasureKind kind);

/// The plane that a slice view shows now, as far as measures care. Of any orientation. Where it
/// runs along the grid, the view shows the nearest slice wherever the cursor lies in it; the plane
/// is then the middle of that slice.
struct MeasurePlane {
    Vec3 pointMm{0, 0, 0}; ///< On the plane.
    Vec3 right{1, 0, 0};   ///< Unit vector, LPS, to the picture's right.
    Vec3 down{0, 1, 0};    ///< Unit vector, LPS, to the picture's bottom.
    Vec3 normal{0, 0, 1};  ///< right x down.
    double halfSliceMm = 0.5;

    static MeasurePlane of(const SliceWidget& widget);
    /// The plane of `axes` through a position, on a volume of this grid.
    static MeasurePlane through(const SliceAxes& axes, const Vec3& pointMm,
                                const ImageGeometry& geometry);

    /// A point of the widget, on this plane; LPS, mm.
    Vec3 at(const SliceWidget& widget, const QPointF& point) const;

    /// The measure lies in the slice. Angles and outlines must be parallel to it as well: a small
    /// one would otherwise show from its edge in the planes across.
    bool shows(const Measure& measure) const;
    /// Where a length that does not lie in the slice goes through its plane, as those measured in
    /// 3D do; empty: it does not, or is no length.
    std::optional<Vec3> crossing(const Measure& measure) const;
    /// The position moved along the normal into the parallel plane through `throughMm`.
    Vec3 onPlaneThrough(const Vec3& throughMm, const Vec3& positionMm) const;
};

} // namespace fovea
