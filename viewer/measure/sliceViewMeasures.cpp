#include "viewer/measure/MeasureCanvas.h"
#include "viewer/measure/MeasurePlane.h"
#include "viewer/slice/SliceWidget.h"

// What measures need of a slice view, apart from the rest: a picture without a view links neither
// widgets nor VTK.

namespace fovea {

namespace {

Vec3 unit(const Vec3& v)
{
    const double length = norm(v);
    return length > 0 ? v * (1 / length) : v;
}

} // namespace

MeasurePlane MeasurePlane::of(const SliceWidget& widget)
{
    // Far apart, since a difference of near points would lose digits.
    constexpr double span = 1000;
    const Vec3 origin = widget.toPatient({0, 0});
    SliceAxes axes;
    axes.right = unit(widget.toPatient({span, 0}) - origin);
    axes.down = unit(widget.toPatient({0, span}) - origin);
    const Vec3 middle = widget.toPatient(QRectF(widget.rect()).center());
    if (const VolumePtr& volume = widget.state().volume.get())
        return through(axes, middle, volume->geometry());
    MeasurePlane plane;
    plane.right = axes.right;
    plane.down = axes.down;
    plane.normal = unit(cross(axes.right, axes.down));
    plane.pointMm = middle;
    return plane;
}

Vec3 MeasurePlane::at(const SliceWidget& widget, const QPointF& point) const
{
    return onPlaneThrough(pointMm, widget.toPatient(point));
}

MeasureCanvas MeasureCanvas::of(const SliceWidget& widget)
{
    // The right edge has the slider.
    return {MeasurePlane::of(widget),
            [&widget](const Vec3& positionMm) { return widget.toWidget(positionMm); },
            QRectF(widget.rect()).adjusted(4, 4, -18, -4), widget.state().volume.get()};
}

} // namespace fovea
