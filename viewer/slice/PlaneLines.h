#pragma once

#include "viewer/slice/PlaneFrame.h"
#include "viewer/slice/SliceCamera.h"

#include <QPointF>

#include <array>
#include <optional>
#include <vector>

namespace fovea {

/// Where another plane crosses a slice view: a line through the cursor. Lengths in logical pixels.
struct PlaneLine {
    SliceOrientation plane = SliceOrientation::Axial; ///< Whose line it is.
    QPointF direction;                                ///< Unit vector on the screen.
    double from = 0; ///< Ends of what the view shows, along the direction from the cursor.
    double to = 0;   ///< Not above `from`: nothing is visible.

    bool isVisible() const { return from < to; }
};

/// What a drag of a part of a line does.
enum class LinePart {
    Shift, ///< The middle: moves its plane.
    Turn,  ///< Near an end: turns both lines, and so the other two planes, about the cursor.
};

struct LineHit {
    PlaneLine line;
    LinePart part = LinePart::Shift;
};

/// The lines of the other two planes in one view: what is drawn as the crosshair and can be
/// dragged.
class PlaneLines {
public:
    static constexpr double gap = 14; ///< Around the cursor, free of lines.

    PlaneLines(const PlaneFrame& frame, SliceOrientation view, const SliceCamera& camera,
               const Vec3& cursorMm);

    QPointF centre() const { return m_centre; }
    const std::array<PlaneLine, 2>& lines() const { return m_lines; }
    QPointF pointOn(const PlaneLine& line, double along) const
    {
        return m_centre + line.direction * along;
    }
    /// The line within a few pixels of the point, and which part of it.
    std::optional<LineHit> hit(const QPointF& point) const;
    /// Where grips for turning are drawn: none or one towards each end.
    std::vector<QPointF> turnGrips(const PlaneLine& line) const;

private:
    QPointF m_centre;
    std::array<PlaneLine, 2> m_lines;
};

} // namespace fovea
