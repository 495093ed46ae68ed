#pragma once

#include "viewer/slice/PlaneFrame.h"

#include <optional>
#include <vector>

namespace fovea {

/// A half of the patient: where dot(normal, position - point) is positive or zero.
struct HalfSpace {
    Vec3 pointMm{0, 0, 0}; ///< LPS.
    Vec3 normal{0, 0, 1};  ///< Unit vector.

    bool contains(const Vec3& positionMm) const
    {
        return dot(positionMm - pointMm, normal) >= -1e-6;
    }
};

/// A box along the axes of the patient (LPS), in mm.
struct PatientBox {
    Vec3 lowMm{0, 0, 0};  ///< Right, anterior, inferior.
    Vec3 highMm{0, 0, 0}; ///< Left, posterior, superior.
    bool operator==(const PatientBox&) const = default;
};

/// Cuts along the plane that a slice view shows, wherever the reader takes it.
struct PlaneCut {
    SliceOrientation plane = SliceOrientation::Axial;
    /// Keep what comes next as one reads (feet, back, left); else what lies before it.
    bool keepsNext = true;
    bool operator==(const PlaneCut&) const = default;
};

/// Which part of the patient the 3D view shows.
struct VolumeCrop {
    std::optional<PatientBox> box;
    std::optional<PlaneCut> plane;

    bool isNothing() const { return !box && !plane; }
    /// What is kept is in all of them.
    std::vector<HalfSpace> halfSpaces(const Vec3& cursorMm, const PlaneFrame& frame) const;

    bool operator==(const VolumeCrop&) const = default;
};

/// Everything that voxels of the grid fill, to their outer faces.
PatientBox boxOf(const ImageGeometry& geometry);

/// What voxels `low` to `high` (inclusive) of the grid fill, and so many mm more on every side, but
/// nothing that lies outside boxOf() the grid.
PatientBox boxAround(const ImageGeometry& geometry, const Index3& low, const Index3& high,
                     double marginMm);

/// The smallest box that holds both.
PatientBox united(const PatientBox& a, const PatientBox& b);

} // namespace fovea
