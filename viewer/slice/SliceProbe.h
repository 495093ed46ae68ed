#pragma once

#include "viewer/ViewState.h"

#include <QString>

#include <optional>
#include <string>

namespace fovea {

/// What lies under a point of a slice.
struct SliceProbe {
    Vec3 positionMm{0, 0, 0}; ///< LPS, in the plane.
    std::optional<int> hu;    ///< Nearest voxel, or what a slab shows there; empty outside.
    std::uint16_t label = 0;  ///< Of the nearest voxel; 0: no structure.
    QString structureName;    ///< For people; empty: no structure.
    std::string anatomyId;    ///< Empty: no catalogued anatomy.
};

/// Everything but the structure's name, which a view knows; `normal` is the plane's (unit, LPS).
SliceProbe probeSlice(const ViewState& state, const Vec3& positionMm, const Vec3& normal,
                      const Slab& slab);

} // namespace fovea
