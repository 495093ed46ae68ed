#include "app/volume/cropBoxes.h"

namespace fovea {

std::optional<PatientBox> boxAroundLabels(const LabelMap& map,
                                          std::span<const std::uint16_t> labels, double marginMm)
{
    std::optional<PatientBox> whole;
    for (const std::uint16_t label : labels) {
        const Structure* structure = map.structure(label);
        if (!structure || structure->voxelCount == 0)
            continue;
        const PatientBox box = boxAround(map.geometry(), structure->low, structure->high, marginMm);
        whole = whole ? united(*whole, box) : box;
    }
    return whole;
}

} // namespace fovea
