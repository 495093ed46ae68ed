#pragma once

#include "viewer/slice/SlicePlane.h"

#include <array>

namespace fovea {

/// The directions of the three planes that meet in the cursor: the standard planes, or turned for
/// oblique and double-oblique reformatting. The planes stay at right angles to each other; each
/// keeps its own right and down, so that the picture of a plane stands still while the other two
/// turn about its normal. What an orientation is called follows from where its plane started.
class PlaneFrame {
public:
    /// The standard planes.
    PlaneFrame();

    const SliceAxes& axes(SliceOrientation orientation) const
    {
        return m_axes[static_cast<std::size_t>(orientation)];
    }
    /// The other two planes turned about the normal of `fixed`, right-handed about its `next`.
    PlaneFrame turned(SliceOrientation fixed, double radians) const;
    /// The standard planes, turned by as little as makes one of them, the closest, lie at right
    /// angles to `normal` (unit vector, LPS).
    static PlaneFrame facing(const Vec3& normal);
    /// Whose plane is most nearly at right angles to `normal`.
    SliceOrientation closestTo(const Vec3& normal) const;
    /// The plane lies as sliceAxes() has it, within a thousandth of a degree.
    bool isStandard(SliceOrientation orientation) const;
    bool isStandard() const;

    bool operator==(const PlaneFrame&) const = default;

private:
    void straighten(SliceOrientation fixed);

    std::array<SliceAxes, 3> m_axes; ///< By orientation.
};

} // namespace fovea
