#include "model/chest/findLungs.h"

#include "model/edit/DistanceField.h"

#include <queue>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace fovea {

namespace {

constexpr int lungHu = -400; ///< Halfway between aerated lung (-850) and soft tissue (40).
constexpr double gasHu = -955.0;
constexpr double denseHu = -500.0;
constexpr double rimMm = 3.0;
constexpr double smallestPartMl = 10.0;
constexpr double smallestShare = 0.02; ///< Of the largest part.
constexpr double smallestLungsMl = 150.0;
constexpr double wallMm = 1.6;
/// Cross-section of a vessel at the hilum. Not more: a lung may surround the top of the diaphragm.
constexpr double vesselMm2 = 300.0;
constexpr double closingMm = 8.0;
constexpr double sidesApartMm = 50.0; ///< Between the middles of two lungs; 100 and more in adults.

struct Part {
    std::size_t voxels = 0;
    double x = 0.0; ///< Middle, in voxels.
    double z = 0.0;
    int lowZ = 1 << 30;
    int highZ = -1;
    double innerSum = 0.0; ///< HU away from the rim.
    std::size_t inner = 0;
};

std::vector<Part> measured(const CoarseGrid& grid, const MaskParts& parts, const GridMask& inner)
{
    std::vector<Part> all(parts.count.size());
    for (std::size_t n = 0; n < parts.part.size(); ++n) {
        if (!parts.part[n])
            continue;
        Part& part = all[parts.part[n]];
        const int z = grid.z(n);
        ++part.voxels;
        part.x += grid.x(n);
        part.z += z;
        part.lowZ = std::min(part.lowZ, z);
        part.highZ = std::max(part.highZ, z);
        if (inner.empty() || inner[n]) {
            part.innerSum += grid.hu[n];
            ++part.inner;
        }
    }
    for (Part& part : all) {
        if (part.voxels > 0) {
            part.x /= static_cast<double>(part.voxels);
            part.z /= static_cast<double>(part.voxels);
        }
    }
    return all;
}

bool hasLungHu(const Part& part)
{
    if (part.inner == 0)
        return false;
    const double mean = part.innerSum / static_cast<double>(part.inner);
    return mean > gasHu && mean < denseHu;
}

/// All of the lungs, not yet told apart; empty where there are none.
GridMask lungParts(const CoarseGrid& grid, const GridMask& candidates, const Progress& progress)
{
    const GridMask inner = shrunk(grid, candidates, rimMm, progress);
    if (inner.empty())
        return {};
    const MaskParts parts = MaskParts::of(candidates, grid.size);
    const std::vector<Part> all = measured(grid, parts, inner);
    std::size_t largest = 0;
    for (std::size_t p = 1; p < all.size(); ++p) {
        if (hasLungHu(all[p]) && (largest == 0 || all[p].voxels > all[largest].voxels))
            largest = p;
    }
    if (largest == 0)
        return {};
    const Part& main = all[largest];
    const double lowest = main.lowZ + 0.15 * (main.highZ - main.lowZ);
    std::vector<std::uint8_t> kept(all.size());
    double keptMl = 0.0;
    for (std::size_t p = 1; p < all.size(); ++p) {
        const double ml = grid.voxelMl() * static_cast<double>(all[p].voxels);
        const bool enough =
            ml >= smallestPartMl &&
            static_cast<double>(all[p].voxels) >= smallestShare * static_cast<double>(main.voxels);
        if (p == largest || (enough && hasLungHu(all[p]) && all[p].z >= lowest)) {
            kept[p] = 1;
            keptMl += ml;
        }
    }
    if (keptMl < smallestLungsMl)
        return {};
    GridMask lungs(candidates.size());
    for (std::size_t n = 0; n < lungs.size(); ++n)
        lungs[n] = kept[parts.part[n]];
    return lungs;
}

struct Seeds {
    std::vector<std::size_t> right;
    std::vector<std::size_t> left;
    double middleX = 0.0;
};

/// The cores of two lungs among the parts that are deeper than some depth: two large ones, far
/// enough apart from side to side.
std::optional<Seeds> twoCores(const CoarseGrid& grid, const MaskParts& parts)
{
    const std::vector<Part> all = measured(grid, parts, {});
    std::vector<std::size_t> order;
    for (std::size_t p = 1; p < all.size(); ++p)
        order.push_back(p);
    std::ranges::sort(order, std::greater<>(), [&](std::size_t p) { return all[p].voxels; });
    order.resize(std::min<std::size_t>(order.size(), 4));
    for (std::size_t a = 0; a < order.size(); ++a) {
        for (std::size_t b = a + 1; b < order.size(); ++b) {
            const Part& one = all[order[a]];
            const Part& other = all[order[b]];
            if (5 * other.voxels < all[order[0]].voxels ||
                std::abs(one.x - other.x) * grid.spacingMm[0] < sidesApartMm)
                continue;
            const std::size_t right = one.x > other.x ? order[a] : order[b];
            const std::size_t left = one.x > other.x ? order[b] : order[a];
            Seeds seeds;
            seeds.middleX = (one.x + other.x) / 2;
            for (std::size_t n = 0; n < parts.part.size(); ++n) {
                if (parts.part[n] == right)
                    seeds.right.push_back(n);
                else if (parts.part[n] == left)
                    seeds.left.push_back(n);
            }
            return seeds;
        }
    }
    return {};
}

/// Side per voxel: 0 none, 1 right, 2 left.
std::vector<std::uint8_t> floodFrom(const CoarseGrid& grid, const GridMask& lungs,
                                    const std::vector<float>& depth, const Seeds& seeds)
{
    std::vector<std::uint8_t> side(lungs.size());
    std::priority_queue<std::pair<float, std::size_t>> deepest;
    const auto seed = [&](const std::vector<std::size_t>& voxels, std::uint8_t which) {
        for (const std::size_t n : voxels) {
            side[n] = which;
            deepest.emplace(depth[n], n);
        }
    };
    seed(seeds.right, 1);
    seed(seeds.left, 2);
    while (!deepest.empty()) {
        const std::size_t from = deepest.top().second;
        deepest.pop();
        forNeighbours(grid.size, from, [&](std::size_t to) {
            if (lungs[to] && !side[to]) {
                side[to] = side[from];
                deepest.emplace(depth[to], to);
            }
        });
    }
    return side;
}

/// Where the body's middle lies from side to side, in voxels, in the planes that have lungs.
double bodyMiddle(const CoarseGrid& grid, const GridMask& body, const GridMask& lungs)
{
    std::vector<std::uint8_t> hasLungs(static_cast<std::size_t>(grid.size[2]));
    for (std::size_t n = 0; n < lungs.size(); ++n) {
        if (lungs[n])
            hasLungs[static_cast<std::size_t>(grid.z(n))] = 1;
    }
    double sum = 0.0;
    std::size_t count = 0;
    for (std::size_t n = 0; n < body.size(); ++n) {
        if (body[n] && hasLungs[static_cast<std::size_t>(grid.z(n))]) {
            sum += grid.x(n);
            ++count;
        }
    }
    return count > 0 ? sum / static_cast<double>(count) : grid.size[0] / 2.0;
}

std::vector<std::uint8_t> sidesOf(const CoarseGrid& grid, const GridMask& body,
                                  const GridMask& lungs, const Progress& progress)
{
    GridMask notLung(lungs.size());
    std::ranges::transform(lungs, notLung.begin(), [](std::uint8_t v) { return v ? 0 : 1; });
    const std::vector<float> depth = squaredDistances(notLung, grid.size, grid.spacingMm, progress);
    if (depth.empty())
        return {};
    std::optional<Seeds> seeds;
    for (const double mm : std::array{0.0, 2.0, 3.0, 4.5, 6.0, 8.0, 10.0, 13.0, 16.0, 20.0}) {
        if (progress.cancelled())
            return {};
        GridMask core(lungs.size());
        for (std::size_t n = 0; n < core.size(); ++n)
            core[n] = lungs[n] && depth[n] > mm * mm ? 1 : 0;
        seeds = twoCores(grid, MaskParts::of(core, grid.size));
        if (seeds)
            break;
    }
    std::vector<std::uint8_t> side(lungs.size());
    double middle = bodyMiddle(grid, body, lungs);
    if (seeds) {
        side = floodFrom(grid, lungs, depth, *seeds);
        middle = seeds->middleX;
    }
    // Parts that no core reaches, or a single lung: by where their middle lies.
    GridMask rest(lungs.size());
    for (std::size_t n = 0; n < rest.size(); ++n)
        rest[n] = lungs[n] && !side[n] ? 1 : 0;
    const MaskParts parts = MaskParts::of(rest, grid.size);
    const std::vector<Part> all = measured(grid, parts, {});
    for (std::size_t n = 0; n < rest.size(); ++n) {
        if (rest[n])
            side[n] = all[parts.part[n]].x > middle ? 1 : 2;
    }
    return side;
}

/// Closed and filled, within the body, without airway and other lung. Empty where cancelled.
GridMask completed(const CoarseGrid& grid, const GridMask& lung, const GridMask& body,
                   const GridMask& airway, const Progress& progress)
{
    GridMask whole = closed(grid, lung, closingMm, progress);
    if (whole.empty())
        return {};
    for (std::size_t n = 0; n < whole.size(); ++n)
        whole[n] = (whole[n] || lung[n]) && body[n] ? 1 : 0;
    fillHoles(grid, whole, vesselMm2);
    for (std::size_t n = 0; n < whole.size(); ++n) {
        if (airway[n])
            whole[n] = 0;
    }
    return whole;
}

} // namespace

GridMask lungCandidates(const CoarseGrid& grid, const GridMask& body)
{
    GridMask mask = between(grid, -32768, lungHu);
    for (std::size_t n = 0; n < mask.size(); ++n)
        mask[n] = mask[n] && body[n] ? 1 : 0;
    return mask;
}

LungPair findLungs(const CoarseGrid& grid, const GridMask& body, const GridMask& candidates,
                   const GridMask& airway, const Progress& progress)
{
    const GridMask walls = grown(grid, airway, wallMm, progress);
    if (walls.empty())
        return {};
    GridMask air = candidates;
    for (std::size_t n = 0; n < air.size(); ++n) {
        if (walls[n])
            air[n] = 0;
    }
    const GridMask lungs = lungParts(grid, air, progress);
    if (lungs.empty())
        return {};
    const std::vector<std::uint8_t> side = sidesOf(grid, body, lungs, progress);
    if (side.empty())
        return {};
    GridMask right(side.size());
    GridMask left(side.size());
    for (std::size_t n = 0; n < side.size(); ++n) {
        right[n] = side[n] == 1 ? 1 : 0;
        left[n] = side[n] == 2 ? 1 : 0;
    }
    LungPair pair;
    pair.right = completed(grid, right, body, airway, progress);
    pair.left = completed(grid, left, body, airway, progress);
    if (pair.right.empty() || pair.left.empty())
        return {};
    // Where both closings claim the seam, each keeps its own air, and what is neither's the right.
    for (std::size_t n = 0; n < side.size(); ++n) {
        if (pair.right[n] && pair.left[n]) {
            pair.right[n] = left[n] ? 0 : 1;
            pair.left[n] = left[n];
        }
    }
    pair.found = true;
    return pair;
}

} // namespace fovea
