#include "viewer/RegionMap.h"

#include <algorithm>

namespace fovea {

Vec3 RegionMap::cellMm() const
{
    return {norm(stepMm[0]), norm(stepMm[1]), norm(stepMm[2])};
}

std::size_t RegionMap::peak() const
{
    return static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
}

Vec3 RegionMap::centreMm(std::size_t cell) const
{
    const auto columns = static_cast<std::size_t>(size[2]);
    const auto rows = static_cast<std::size_t>(size[1]);
    return originMm + stepMm[0] * static_cast<double>(cell / (columns * rows)) +
           stepMm[1] * static_cast<double>(cell / columns % rows) +
           stepMm[2] * static_cast<double>(cell % columns);
}

std::vector<std::size_t> RegionMap::cellsFrom(double relative) const
{
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < values.size(); ++cell) {
        if (values[cell] > 0.0F && static_cast<double>(values[cell]) >= relative)
            cells.push_back(cell);
    }
    return cells;
}

RegionMapPtr regionMapOf(const RegionRelevance& relevance, const std::string& findingId,
                         const std::string& title)
{
    float largest = 0.0F;
    double sum = 0.0;
    for (const float value : relevance.values) {
        largest = std::max(largest, value);
        sum += std::max(static_cast<double>(value), 0.0);
    }
    if (!(largest > 0.0F))
        return nullptr;
    auto map = std::make_shared<RegionMap>();
    map->anatomyId = relevance.anatomyId;
    map->findingId = findingId;
    map->title = title;
    map->method = relevance.method;
    map->size = relevance.tokenGrid;
    map->originMm = relevance.tokenOriginMm;
    map->stepMm = relevance.tokenStepMm;
    map->values.reserve(relevance.values.size());
    for (const float value : relevance.values)
        map->values.push_back(std::max(value, 0.0F) / largest);
    map->peakShare = static_cast<double>(largest) / sum;
    return map;
}

} // namespace fovea
