#include "model/chest/paintLabels.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

constexpr std::size_t mostLabels = 8;

/// The two coarse voxels around each fine one along an axis, and the weight of the second.
struct Tap {
    int low = 0;
    int high = 0;
    float weight = 0.0F;
};

std::vector<Tap> tapsOf(int fine, int factor, int coarse)
{
    std::vector<Tap> taps(static_cast<std::size_t>(fine));
    for (int n = 0; n < fine; ++n) {
        const float at = (static_cast<float>(n) + 0.5F) / static_cast<float>(factor) - 0.5F;
        const int low = static_cast<int>(std::max(at, 0.0F));
        Tap& tap = taps[static_cast<std::size_t>(n)];
        tap.low = std::min(low, coarse - 1);
        tap.high = std::min(low + 1, coarse - 1);
        tap.weight = std::clamp(at - static_cast<float>(low), 0.0F, 1.0F);
    }
    return taps;
}

std::uint8_t heaviest(const std::array<std::uint8_t, 8>& labels, const Tap& x, const Tap& y,
                      const Tap& z)
{
    std::array<float, mostLabels> weight{};
    for (std::size_t corner = 0; corner < labels.size(); ++corner) {
        const float wx = corner & 1 ? x.weight : 1 - x.weight;
        const float wy = corner & 2 ? y.weight : 1 - y.weight;
        const float wz = corner & 4 ? z.weight : 1 - z.weight;
        weight[labels[corner] % mostLabels] += wx * wy * wz;
    }
    return static_cast<std::uint8_t>(std::ranges::max_element(weight) - weight.begin());
}

} // namespace

std::vector<std::uint16_t> paintLabels(const CoarseGrid& grid,
                                       const std::vector<std::uint8_t>& coarse,
                                       const Volume& volume, const Progress& progress)
{
    const ArrayView& fine = grid.fine;
    const std::vector<Tap> xs = tapsOf(fine.size[2], grid.factor[0], grid.size[0]);
    const std::vector<Tap> ys = tapsOf(fine.size[1], grid.factor[1], grid.size[1]);
    const std::vector<Tap> zs = tapsOf(fine.size[0], grid.factor[2], grid.size[2]);
    std::vector<std::uint16_t> labels(volume.voxels().size());
    for (int k = 0; k < fine.size[0]; ++k) {
        if (progress.cancelled())
            return {};
        progress.report(static_cast<double>(k) / fine.size[0]);
        const Tap& z = zs[static_cast<std::size_t>(k)];
        for (int j = 0; j < fine.size[1]; ++j) {
            const Tap& y = ys[static_cast<std::size_t>(j)];
            const std::array<const std::uint8_t*, 4> rows{
                &coarse[grid.offset(0, y.low, z.low)], &coarse[grid.offset(0, y.high, z.low)],
                &coarse[grid.offset(0, y.low, z.high)], &coarse[grid.offset(0, y.high, z.high)]};
            for (int i = 0; i < fine.size[2]; ++i) {
                const Tap& x = xs[static_cast<std::size_t>(i)];
                std::array<std::uint8_t, 8> around{};
                for (std::size_t row = 0; row < rows.size(); ++row) {
                    around[2 * row] = rows[row][x.low];
                    around[2 * row + 1] = rows[row][x.high];
                }
                const bool same = std::ranges::all_of(
                    around, [&](std::uint8_t label) { return label == around[0]; });
                labels[static_cast<std::size_t>(fine.offset(k, j, i))] =
                    same ? around[0] : heaviest(around, x, y, z);
            }
        }
    }
    return labels;
}

} // namespace fovea
