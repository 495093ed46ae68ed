#include "viewer/volume/VolumeMeasureTool.h"

#include "viewer/measure/MeasureState.h"

#include <QUuid>

#include <cmath>
#include <utility>

namespace fovea {

namespace {

/// How many points a measure in 3D has; 0: this kind needs a slice to be drawn on.
std::size_t pointsOf(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Length:
        return 2;
    case MeasureKind::Angle:
        return 3;
    case MeasureKind::Probe:
        return 1;
    case MeasureKind::Ellipse:
    case MeasureKind::Polygon:
    case MeasureKind::Arrow:
    case MeasureKind::Text:
        break;
    }
    return 0;
}

/// Of a plane in which the points lie; where there are many, of one that stands upright in the
/// patient as far as it can.
Vec3 normalOf(const std::vector<Vec3>& points)
{
    const auto unit = [](const Vec3& v) { return v * (1 / norm(v)); };
    constexpr double noLength = 1e-6;
    if (points.size() > 2) {
        const Vec3 across = cross(points[0] - points[1], points[2] - points[1]);
        if (norm(across) > noLength)
            return unit(across);
    }
    if (points.size() > 1) {
        const Vec3 along = points[1] - points[0];
        for (const Vec3& axis : {Vec3{0, 0, 1}, Vec3{1, 0, 0}}) {
            if (const Vec3 across = cross(along, axis); norm(across) > noLength)
                return unit(across);
        }
    }
    return {0, 0, 1};
}

} // namespace

VolumeMeasureTool::VolumeMeasureTool(MeasureState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_toolChanged(state.tool.observe([this](const auto&) {
        m_points.clear();
        Q_EMIT changed();
    }))
{
}

bool VolumeMeasureTool::takesPicks() const
{
    const auto& kind = m_state.tool.get();
    return kind && pointsOf(*kind) > 0;
}

void VolumeMeasureTool::pick(const Vec3& positionMm)
{
    if (!takesPicks())
        return;
    // Twice the same place is a slip, not a measure of no length.
    if (m_points.empty() || norm(m_points.back() - positionMm) > 0.01)
        m_points.push_back(positionMm);
    if (m_points.size() == pointsOf(*m_state.tool.get())) {
        Measure measure;
        measure.uid = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        measure.kind = *m_state.tool.get();
        measure.pointsMm = std::exchange(m_points, {});
        measure.normal = normalOf(measure.pointsMm);
        measure.frameOfReferenceUid = m_state.frameOfReferenceUid;
        m_state.edit({std::nullopt, measure});
        m_state.selected.set(measure.uid);
    }
    Q_EMIT changed();
}

void VolumeMeasureTool::drop()
{
    if (m_points.empty())
        return;
    m_points.clear();
    Q_EMIT changed();
}

} // namespace fovea
