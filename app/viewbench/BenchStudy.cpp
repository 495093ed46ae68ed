#include "app/viewbench/BenchStudy.h"

#include "model/phantom/Phantom.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

constexpr std::uint64_t seed = 1;

/// The upper half of a structure under a new label.
Structure cutInHalf(const ImageGeometry& geometry, std::vector<std::uint16_t>& labels,
                    const Structure& whole, std::uint16_t label)
{
    Structure half = whole;
    half.label = label;
    half.name += "_upper";
    std::ranges::reverse(half.colour);
    const int middle = (whole.low[2] + whole.high[2] + 1) / 2;
    const auto slice = static_cast<std::ptrdiff_t>(geometry.size[0]) * geometry.size[1];
    std::replace(labels.begin() + middle * slice, labels.begin() + (whole.high[2] + 1) * slice,
                 whole.label, label);
    return half;
}

} // namespace

Result<BenchStudy> BenchStudy::make(int slices, const Progress& progress)
{
    PhantomGrid grid;
    grid.size = {matrix, matrix, slices};
    grid.spacingMm = {0.7, 0.7, 300.0 / slices};
    auto phantom = makePhantom(seed, grid, progress);
    if (!phantom)
        return phantom.error();
    const LabelMap& made = *phantom->labels;
    std::vector<std::uint16_t> labels(made.labels().begin(), made.labels().end());
    std::vector<Structure> all = made.structures();
    std::vector<Structure> bySize = all;
    std::ranges::sort(bySize, std::ranges::greater{}, &Structure::voxelCount);
    std::uint16_t next = made.maxLabel();
    for (const Structure& whole : bySize) {
        if (all.size() >= structures)
            break;
        if (whole.high[2] > whole.low[2])
            all.push_back(cutInHalf(made.geometry(), labels, whole, ++next));
    }
    BenchStudy study;
    study.labels = LabelMap::create(made.geometry(), std::move(labels), std::move(all));
    study.volume = std::move(phantom->volume);
    return study;
}

} // namespace fovea
