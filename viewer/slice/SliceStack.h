#pragma once

#include "model/domain/ImageGeometry.h"

namespace fovea {

/// The slices of a grid along a direction, numbered from 1 in reading direction. They lie one
/// spacing of the closest grid axis apart (sliceStepMm), from the first to the last voxel centre.
class SliceStack {
public:
    /// `next` is a unit vector (LPS).
    SliceStack(const ImageGeometry& geometry, const Vec3& next);

    int count() const { return m_count; }
    double stepMm() const { return m_stepMm; }
    /// The slice closest to a patient position; the first or last beyond the ends.
    int numberAt(const Vec3& positionMm) const;
    /// The position, moved along the direction only, into the slice of this number (clamped).
    Vec3 movedInto(int number, const Vec3& positionMm) const;

private:
    Vec3 m_next;
    double m_firstMm = 0; ///< dot(next, position) in slice 1.
    double m_stepMm = 1;
    int m_count = 0;
};

} // namespace fovea
