#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace fovea {

/// What one surface has and how large it is.
struct SurfaceNeed {
    std::size_t triangles = 0; ///< As it was extracted: it never gets more.
    double areaMm2 = 0.0;
};

struct TriangleShares {
    std::vector<std::size_t> triangles; ///< One for each need.
    /// What a triangle covers on average in a surface that had to give some up; 0: none had to.
    double triangleMm2 = 0.0;
};

/// Shares a budget of triangles between surfaces: triangles as large everywhere, so that a surface
/// gets them by its area, and to small ones `least` (or what they have, where that is less),
/// because a gland or a vessel of forty triangles looks like a crystal. Where the budget does not
/// do for `least` in all of them, half of it is shared evenly. Triangles do not get smaller on
/// average than `leastTriangleMm2`; 0: as small as the budget lets them. The sum is at most
/// `budget`.
TriangleShares shareTriangles(std::span<const SurfaceNeed> needs, std::size_t budget,
                              std::size_t least, double leastTriangleMm2 = 0.0);

} // namespace fovea
