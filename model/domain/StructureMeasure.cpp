#include "model/domain/StructureMeasure.h"

#include <cassert>
#include <cmath>

namespace fovea {

namespace {

struct Sums {
    std::size_t count = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0; // 2^15 squared times 2^33 voxels still fits
};

} // namespace

std::vector<StructureMeasure> measureStructures(const Volume& volume, const LabelMap& labels)
{
    const auto hu = volume.voxels();
    const auto label = labels.labels();
    assert(hu.size() == label.size());

    std::vector<Sums> sums(std::size_t{labels.maxLabel()} + 1);
    for (std::size_t n = 0; n < hu.size(); ++n) {
        if (label[n] == 0)
            continue;
        Sums& s = sums[label[n]];
        ++s.count;
        s.sum += hu[n];
        s.squares += std::int64_t{hu[n]} * hu[n];
    }

    const double voxelMl = volume.geometry().voxelVolumeMm3() / 1000.0;
    std::vector<StructureMeasure> out;
    for (const Structure& structure : labels.structures()) {
        const Sums& s = sums[structure.label];
        const double n = double(s.count);
        StructureMeasure m;
        m.label = structure.label;
        m.voxelCount = s.count;
        m.volumeMl = n * voxelMl;
        m.meanHu = double(s.sum) / n;
        m.sdHu = std::sqrt(std::max(0.0, double(s.squares) / n - m.meanHu * m.meanHu));
        out.push_back(m);
    }
    return out;
}

StructureMeasure combined(const std::vector<StructureMeasure>& parts)
{
    StructureMeasure all;
    double sum = 0.0;
    double squares = 0.0;
    for (const StructureMeasure& p : parts) {
        const double n = double(p.voxelCount);
        all.voxelCount += p.voxelCount;
        all.volumeMl += p.volumeMl;
        sum += n * p.meanHu;
        squares += n * (p.sdHu * p.sdHu + p.meanHu * p.meanHu);
    }
    if (all.voxelCount > 0) {
        const double n = double(all.voxelCount);
        all.meanHu = sum / n;
        all.sdHu = std::sqrt(std::max(0.0, squares / n - all.meanHu * all.meanHu));
    }
    return all;
}

} // namespace fovea
