#include "viewer/slice/Slab.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fovea {

namespace {

constexpr std::array ladder{1.0,  2.0,  3.0,  4.0,  5.0,  6.0,  8.0,  10.0, 12.0,
                            15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0, 80.0, 100.0};
static_assert(ladder.front() == minSlabMm && ladder.back() == maxSlabMm);

} // namespace

Slab thickened(const Slab& slab, int steps)
{
    Slab changed = slab;
    for (; steps > 0; --steps) {
        if (!changed.isThick()) {
            changed = {SlabMode::Maximum, ladder.front()};
            continue;
        }
        const auto above = std::ranges::upper_bound(ladder, changed.thicknessMm);
        changed.thicknessMm = above == ladder.end() ? maxSlabMm : *above;
    }
    for (; steps < 0 && changed.isThick(); ++steps) {
        const auto here = std::ranges::lower_bound(ladder, changed.thicknessMm);
        if (here == ladder.begin())
            changed.mode = SlabMode::Off;
        else
            changed.thicknessMm = *std::prev(here);
    }
    return changed;
}

std::optional<double> slabHu(const Volume& volume, const Vec3& positionMm, const Vec3& normal,
                             const Slab& slab)
{
    const ImageGeometry& geometry = volume.geometry();
    const auto voxelAt = [&](const Vec3& at) -> std::optional<double> {
        const Vec3 continuous = geometry.patientToIndex(at);
        Index3 index{};
        for (int a = 0; a < 3; ++a)
            index[a] = static_cast<int>(std::floor(std::clamp(continuous[a], -1e6, 1e6) + 0.5));
        if (!geometry.contains(index))
            return std::nullopt;
        return volume.at(index);
    };
    if (!slab.isThick())
        return voxelAt(positionMm);

    // One sample a voxel along the normal.
    Vec3 voxelsPerMm{};
    for (int a = 0; a < 3; ++a)
        voxelsPerMm[a] = dot(normal, geometry.axes[a]) / geometry.spacingMm[a];
    const int samples =
        std::max(1, static_cast<int>(std::ceil(slab.thicknessMm * norm(voxelsPerMm) - 1e-6)));
    std::optional<double> best;
    double sum = 0;
    int met = 0;
    for (int n = 0; n < samples; ++n) {
        const double offset = ((n + 0.5) / samples - 0.5) * slab.thicknessMm;
        const auto hu = voxelAt(positionMm + normal * offset);
        if (!hu)
            continue;
        ++met;
        sum += *hu;
        if (!best || (slab.mode == SlabMode::Maximum ? *hu > *best : *hu < *best))
            best = hu;
    }
    if (met > 0 && slab.mode == SlabMode::Average)
        return sum / met;
    return best;
}

} // namespace fovea
