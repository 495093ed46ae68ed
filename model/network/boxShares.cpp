#include "model/network/boxShares.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/bincount.h>
#include <ATen/ops/bucketize.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/nonzero.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace fovea {

namespace {

/// The sum over the box that reaches so many cells around each, of [n, d, h, w].
at::Tensor boxSums(at::Tensor cells, std::int64_t reach)
{
    for (const std::int64_t axis : {1, 2, 3}) {
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

/// Voxels per cell, [bands + 1, d, h, w]: in each band, and in the last row of the anatomy at all.
/// Each voxel is looked at once: counted between the bands' ends, whose sums the bands are.
at::Tensor countVoxels(const at::Tensor& values, const at::Tensor& own,
                       const std::vector<std::array<double, 2>>& bands)
{
    std::set<double> ends;
    for (const auto& [low, high] : bands) {
        ends.insert(low);
        ends.insert(high);
    }
    const auto parts = static_cast<std::int64_t>(ends.size()) + 1;
    const auto count = static_cast<std::int64_t>(bands.size());
    const at::Tensor boundaries = at::empty({parts - 1}, at::kFloat);
    std::ranges::copy(ends, boundaries.mutable_data_ptr<float>());
    at::Tensor taken = at::zeros({parts, count + 1}, at::kFloat); // Parts of each band.
    taken.select(1, count).fill_(1);
    for (std::int64_t band = 0; band < count; ++band) {
        const auto& [low, high] = bands[static_cast<std::size_t>(band)];
        taken.select(1, band)
            .slice(0, 1 + std::distance(ends.begin(), ends.find(low)),
                   1 + std::distance(ends.begin(), ends.find(high)))
            .fill_(1);
    }
    const std::int64_t cells = values[0].numel();
    const at::Tensor places = at::nonzero(own.reshape({-1})).squeeze(1);
    const at::Tensor part = at::bucketize(values.reshape({-1}).index_select(0, places),
                                          boundaries.to(values.device(), values.scalar_type()),
                                          /*out_int32=*/false, /*right=*/true);
    const at::Tensor counts =
        at::bincount(places.remainder(cells).mul_(parts).add_(part), {}, cells * parts)
            .to(values.scalar_type())
            .reshape({cells, parts});
    return at::matmul(taken.t().to(counts.device(), counts.scalar_type()), counts.t())
        .reshape({count + 1, values.size(1), values.size(2), values.size(3)});
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

/// The part of a grid of cells that an anatomy touches: first and behind the last, per axis.
using Part = std::array<std::array<std::int64_t, 2>, 3>;

/// Empty (all 0) where there is none of it. `touched` is [d, h, w].
Part partOf(const at::Tensor& touched)
{
    Part part{};
    const at::Tensor places = at::nonzero(touched);
    if (places.size(0) == 0)
        return part;
    for (std::int64_t axis = 0; axis < 3; ++axis)
        part[static_cast<std::size_t>(axis)] = {places.select(1, axis).min().item<std::int64_t>(),
                                                places.select(1, axis).max().item<std::int64_t>() +
                                                    1};
    return part;
}

at::Tensor cut(const at::Tensor& x, const Part& part)
{
    return x.slice(1, part[0][0], part[0][1])
        .slice(2, part[1][0], part[1][1])
        .slice(3, part[2][0], part[2][1]);
}

/// Of one sample, [8, d, h, w]: [SharesPerBand * bands, d, h, w].
at::Tensor sharesOf(const at::Tensor& values, const at::Tensor& own,
                    const std::vector<std::array<double, 2>>& bands)
{
    const at::Tensor cells = countVoxels(values, own, bands);
    const at::Tensor inBox = boxSums(cells, 1);
    const at::Tensor inRing = boxSums(cells, 2) - inBox;
    constexpr double boxVoxels = 8 * 27;
    constexpr double ringVoxels = 8 * (125 - 27);
    const Shares cell(cells, 4);
    const Shares box(inBox, boxVoxels / 2);
    const Shares ring(inRing, ringVoxels * 2 / 5);
    return at::cat({box.values * box.known, box.moreThan(ring), cell.moreThan(ring)});
}

} // namespace

// Cell by cell of the part that the anatomy touches alone, and one sample after the other, so that
// all of it stays in the processor's cache: of a heart or an oesophagus there is little.
at::Tensor boxShares(const at::Tensor& values, const at::Tensor& own,
                     const std::array<std::int64_t, 4>& size,
                     const std::vector<std::array<double, 2>>& bands)
{
    const auto rows = SharesPerBand * static_cast<std::int64_t>(bands.size());
    at::Tensor shares = at::zeros({rows, size[0], size[1], size[2], size[3]}, values.options());
    const auto onGrid = [&size](const at::Tensor& x) {
        return x.reshape({8, size[0], size[1], size[2], size[3]});
    };
    for (std::int64_t sample = 0; sample < size[0]; ++sample) {
        const at::Tensor there = onGrid(own).select(1, sample);
        const Part part = partOf(at::amax(there, 0));
        if (part[0][1] == 0)
            continue;
        cut(shares.select(1, sample), part)
            .copy_(sharesOf(cut(onGrid(values).select(1, sample), part), cut(there, part), bands));
    }
    return shares.reshape({rows, values.size(1)});
}

} // namespace fovea
