#pragma once

#include "model/domain/ImageGeometry.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace fovea {

/// A closed polygon in voxel indices of a grid, all of it in one plane k.
struct PlaneContour {
    double plane = 0; ///< k, not whole where the contour lies between slices.
    std::vector<std::array<double, 2>> points; ///< (i, j)
};

/// Calls `fill(j, first, last)` for every run of pixels of a plane, columns x rows large, whose
/// centres are inside: those that an odd number of the contours' edges separates from outside. So
/// one contour within another is a hole, two that share an edge cover each pixel once, and an edge
/// that runs out and back (a keyhole) encloses nothing. A centre on a left or upper edge is inside,
/// on a right or lower one outside.
void fillEvenOdd(const std::vector<const PlaneContour*>& contours, int columns, int rows,
                 const std::function<void(int j, int first, int last)>& fill);

/// Which contours each plane of a grid shows: `contours` on the plane nearest to it, no further
/// away than half of `step` planes (at least half a plane), so that contours on every other slice
/// fill the ones between, contours closer than slices are not counted twice, and where some are
/// missing the planes stay empty.
struct PlaneOfContours {
    int k = 0;
    std::vector<const PlaneContour*> contours;
};
std::vector<PlaneOfContours> contoursByPlane(const std::vector<PlaneContour>& contours, int planes,
                                             double step);

/// The distance in planes of contours that follow each other: the median over all gaps. 1 where
/// there are none. Heights closer than a tenth of a plane are the same one.
double stepOfContours(const std::vector<std::vector<PlaneContour>>& regions);

} // namespace fovea
