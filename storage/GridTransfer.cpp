#include "storage/GridTransfer.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

/// target index = origin + sum over a of steps[a] * source index[a].
struct AffineMap {
    Vec3 origin{};
    std::array<Vec3, 3> steps{};
};

AffineMap affineMap(const ImageGeometry& source, const ImageGeometry& target)
{
    AffineMap map;
    map.origin = target.patientToIndex(source.indexToPatient({0, 0, 0}));
    for (std::size_t a = 0; a < 3; ++a) {
        Vec3 unit{0, 0, 0};
        unit[a] = 1;
        map.steps[a] = target.patientToIndex(source.indexToPatient(unit)) - map.origin;
    }
    return map;
}

void write(std::uint16_t label, std::uint16_t& voxel, TransferOutcome& outcome)
{
    if (label == 0)
        return;
    ++outcome.written;
    if (voxel != 0 && voxel != label)
        ++outcome.overlaps;
    voxel = label;
}

TransferOutcome copyMapped(const AxisMap& map, const ImageGeometry& source,
                           std::span<const std::uint16_t> from, const ImageGeometry& target,
                           std::span<std::uint16_t> to)
{
    TransferOutcome outcome;
    const auto runAxis = static_cast<std::size_t>(map.axis[0]);
    std::size_t offset = 0;
    for (int k = 0; k < source.size[2]; ++k) {
        for (int j = 0; j < source.size[1]; ++j, offset += static_cast<std::size_t>(source.size[0]))
        {
            Index3 at = map.offset;
            at[static_cast<std::size_t>(map.axis[1])] += map.sign[1] * j;
            at[static_cast<std::size_t>(map.axis[2])] += map.sign[2] * k;
            const int start = at[runAxis];
            at[runAxis] = 0;
            if (!target.contains(at))
                continue;
            for (int i = 0; i < source.size[0]; ++i) {
                at[runAxis] = start + map.sign[0] * i;
                if (at[runAxis] < 0 || at[runAxis] >= target.size[runAxis])
                    continue;
                ++outcome.covered;
                const std::uint16_t label = from[offset + static_cast<std::size_t>(i)];
                if (label != 0)
                    write(label, to[target.offset(at)], outcome);
            }
        }
    }
    return outcome;
}

TransferOutcome resampleNearest(const ImageGeometry& source, std::span<const std::uint16_t> from,
                                const ImageGeometry& target, std::span<std::uint16_t> to)
{
    TransferOutcome outcome;
    outcome.exact = false;
    const AffineMap map = affineMap(target, source);
    std::size_t offset = 0;
    for (int k = 0; k < target.size[2]; ++k) {
        for (int j = 0; j < target.size[1]; ++j) {
            const Vec3 row = map.origin + map.steps[1] * j + map.steps[2] * k;
            for (int i = 0; i < target.size[0]; ++i, ++offset) {
                const Vec3 at = row + map.steps[0] * i;
                const Vec3 nearest{std::floor(at[0] + 0.5), std::floor(at[1] + 0.5),
                                   std::floor(at[2] + 0.5)};
                bool inside = true;
                for (std::size_t a = 0; a < 3; ++a)
                    inside = inside && nearest[a] >= 0 && nearest[a] < source.size[a];
                if (!inside)
                    continue;
                ++outcome.covered;
                const Index3 index{static_cast<int>(nearest[0]), static_cast<int>(nearest[1]),
                                   static_cast<int>(nearest[2])};
                write(from[source.offset(index)], to[offset], outcome);
            }
        }
    }
    return outcome;
}

} // namespace

std::optional<AxisMap> axisMapBetween(const ImageGeometry& source, const ImageGeometry& target)
{
    const AffineMap affine = affineMap(source, target);
    AxisMap map;
    std::array<bool, 3> taken{false, false, false};
    for (std::size_t a = 0; a < 3; ++a) {
        const Vec3& step = affine.steps[a];
        std::size_t along = 0;
        for (std::size_t t = 1; t < 3; ++t) {
            if (std::abs(step[t]) > std::abs(step[along]))
                along = t;
        }
        if (taken[along])
            return std::nullopt;
        taken[along] = true;
        map.axis[a] = static_cast<int>(along);
        map.sign[a] = step[along] < 0 ? -1 : 1;
        if (!(std::abs(affine.origin[a]) < 1e6))
            return std::nullopt;
        map.offset[a] = static_cast<int>(std::lround(affine.origin[a]));
    }
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 real = affine.origin;
        Vec3 whole{double(map.offset[0]), double(map.offset[1]), double(map.offset[2])};
        for (std::size_t a = 0; a < 3; ++a) {
            const int index = (corner >> a) & 1 ? source.size[a] - 1 : 0;
            real = real + affine.steps[a] * index;
            whole[static_cast<std::size_t>(map.axis[a])] += map.sign[a] * index;
        }
        const Vec3 off = real - whole;
        if (std::max({std::abs(off[0]), std::abs(off[1]), std::abs(off[2])}) > sameVoxelTolerance)
            return std::nullopt;
    }
    return map;
}

TransferOutcome transferLabels(const ImageGeometry& source, std::span<const std::uint16_t> from,
                               const ImageGeometry& target, std::span<std::uint16_t> to)
{
    if (const auto map = axisMapBetween(source, target))
        return copyMapped(*map, source, from, target, to);
    return resampleNearest(source, from, target, to);
}

} // namespace fovea
