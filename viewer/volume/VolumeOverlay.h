#pragma once

#include "viewer/ViewState.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace fovea {

class MeasureState;
class VolumeScene;

/// What is written and drawn over the 3D picture: measures, a legend for the colours, what was
/// picked, and that a part of the patient is cut away.
class VolumeOverlay {
public:
    struct Shown {
        QSize size;                             ///< Of the view, logical pixels.
        double pixelRatio = 1;                  ///< Device per logical pixel.
        QString picked;                         ///< Empty: nothing was.
        const MeasureState* measures = nullptr; ///< Null: none.
        std::vector<Vec3> begun;                ///< Points of a measure that is not whole yet.
        std::optional<QPointF> pointer;         ///< Where its next point would be.
    };

    /// All must outlive the overlay.
    VolumeOverlay(const ViewState& state, VolumeScene& scene, const Shown& shown,
                  QPainter& painter);

    void paint();
    /// The colours of the surfaces stand for abnormality.
    static bool hasLegend(const ViewState& state, const VolumeScene& scene);

private:
    QPointF onView(const Vec3& positionMm);
    void paintMeasures();
    void paintBegun();
    void paintLegend();
    void paintRegionLegend();
    void paintTexts();
    void stroke(const std::vector<QPointF>& points, const QColor& colour);
    void dots(const std::vector<QPointF>& points, const QColor& colour);
    void text(const QRectF& area, int alignment, const QString& string);

    const ViewState& m_state;
    VolumeScene& m_scene;
    const Shown& m_shown;
    QPainter& m_painter;
};

} // namespace fovea
