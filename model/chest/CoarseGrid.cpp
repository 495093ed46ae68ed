#include "model/chest/CoarseGrid.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr double blockMm = 1.5;

std::int16_t blockMean(const std::int16_t* voxels, const ArrayView& fine, const Index3& low,
                       const Index3& high)
{
    long sum = 0;
    long count = 0;
    for (int z = low[2]; z < high[2]; ++z) {
        for (int y = low[1]; y < high[1]; ++y) {
            for (int x = low[0]; x < high[0]; ++x) {
                sum += voxels[fine.offset(z, y, x)];
                ++count;
            }
        }
    }
    return static_cast<std::int16_t>(sum / std::max(count, 1L));
}

} // namespace

CoarseGrid CoarseGrid::of(const Volume& volume)
{
    CoarseGrid grid;
    grid.fine = canonicalView(volume.geometry());
    for (std::size_t a = 0; a < 3; ++a) {
        const int count = grid.fine.size[2 - a];
        const double mm = grid.fine.spacingMm[2 - a];
        grid.factor[a] = std::max(1, static_cast<int>(std::lround(blockMm / mm)));
        grid.size[a] = (count + grid.factor[a] - 1) / grid.factor[a];
        grid.spacingMm[a] = mm * grid.factor[a];
    }
    grid.hu.resize(grid.planeSize() * static_cast<std::size_t>(grid.size[2]));
    const Index3 fineSize{grid.fine.size[2], grid.fine.size[1], grid.fine.size[0]};
    std::size_t at = 0;
    Index3 block{};
    for (block[2] = 0; block[2] < grid.size[2]; ++block[2]) {
        for (block[1] = 0; block[1] < grid.size[1]; ++block[1]) {
            for (block[0] = 0; block[0] < grid.size[0]; ++block[0]) {
                Index3 low{};
                Index3 high{};
                for (std::size_t a = 0; a < 3; ++a) {
                    low[a] = block[a] * grid.factor[a];
                    high[a] = std::min(low[a] + grid.factor[a], fineSize[a]);
                }
                grid.hu[at++] = blockMean(volume.voxels().data(), grid.fine, low, high);
            }
        }
    }
    return grid;
}

} // namespace fovea
