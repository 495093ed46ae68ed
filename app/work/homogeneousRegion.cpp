#include "app/work/homogeneousRegion.h"

#include <algorithm>
#include <cstddef>

namespace fovea {

HomogeneousRegion homogeneousRegion(const Volume& volume, const LabelMap& map,
                                    const std::vector<std::uint16_t>& labels)
{
    std::vector<bool> inside(std::size_t{map.maxLabel()} + 1);
    for (const std::uint16_t label : labels) {
        if (label < inside.size())
            inside[label] = true;
    }
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    std::vector<std::uint16_t> others(map.labels().begin(), map.labels().end());
    std::vector<std::int16_t> values;
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        if (inside[others[n]])
            values.push_back(voxels[n]);
    }
    if (values.empty())
        return {};
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        if (!inside[others[n]])
            continue;
        voxels[n] = *middle;
        others[n] = 0;
    }
    return {Volume::create(volume.geometry(), std::move(voxels)),
            LabelMap::create(map.geometry(), std::move(others), map.structures())};
}

} // namespace fovea
