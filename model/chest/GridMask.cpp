#include "model/chest/GridMask.h"

#include "model/edit/DistanceField.h"

#include <algorithm>

namespace fovea {

namespace {

GridMask inverted(const GridMask& mask)
{
    GridMask other(mask.size());
    std::ranges::transform(mask, other.begin(), [](std::uint8_t v) { return v ? 0 : 1; });
    return other;
}

/// Fills the parts outside the mask that do not reach the border of its x and y (nor, of a mask of
/// several planes, of its z) and have at most `most` voxels.
void fillParts(std::uint8_t* mask, const Index3& size, std::size_t most)
{
    const std::size_t count = static_cast<std::size_t>(size[0]) *
                              static_cast<std::size_t>(size[1]) * static_cast<std::size_t>(size[2]);
    const MaskParts parts = MaskParts::of(inverted(GridMask(mask, mask + count)), size);
    std::vector<std::uint8_t> open(parts.count.size());
    std::size_t n = 0;
    for (int z = 0; z < size[2]; ++z) {
        for (int y = 0; y < size[1]; ++y) {
            for (int x = 0; x < size[0]; ++x, ++n) {
                const bool end = size[2] > 1 && (z == 0 || z + 1 == size[2]);
                if (end || x == 0 || y == 0 || x + 1 == size[0] || y + 1 == size[1])
                    open[parts.part[n]] = 1;
            }
        }
    }
    for (n = 0; n < count; ++n) {
        const std::uint32_t part = parts.part[n];
        if (part > 0 && !open[part] && parts.count[part] <= most)
            mask[n] = 1;
    }
}

} // namespace

GridMask between(const CoarseGrid& grid, int low, int high)
{
    GridMask mask(grid.hu.size());
    std::ranges::transform(grid.hu, mask.begin(),
                           [&](int hu) { return hu >= low && hu < high ? 1 : 0; });
    return mask;
}

MaskParts MaskParts::of(const GridMask& mask, const Index3& size)
{
    MaskParts parts;
    parts.part.resize(mask.size());
    parts.count = {0};
    std::vector<std::size_t> stack;
    for (std::size_t n = 0; n < mask.size(); ++n) {
        if (!mask[n] || parts.part[n])
            continue;
        const auto part = static_cast<std::uint32_t>(parts.count.size());
        std::size_t count = 0;
        parts.part[n] = part;
        stack.push_back(n);
        while (!stack.empty()) {
            const std::size_t from = stack.back();
            stack.pop_back();
            ++count;
            forNeighbours(size, from, [&](std::size_t to) {
                if (mask[to] && !parts.part[to]) {
                    parts.part[to] = part;
                    stack.push_back(to);
                }
            });
        }
        parts.count.push_back(count);
    }
    return parts;
}

std::uint32_t MaskParts::largest() const
{
    return static_cast<std::uint32_t>(std::ranges::max_element(count) - count.begin());
}

GridMask MaskParts::mask(std::uint32_t one) const
{
    GridMask only(part.size());
    if (one > 0)
        std::ranges::transform(part, only.begin(),
                               [one](std::uint32_t p) { return p == one ? 1 : 0; });
    return only;
}

GridMask grown(const CoarseGrid& grid, const GridMask& mask, double mm, const Progress& progress)
{
    const std::vector<float> away = squaredDistances(mask, grid.size, grid.spacingMm, progress);
    GridMask larger(away.size());
    std::ranges::transform(away, larger.begin(), [&](float d) { return d <= mm * mm ? 1 : 0; });
    return larger;
}

GridMask shrunk(const CoarseGrid& grid, const GridMask& mask, double mm, const Progress& progress)
{
    const std::vector<float> deep =
        squaredDistances(inverted(mask), grid.size, grid.spacingMm, progress);
    GridMask smaller(deep.size());
    std::ranges::transform(deep, smaller.begin(), [&](float d) { return d > mm * mm ? 1 : 0; });
    return smaller;
}

GridMask closed(const CoarseGrid& grid, const GridMask& mask, double mm, const Progress& progress)
{
    const GridMask larger = grown(grid, mask, mm, progress);
    return larger.empty() ? GridMask() : shrunk(grid, larger, mm, progress);
}

void fillHoles(const CoarseGrid& grid, GridMask& mask, double planeMm2)
{
    const auto most = static_cast<std::size_t>(planeMm2 / (grid.spacingMm[0] * grid.spacingMm[1]));
    for (int z = 0; z < grid.size[2]; ++z)
        fillParts(mask.data() + grid.offset(0, 0, z), {grid.size[0], grid.size[1], 1}, most);
    fillParts(mask.data(), grid.size, mask.size());
}

} // namespace fovea
