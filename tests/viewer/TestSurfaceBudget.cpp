#include "viewer/volume/SurfaceBudget.h"

#include <gtest/gtest.h>
#include <numeric>

namespace fovea {
namespace {

std::size_t sum(const TriangleShares& shares)
{
    return std::accumulate(shares.triangles.begin(), shares.triangles.end(), std::size_t{0});
}

TEST(SurfaceBudget, leavesAloneWhatFits)
{
    const std::vector<SurfaceNeed> needs{{500, 700}, {90, 30}};
    const TriangleShares shares = shareTriangles(needs, 600, 100);
    EXPECT_EQ(shares.triangles, (std::vector<std::size_t>{500, 90}));
    EXPECT_EQ(shares.triangleMm2, 0);
}

TEST(SurfaceBudget, sharesByAreaAndSparesTheSmall)
{
    // A lung, a liver, a gland, and a vessel that has less than the least.
    const std::vector<SurfaceNeed> needs{{90000, 120000}, {45000, 60000}, {3000, 3000}, {400, 300}};
    const TriangleShares shares = shareTriangles(needs, 20000, 1000);
    EXPECT_LE(sum(shares), 20000U);
    EXPECT_GT(sum(shares), 19900U);
    EXPECT_EQ(shares.triangles[3], 400U);
    EXPECT_EQ(shares.triangles[2], 1000U);
    EXPECT_NEAR(static_cast<double>(shares.triangles[0]),
                2 * static_cast<double>(shares.triangles[1]), 3);
    EXPECT_NEAR(shares.triangleMm2, 120000.0 / static_cast<double>(shares.triangles[0]), 0.01);
}

TEST(SurfaceBudget, manySurfacesStillFit)
{
    const std::vector<SurfaceNeed> needs(1000, SurfaceNeed{5000, 4000});
    const TriangleShares shares = shareTriangles(needs, 60000, 1000);
    EXPECT_LE(sum(shares), 60000U);
    EXPECT_GE(shares.triangles.front(), 30U);
}

TEST(SurfaceBudget, asFineAsTheNeighboursAndNoFiner)
{
    const std::vector<SurfaceNeed> needs{{90000, 120000}};
    EXPECT_EQ(shareTriangles(needs, 300000, 1000, 6).triangles.front(), 20000U);
    EXPECT_TRUE(shareTriangles({}, 300000, 1000, 6).triangles.empty());
}

} // namespace
} // namespace fovea
