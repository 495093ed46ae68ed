#include "model/edit/measuredAgain.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

StructureMeasure measured(const Volume& volume, const LabelMap& labels, const Structure& structure)
{
    const ImageGeometry& geometry = labels.geometry();
    // Whole numbers, so that the sum is measureStructures()'s whatever the order.
    std::int64_t sum = 0;
    std::int64_t squares = 0;
    StructureMeasure measure;
    measure.label = structure.label;
    for (int k = structure.low[2]; k <= structure.high[2]; ++k) {
        for (int j = structure.low[1]; j <= structure.high[1]; ++j) {
            std::size_t at = geometry.offset({structure.low[0], j, k});
            for (int i = structure.low[0]; i <= structure.high[0]; ++i, ++at) {
                if (labels.labels()[at] != structure.label)
                    continue;
                const std::int64_t hu = volume.voxels()[at];
                ++measure.voxelCount;
                sum += hu;
                squares += hu * hu;
            }
        }
    }
    if (measure.voxelCount == 0)
        return measure;
    const double n = double(measure.voxelCount);
    measure.volumeMl = n * (geometry.voxelVolumeMm3() / 1000.0);
    measure.meanHu = double(sum) / n;
    measure.sdHu = std::sqrt(std::max(0.0, double(squares) / n - measure.meanHu * measure.meanHu));
    return measure;
}

} // namespace

std::vector<StructureMeasure> measuredAgain(const Volume& volume, const LabelMap& labels,
                                            const std::vector<StructureMeasure>& measures,
                                            const LabelPatch& patch)
{
    const std::set<std::uint16_t> changed = changedLabels(patch);
    std::vector<StructureMeasure> out;
    for (const Structure& structure : labels.structures()) {
        const auto known = std::ranges::find(measures, structure.label, &StructureMeasure::label);
        if (known != measures.end() && !changed.contains(structure.label))
            out.push_back(*known);
        else
            out.push_back(measured(volume, labels, structure));
    }
    return out;
}

} // namespace fovea
