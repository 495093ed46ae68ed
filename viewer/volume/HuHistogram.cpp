#include "viewer/volume/HuHistogram.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr std::size_t sampleSize = 1'000'000;
/// Shares below this do not show.
constexpr double least = 1e-6;

} // namespace

HuHistogram HuHistogram::of(const Volume& volume)
{
    const auto voxels = volume.voxels();
    // Odd, so that the sample does not run down columns of a grid with an even width.
    const std::size_t stride = std::max<std::size_t>(1, voxels.size() / sampleSize) | 1U;
    std::vector<std::size_t> counts(binCount);
    std::size_t sampled = 0;
    constexpr double width =
        (TransferFunction::highestHu - TransferFunction::lowestHu + 1) / binCount;
    for (std::size_t n = 0; n < voxels.size(); n += stride, ++sampled) {
        const double bin = std::floor((voxels[n] - TransferFunction::lowestHu) / width);
        ++counts[static_cast<std::size_t>(std::clamp(bin, 0.0, binCount - 1.0))];
    }
    HuHistogram histogram;
    for (const std::size_t count : counts)
        histogram.shares.push_back(static_cast<double>(count) / static_cast<double>(sampled));
    return histogram;
}

std::vector<double> HuHistogram::heights() const
{
    std::vector<double> heights;
    if (shares.empty())
        return heights;
    const double top = std::log(std::max(std::ranges::max(shares), 2 * least) / least);
    for (const double share : shares)
        heights.push_back(share <= least ? 0 : std::log(share / least) / top);
    return heights;
}

} // namespace fovea
