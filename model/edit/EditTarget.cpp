#include "model/edit/EditTarget.h"

#include <limits>

namespace fovea {

std::vector<Structure> structuresWith(const LabelMap& map, const EditTarget& target)
{
    std::vector<Structure> out = map.structures();
    if (target.label() != 0 && !map.structure(target.label()))
        out.push_back(target.structure);
    return out;
}

std::uint16_t freeLabel(const LabelMap& map)
{
    const std::uint16_t largest = map.maxLabel();
    if (largest < std::numeric_limits<std::uint16_t>::max())
        return static_cast<std::uint16_t>(largest + 1);
    for (std::uint16_t label = 1; label < largest; ++label) {
        if (!map.structure(label))
            return label;
    }
    return 0;
}

} // namespace fovea
