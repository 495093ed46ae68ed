#pragma once

#include "model/domain/Measure.h"
#include "model/domain/Property.h"

#include <QObject>

#include <vector>

namespace fovea {

class MeasureState;

/// Measures between points that were picked in 3D: while the MeasureState's tool is a length, an
/// angle or a point, each pick is its next point. The measure is made with its last point and goes
/// the way of those drawn on slices. Another tool, or none, drops the points taken so far.
class VolumeMeasureTool : public QObject {
    Q_OBJECT

public:
    /// `state` must outlive the tool.
    explicit VolumeMeasureTool(MeasureState& state, QObject* parent = nullptr);

    /// Picks are points of a measure and nothing else.
    bool takesPicks() const;
    void pick(const Vec3& positionMm);
    /// Of the measure that is not whole yet.
    const std::vector<Vec3>& points() const { return m_points; }
    void drop();

Q_SIGNALS:
    /// What takesPicks() or points() say.
    void changed();

private:
    MeasureState& m_state;
    std::vector<Vec3> m_points;
    Connection m_toolChanged;
};

} // namespace fovea
