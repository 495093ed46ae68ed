#include "model/chest/findBody.h"

#include <algorithm>

namespace fovea {

namespace {

constexpr int tissueHu = -300;     ///< Between fat (-100) and air, nearer to fat: clothes stay out.
constexpr double tableMm = 3.0;    ///< More than half of a table top's shell.
constexpr int lungHu = -400;       ///< Below it may be lung, or air.
constexpr int paddingHu = -1015;   ///< What fills the corners of round reconstructions is below.
constexpr int outsideAirHu = -930; ///< Air around the patient is below, most of a lung above.
constexpr double mostAirShare = 0.25;    ///< Of a lung (emphysema, bronchi) that is below that.
constexpr double smallestCutMm2 = 400.0; ///< Smaller than that, a rim is as much as the inside.

/// One axial plane: `body` becomes what it is with what lies inside.
void fillPlane(const CoarseGrid& grid, int z, GridMask& body)
{
    const std::size_t first = grid.offset(0, 0, z);
    const Index3 size{grid.size[0], grid.size[1], 1};
    const double pixelMm2 = grid.spacingMm[0] * grid.spacingMm[1];
    GridMask empty(grid.planeSize());
    for (std::size_t n = 0; n < empty.size(); ++n)
        empty[n] = body[first + n] ? 0 : 1;
    const MaskParts parts = MaskParts::of(empty, size);
    std::vector<std::uint8_t> atEdge(parts.count.size());
    std::vector<std::size_t> airy(parts.count.size());
    std::vector<std::size_t> count(parts.count.size());
    for (std::size_t n = 0; n < empty.size(); ++n) {
        const std::uint32_t part = parts.part[n];
        const std::size_t x = n % static_cast<std::size_t>(size[0]);
        const std::size_t y = n / static_cast<std::size_t>(size[0]);
        if (x == 0 || y == 0 || x + 1 == static_cast<std::size_t>(size[0]) ||
            y + 1 == static_cast<std::size_t>(size[1]))
            atEdge[part] = 1;
        const int hu = grid.hu[first + n];
        if (hu > paddingHu && hu < lungHu) {
            ++count[part];
            airy[part] += hu < outsideAirHu ? 1 : 0;
        }
    }
    for (std::size_t n = 0; n < empty.size(); ++n) {
        const std::uint32_t part = parts.part[n];
        if (part == 0)
            continue;
        const auto all = static_cast<double>(count[part]);
        const bool cutLung = all * pixelMm2 > smallestCutMm2 &&
                             static_cast<double>(airy[part]) < mostAirShare * all &&
                             grid.hu[first + n] > paddingHu;
        body[first + n] = !atEdge[part] || cutLung ? 1 : 0;
    }
}

} // namespace

GridMask findBody(const CoarseGrid& grid, const Progress& progress)
{
    const GridMask tissue = between(grid, tissueHu, 32767);
    const GridMask core = shrunk(grid, tissue, tableMm, progress);
    if (core.empty())
        return {};
    const MaskParts parts = MaskParts::of(core, grid.size);
    const double halfVoxel = std::ranges::max(grid.spacingMm) / 2;
    GridMask body = grown(grid, parts.mask(parts.largest()), tableMm + halfVoxel, progress);
    for (std::size_t n = 0; n < body.size(); ++n)
        body[n] = body[n] && tissue[n] ? 1 : 0;
    for (int z = 0; z < grid.size[2] && !body.empty(); ++z) {
        const auto plane = body.begin() + static_cast<std::ptrdiff_t>(grid.offset(0, 0, z));
        const auto end = plane + static_cast<std::ptrdiff_t>(grid.planeSize());
        if (std::find(plane, end, std::uint8_t{1}) != end)
            fillPlane(grid, z, body);
    }
    return body;
}

} // namespace fovea
