#include "model/network/boxShares.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/nonzero.h>
#include <ATen/ops/zeros.h>

namespace fovea {

namespace {

/// The sum over the box that reaches so many cells around each, of [n, B, d, h, w].
at::Tensor boxSums(at::Tensor cells, std::int64_t reach)
{
    for (const std::int64_t axis : {2, 3, 4}) {
        at::Tensor sums = cells.clone();
        const std::int64_t length = cells.size(axis);
        for (std::int64_t step = 1; step <= reach && step < length; ++step) {
            sums.narrow(axis, 0, length - step).add_(cells.narrow(axis, step, length - step));
            sums.narrow(axis, step, length - step).add_(cells.narrow(axis, 0, length - step));
        }
        cells = sums;
    }
    return cells;
}

/// Voxels per cell: in each band, and in the last row of the anatomy at all.
at::Tensor countVoxels(const at::Tensor& values, const at::Tensor& own,
                       const std::vector<std::array<double, 2>>& bands)
{
    const auto count = static_cast<std::int64_t>(bands.size());
    at::Tensor cells = at::zeros({count + 1, values.size(1)}, values.options());
    const at::Tensor places = at::nonzero(at::amax(own, 0)).squeeze(1);
    if (places.numel() == 0)
        return cells;
    const at::Tensor there = values.index_select(1, places);
    const at::Tensor mask = own.index_select(1, places);
    for (std::int64_t band = 0; band < count; ++band) {
        const auto& [low, high] = bands[static_cast<std::size_t>(band)];
        cells.select(0, band).index_copy_(0, places,
                                          (mask * there.ge(low) * there.lt(high)).sum(0));
    }
    cells.select(0, count).index_copy_(0, places, mask.sum(0));
    return cells;
}

/// Shares of the last row in the others, where it is at least `least`.
struct Shares {
    Shares(const at::Tensor& counts, double least)
        : values(counts.slice(0, 0, -1) / counts.slice(0, -1).clamp_min(1.0))
        , known(counts.slice(0, -1).ge(least).to(counts.scalar_type()))
    {
    }
    at::Tensor values;
    at::Tensor known;

    at::Tensor moreThan(const Shares& other) const
    {
        return (values - other.values) * known * other.known;
    }
};

} // namespace

at::Tensor boxShares(const at::Tensor& values, const at::Tensor& own,
                     const std::array<std::int64_t, 4>& size,
                     const std::vector<std::array<double, 2>>& bands)
{
    const at::Tensor cells = countVoxels(values, own, bands);
    const at::Tensor onGrid = cells.reshape({cells.size(0), size[0], size[1], size[2], size[3]});
    const at::Tensor inBox = boxSums(onGrid, 1).reshape(cells.sizes());
    const at::Tensor inRing = boxSums(onGrid, 2).reshape(cells.sizes()) - inBox;
    constexpr double boxVoxels = 8 * 27;
    constexpr double ringVoxels = 8 * (125 - 27);
    const Shares cell(cells, 4);
    const Shares box(inBox, boxVoxels / 2);
    const Shares ring(inRing, ringVoxels * 2 / 5);
    return at::cat({box.values * box.known, box.moreThan(ring), cell.moreThan(ring)});
}

} // namespace fovea
