#include "model/domain/measureScalars.h"

#include <cassert>

namespace fovea {

namespace {

struct Counts {
    std::int64_t voxels = 0;
    std::int64_t sum = 0;
    std::int64_t low = 0;
    std::int64_t high = 0;

    void add(const Counts& other)
    {
        voxels += other.voxels;
        sum += other.sum;
        low += other.low;
        high += other.high;
    }
};

} // namespace

std::vector<RegionScalar> measureScalars(const Volume& volume, const LabelMap& labels,
                                         const std::vector<LabelledAnatomy>& anatomies)
{
    const auto hu = volume.voxels();
    const auto label = labels.labels();
    assert(hu.size() == label.size());
    std::vector<Counts> counts(std::size_t{labels.maxLabel()} + 1);
    for (std::size_t n = 0; n < hu.size(); ++n) {
        if (label[n] == 0)
            continue;
        Counts& c = counts[label[n]];
        ++c.voxels;
        c.sum += hu[n];
        c.low += hu[n] < lowDensityHu ? 1 : 0;
        c.high += hu[n] > highDensityHu ? 1 : 0;
    }

    const double voxelMl = volume.geometry().voxelVolumeMm3() / 1000.0;
    std::vector<RegionScalar> scalars;
    for (const LabelledAnatomy& anatomy : anatomies) {
        Counts all;
        for (const std::uint16_t one : anatomy.labels) {
            if (one < counts.size())
                all.add(counts[one]);
        }
        if (all.voxels == 0)
            continue;
        const double voxels = static_cast<double>(all.voxels);
        const auto add = [&](ScalarKind kind, double value) {
            scalars.push_back({anatomy.anatomyId, kind, value});
        };
        add(ScalarKind::VolumeMl, voxels * voxelMl);
        add(ScalarKind::MeanHu, static_cast<double>(all.sum) / voxels);
        if (anatomy.anatomyId == "lung")
            add(ScalarKind::LowDensity, static_cast<double>(all.low) / voxels);
        if (anatomy.anatomyId == "heart" || anatomy.anatomyId == "aorta")
            add(ScalarKind::HighDensityMl, static_cast<double>(all.high) * voxelMl);
    }
    return scalars;
}

} // namespace fovea
