#include "model/phantom/PhantomScan.h"

#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fovea {

PhantomGrid sampleScan(std::uint64_t seed, const ScanDetail& detail)
{
    constexpr std::array<double, 10> Slices{0.6, 0.75, 1.0, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 5.0};
    CounterRandom random(seed, "protocol");
    const double fov = random.uniform(310, 420);
    const double slice = std::max(Slices[random.index(Slices.size())], detail.thinnestSliceMm);
    const double length = random.uniform(272, 312);
    PhantomGrid grid;
    grid.size = {detail.matrix, detail.matrix, static_cast<int>(std::lround(length / slice))};
    // Three decimals, as scanners state it.
    const double pixel = std::round(1000 * fov / detail.matrix) / 1000;
    grid.spacingMm = {pixel, pixel, slice};
    return grid;
}

} // namespace fovea
