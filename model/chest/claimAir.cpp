#include "model/chest/claimAir.h"

#include <array>

namespace fovea {

namespace {

constexpr int airHu = -500;
constexpr double mostMl = 5.0;

} // namespace

void claimAir(const CoarseGrid& grid, const GridMask& body, GridMask& airway, LungPair& lungs)
{
    GridMask rest(body.size());
    for (std::size_t n = 0; n < rest.size(); ++n) {
        const bool taken = airway[n] || lungs.right[n] || lungs.left[n];
        rest[n] = body[n] && !taken && grid.hu[n] < airHu ? 1 : 0;
    }
    const MaskParts parts = MaskParts::of(rest, grid.size);
    // Faces shared with airway, right and left lung.
    std::vector<std::array<std::size_t, 3>> faces(parts.count.size());
    for (std::size_t n = 0; n < rest.size(); ++n) {
        if (!rest[n])
            continue;
        forNeighbours(grid.size, n, [&, part = parts.part[n]](std::size_t to) {
            faces[part][0] += airway[to];
            faces[part][1] += lungs.right[to];
            faces[part][2] += lungs.left[to];
        });
    }
    for (std::size_t n = 0; n < rest.size(); ++n) {
        const std::uint32_t part = parts.part[n];
        if (part == 0 || static_cast<double>(parts.count[part]) * grid.voxelMl() > mostMl)
            continue;
        const auto& [toAirway, toRight, toLeft] = faces[part];
        if (toAirway > 0)
            airway[n] = 1;
        else if (toRight > 0 && toRight >= toLeft)
            lungs.right[n] = 1;
        else if (toLeft > 0)
            lungs.left[n] = 1;
    }
}

} // namespace fovea
