#pragma once

#include "viewer/slice/SlicePlane.h"

#include <QPointF>
#include <QSizeF>

namespace fovea {

/// Which part of a plane a picture shows, and how large: the geometry of one slice view.
///
/// Points are in the picture's logical pixels from its top left, positions in the patient (LPS,
/// mm). A plane is given by its directions here and by any point in it, which the calls that need
/// the depth take: the depth belongs to the cursor that all views share.
class SliceCamera {
public:
    explicit SliceCamera(const SliceAxes& axes)
        : m_axes(axes)
    {
    }

    /// The plane's directions as the screen shows them.
    const SliceAxes& axes() const { return m_axes; }
    /// Turns the plane or the picture; `pivotMm` stays where it is on the screen.
    void setAxes(const SliceAxes& axes, const Vec3& pivotMm);

    QSizeF size() const { return m_size; }
    /// Keeps the middle and the zoom; `geometry` (null: unchanged scale) is what zoom 1 fits in.
    void setSize(const QSizeF& size, const ImageGeometry* geometry);
    /// Zoom 1, the whole grid in the middle.
    void reset(const ImageGeometry& geometry);

    double mmPerPixel() const { return m_fitMmPerPixel / m_zoom; }
    /// 1 where the whole grid just fits; clamped to [0.2, 40].
    double zoom() const { return m_zoom; }

    Vec3 toPatient(const QPointF& point, const Vec3& inPlaneMm) const;
    /// The distance from the plane is dropped.
    QPointF toPicture(const Vec3& positionMm) const;

    /// The position under the point stays there.
    void zoomAt(const QPointF& point, double factor);
    /// The picture moves by so many pixels.
    void panBy(const QPointF& delta);

private:
    void fit(const ImageGeometry& geometry);

    SliceAxes m_axes;
    QSizeF m_size{1, 1};
    double m_zoom = 1.0;
    double m_fitMmPerPixel = 1.0;
    Vec3 m_centreMm{0, 0, 0}; ///< In the picture's middle; its part along the normal is unused.
};

} // namespace fovea
