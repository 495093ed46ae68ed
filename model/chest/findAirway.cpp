#include "model/chest/findAirway.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fovea {

namespace {

constexpr double minimumAreaMm2 = 50.0;
constexpr double maximumAreaMm2 = 700.0;
constexpr double offMiddleMm = 45.0;
constexpr double shortestMm = 25.0;
constexpr double largestTreeMl = 120.0;

/// A cross-section of air in one axial plane, and the pile of them above it.
struct Section {
    std::vector<std::size_t> voxels; ///< Offsets in the grid.
    int above = -1;                  ///< Section in the plane above that it continues.
    int length = 1;                  ///< Planes of the pile that ends here.
};

struct Box {
    int lowX = 1 << 30, highX = -1, lowY = 1 << 30, highY = -1;
    double sumX = 0.0;
};

Box boxOf(const CoarseGrid& grid, const std::vector<std::size_t>& voxels)
{
    Box box;
    for (const std::size_t n : voxels) {
        const int x = grid.x(n);
        const int y = static_cast<int>(n / static_cast<std::size_t>(grid.size[0]) %
                                       static_cast<std::size_t>(grid.size[1]));
        box.lowX = std::min(box.lowX, x);
        box.highX = std::max(box.highX, x);
        box.lowY = std::min(box.lowY, y);
        box.highY = std::max(box.highY, y);
        box.sumX += x;
    }
    return box;
}

bool isRound(const CoarseGrid& grid, const std::vector<std::size_t>& voxels, double middleX)
{
    const double pixel = grid.spacingMm[0] * grid.spacingMm[1];
    const double area = pixel * static_cast<double>(voxels.size());
    if (area < minimumAreaMm2 || area > maximumAreaMm2)
        return false;
    const Box box = boxOf(grid, voxels);
    const double width = (box.highX - box.lowX + 1) * grid.spacingMm[0];
    const double depth = (box.highY - box.lowY + 1) * grid.spacingMm[1];
    const double x = box.sumX / static_cast<double>(voxels.size());
    return area / (width * depth) > 0.45 && std::max(width, depth) < 3 * std::min(width, depth) &&
           std::abs(x - middleX) * grid.spacingMm[0] < offMiddleMm;
}

/// The round sections of one plane.
std::vector<Section> sectionsOf(const CoarseGrid& grid, const GridMask& body, int z, int threshold)
{
    const std::size_t first = grid.offset(0, 0, z);
    GridMask plane(grid.planeSize());
    double sumX = 0.0;
    std::size_t count = 0;
    for (std::size_t n = 0; n < plane.size(); ++n) {
        plane[n] = body[first + n] && grid.hu[first + n] < threshold ? 1 : 0;
        if (body[first + n]) {
            sumX += grid.x(n);
            ++count;
        }
    }
    const MaskParts parts = MaskParts::of(plane, {grid.size[0], grid.size[1], 1});
    std::vector<Section> all(parts.count.size());
    for (std::size_t n = 0; n < plane.size(); ++n) {
        if (parts.part[n])
            all[parts.part[n]].voxels.push_back(first + n);
    }
    const double middleX = sumX / static_cast<double>(std::max<std::size_t>(count, 1));
    std::erase_if(all, [&](const Section& section) {
        return section.voxels.empty() || !isRound(grid, section.voxels, middleX);
    });
    return all;
}

/// The longest pile whose middle lies above `lowestMiddle`, as voxels; empty where none is long
/// enough.
std::vector<std::size_t> longestPile(const CoarseGrid& grid, const GridMask& body, int threshold,
                                     double lowestMiddle)
{
    std::vector<std::vector<Section>> planes(static_cast<std::size_t>(grid.size[2]));
    std::vector<int> sectionAt(grid.planeSize(), -1);
    int bestZ = -1;
    std::size_t bestSection = 0;
    int bestLength = 0;
    for (int z = grid.size[2] - 1; z >= 0; --z) {
        auto& here = planes[static_cast<std::size_t>(z)];
        here = sectionsOf(grid, body, z, threshold);
        for (std::size_t s = 0; s < here.size(); ++s) {
            if (z + 1 < grid.size[2]) {
                const auto& above = planes[static_cast<std::size_t>(z) + 1];
                std::vector<std::size_t> shared(above.size());
                for (const std::size_t n : here[s].voxels) {
                    const int other = sectionAt[n % grid.planeSize()];
                    if (other >= 0)
                        ++shared[static_cast<std::size_t>(other)];
                }
                for (std::size_t a = 0; a < above.size(); ++a) {
                    const auto smaller = std::min(above[a].voxels.size(), here[s].voxels.size());
                    if (3 * shared[a] >= smaller && above[a].length + 1 > here[s].length) {
                        here[s].above = static_cast<int>(a);
                        here[s].length = above[a].length + 1;
                    }
                }
            }
            const double middle = z + (here[s].length - 1) / 2.0;
            if (here[s].length > bestLength && middle > lowestMiddle) {
                bestLength = here[s].length;
                bestSection = s;
                bestZ = z;
            }
        }
        std::ranges::fill(sectionAt, -1);
        for (std::size_t s = 0; s < here.size(); ++s) {
            for (const std::size_t n : here[s].voxels)
                sectionAt[n % grid.planeSize()] = static_cast<int>(s);
        }
    }
    if (bestLength < 3 || bestLength * grid.spacingMm[2] < shortestMm)
        return {};
    std::vector<std::size_t> pile;
    for (int z = bestZ, s = static_cast<int>(bestSection); s >= 0; ++z) {
        const Section& section = planes[static_cast<std::size_t>(z)][static_cast<std::size_t>(s)];
        pile.insert(pile.end(), section.voxels.begin(), section.voxels.end());
        s = section.above;
    }
    return pile;
}

/// What is joined to the seeds below the threshold; stops early beyond `most` voxels.
std::vector<std::size_t> grownFrom(const CoarseGrid& grid, const GridMask& body,
                                   const std::vector<std::size_t>& seeds, int threshold,
                                   std::size_t most)
{
    GridMask seen(body.size());
    std::vector<std::size_t> tree = seeds;
    for (const std::size_t n : seeds)
        seen[n] = 1;
    for (std::size_t next = 0; next < tree.size() && tree.size() <= most; ++next) {
        forNeighbours(grid.size, tree[next], [&](std::size_t to) {
            if (!seen[to] && body[to] && grid.hu[to] < threshold) {
                seen[to] = 1;
                tree.push_back(to);
            }
        });
    }
    return tree;
}

double middleOf(const CoarseGrid& grid, const GridMask& mask)
{
    double sum = 0.0;
    std::size_t count = 0;
    for (std::size_t n = 0; n < mask.size(); ++n) {
        if (mask[n]) {
            sum += grid.z(n);
            ++count;
        }
    }
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

} // namespace

GridMask findAirway(const CoarseGrid& grid, const GridMask& body, const GridMask& air,
                    const Progress& progress)
{
    const double lowestMiddle = middleOf(grid, air);
    std::vector<std::size_t> trachea;
    for (const int threshold : std::array{-600, -750, -850, -900}) {
        if (progress.cancelled())
            return {};
        std::vector<std::size_t> pile = longestPile(grid, body, threshold, lowestMiddle);
        // A little longer is no reason to give up the wall's half-filled voxels.
        if (static_cast<double>(pile.size()) > 1.3 * static_cast<double>(trachea.size()))
            trachea = std::move(pile);
    }
    GridMask airway(body.size());
    if (trachea.empty())
        return airway;
    const double ml = grid.voxelMl();
    const double tracheaMl = ml * static_cast<double>(trachea.size());
    const auto most = static_cast<std::size_t>(largestTreeMl / ml);
    std::vector<std::size_t> best = trachea;
    double allowedMl = 3 * tracheaMl + 20;
    for (int threshold = -975; threshold <= -750; threshold += 25) {
        if (progress.cancelled())
            return {};
        std::vector<std::size_t> tree = grownFrom(grid, body, trachea, threshold, most);
        const double treeMl = ml * static_cast<double>(tree.size());
        if (tree.size() > most || treeMl > allowedMl)
            break;
        allowedMl = 1.5 * treeMl + 3;
        best = std::move(tree);
    }
    for (const std::size_t n : best)
        airway[n] = 1;
    return airway;
}

} // namespace fovea
