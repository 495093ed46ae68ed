#include "viewer/volume/SurfaceBudget.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

std::size_t share(const SurfaceNeed& need, double triangleMm2, std::size_t least)
{
    const auto byArea = static_cast<std::size_t>(need.areaMm2 / triangleMm2);
    return std::min(need.triangles, std::max(least, byArea));
}

std::size_t sum(std::span<const SurfaceNeed> needs, double triangleMm2, std::size_t least)
{
    std::size_t all = 0;
    for (const SurfaceNeed& need : needs)
        all += share(need, triangleMm2, least);
    return all;
}

} // namespace

TriangleShares shareTriangles(std::span<const SurfaceNeed> needs, std::size_t budget,
                              std::size_t least, double leastTriangleMm2)
{
    TriangleShares shares;
    constexpr double finestMm2 = 1e-3;
    double fine = std::max(leastTriangleMm2, finestMm2);
    if (!needs.empty())
        least = std::min(least, budget / (2 * needs.size()));
    if (sum(needs, fine, least) > budget) {
        double coarse = fine;
        for (const SurfaceNeed& need : needs)
            coarse += need.areaMm2; // Then none gets more than the least.
        // Between a size that is too fine and one that is not, by their logarithms.
        constexpr int halvings = 60;
        for (int n = 0; n < halvings; ++n) {
            const double middle = std::sqrt(fine * coarse);
            (sum(needs, middle, least) > budget ? fine : coarse) = middle;
        }
        fine = coarse;
    }
    bool given = false;
    for (const SurfaceNeed& need : needs) {
        shares.triangles.push_back(share(need, fine, least));
        given |= shares.triangles.back() < need.triangles;
    }
    shares.triangleMm2 = given ? fine : 0.0;
    return shares;
}

} // namespace fovea
