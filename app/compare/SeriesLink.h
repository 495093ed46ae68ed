#pragma once

#include "app/compare/anatomyOffset.h"
#include "model/domain/ImageGeometry.h"

#include <optional>

namespace fovea {

/// How places of two series belong together: position in the compared one = position in the open
/// one + offsetMm (patient LPS).
struct SeriesLink {
    /// Where the offset comes from.
    enum class From {
        Positions, ///< Equal positions: no offset.
        Middles,   ///< The volumes do not overlap: middle beside middle.
        Hand,      ///< A reader put two slices beside each other.
        Anatomy,   ///< Structures of both segmentations (AnatomyOffset).
    };
    From from = From::Positions;
    Vec3 offsetMm{0, 0, 0};
    std::optional<AnatomyOffset> anatomy; ///< Only From::Anatomy.
};

} // namespace fovea
