#pragma once

#include "model/domain/ImageGeometry.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// What a reader draws on a slice to measure or to point at something.
enum class MeasureKind {
    Length,  ///< Points: both ends.
    Angle,   ///< Points: end of one arm, vertex, end of the other arm.
    Ellipse, ///< Points: both ends of one axis, then both ends of the axis at right angles to it;
             ///< the order of DICOM's SCOORD3D ELLIPSE (PS3.3 C.18.9.1.2) but for which axis is
             ///< longer.
    Polygon, ///< Points: three or more vertices; closed from the last one to the first.
    Probe,   ///< Points: one.
    Arrow,   ///< Points: tip, tail. May have a text at its tail.
    Text,    ///< Points: one, where the text begins. Never without a text.
};

/// One measure. It lives in the patient, not on a picture: any slice whose plane it lies in shows
/// it, whatever the plane's zoom, turn or flip, and in any series of the same frame of reference.
struct Measure {
    std::string uid; ///< A UUID made with the measure; never changes.
    MeasureKind kind = MeasureKind::Length;
    std::vector<Vec3> pointsMm; ///< LPS, mm. As many as the kind says; all in one plane.
    Vec3 normal{0, 0, 1};       ///< Unit vector (LPS) of the plane it was drawn in.
    std::string text;           ///< UTF-8, as the reader typed it.
    /// DICOM's (0020,0052); empty where the series has none: then it belongs to its series alone.
    std::string frameOfReferenceUid;

    bool operator==(const Measure&) const = default;
};

using MeasureList = std::vector<Measure>;

/// One step of work on a list of measures: made (no before), removed (no after) or changed (both,
/// with the same uid).
struct MeasureChange {
    std::optional<Measure> before;
    std::optional<Measure> after;

    const std::string& uid() const { return after ? after->uid : before->uid; }
    MeasureChange reversed() const { return {after, before}; }
};

/// The list after the change. One whose measure is no longer there adds it again at the end.
MeasureList changed(MeasureList measures, const MeasureChange& change);

/// Nothing where the list has no such measure. Valid as long as the list stays as it is.
const Measure* findMeasure(const MeasureList& measures, const std::string& uid);

/// The number of points fits the kind, they are finite and within a kilometre, and the normal is a
/// unit vector.
bool isWhole(const Measure& measure);

/// Every point is within `distanceMm` of the plane through `planePointMm`. `planeNormal` is a unit
/// vector.
bool liesIn(const Measure& measure, const Vec3& planePointMm, const Vec3& planeNormal,
            double distanceMm);

/// Middle of its points; of an ellipse, its centre.
Vec3 middleMm(const Measure& measure);

/// Every point moved.
Measure movedBy(Measure measure, const Vec3& offsetMm);

/// One point moved. Of an ellipse the opposite end of the axis stays where it is, the other axis
/// keeps its length and its right angle: dragging an end turns and stretches it.
Measure withPointAt(Measure measure, std::size_t point, const Vec3& positionMm);

/// Points of the ellipse in the rectangle with these opposite corners, whose sides run along
/// `right` and `down` (unit vectors at right angles).
std::vector<Vec3> ellipsePoints(const Vec3& cornerMm, const Vec3& oppositeMm, const Vec3& right,
                                const Vec3& down);

} // namespace fovea
