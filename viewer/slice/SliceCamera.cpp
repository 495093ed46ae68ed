#include "viewer/slice/SliceCamera.h"

#include <algorithm>

namespace fovea {

void SliceCamera::setAxes(const SliceAxes& axes, const Vec3& pivotMm)
{
    const QPointF at = toPicture(pivotMm);
    m_axes = axes;
    panBy(at - toPicture(pivotMm));
}

void SliceCamera::setSize(const QSizeF& size, const ImageGeometry* geometry)
{
    m_size = size;
    if (geometry)
        fit(*geometry);
}

void SliceCamera::reset(const ImageGeometry& geometry)
{
    m_zoom = 1.0;
    m_centreMm = geometry.centreMm();
    fit(geometry);
}

void SliceCamera::fit(const ImageGeometry& geometry)
{
    if (m_size.width() <= 0 || m_size.height() <= 0)
        return;
    const auto sizeMm = [&](const Vec3& direction) {
        const auto [low, high] = extentMm(geometry, direction);
        return high - low + sliceStepMm(geometry, direction);
    };
    m_fitMmPerPixel = std::max(
        {sizeMm(m_axes.right) / m_size.width(), sizeMm(m_axes.down) / m_size.height(), 1e-6});
}

Vec3 SliceCamera::toPatient(const QPointF& point, const Vec3& inPlaneMm) const
{
    const double x = (point.x() - m_size.width() / 2) * mmPerPixel();
    const double y = (point.y() - m_size.height() / 2) * mmPerPixel();
    return m_axes.right * (dot(m_centreMm, m_axes.right) + x) +
           m_axes.down * (dot(m_centreMm, m_axes.down) + y) +
           m_axes.next * dot(inPlaneMm, m_axes.next);
}

QPointF SliceCamera::toPicture(const Vec3& positionMm) const
{
    const Vec3 d = positionMm - m_centreMm;
    return {m_size.width() / 2 + dot(d, m_axes.right) / mmPerPixel(),
            m_size.height() / 2 + dot(d, m_axes.down) / mmPerPixel()};
}

void SliceCamera::zoomAt(const QPointF& point, double factor)
{
    const Vec3 fixed = toPatient(point, m_centreMm);
    m_zoom = std::clamp(m_zoom * factor, 0.2, 40.0);
    m_centreMm = m_centreMm + (fixed - toPatient(point, m_centreMm));
}

void SliceCamera::panBy(const QPointF& delta)
{
    m_centreMm = m_centreMm - m_axes.right * (delta.x() * mmPerPixel()) -
                 m_axes.down * (delta.y() * mmPerPixel());
}

} // namespace fovea
