#include "model/domain/LabelMap.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

namespace fovea {

namespace {

struct Extent {
    std::size_t count = 0;
    Index3 low{std::numeric_limits<int>::max(), std::numeric_limits<int>::max(),
               std::numeric_limits<int>::max()};
    Index3 high{-1, -1, -1};
};

std::vector<Extent> measure(const ImageGeometry& geometry, std::span<const std::uint16_t> labels,
                            std::uint16_t maxLabel)
{
    std::vector<Extent> extents(static_cast<std::size_t>(maxLabel) + 1);
    std::size_t offset = 0;
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                const std::uint16_t label = labels[offset++];
                if (label == 0)
                    continue;
                Extent& e = extents[label];
                ++e.count;
                e.low = {std::min(e.low[0], i), std::min(e.low[1], j), std::min(e.low[2], k)};
                e.high = {std::max(e.high[0], i), std::max(e.high[1], j), k};
            }
        }
    }
    return extents;
}

} // namespace

LabelMapPtr LabelMap::create(const ImageGeometry& geometry, std::vector<std::uint16_t> labels,
                             std::vector<Structure> structures)
{
    assert(labels.size() == geometry.voxelCount());
    std::shared_ptr<LabelMap> map(new LabelMap);
    map->m_geometry = geometry;
    map->m_maxLabel = labels.empty() ? std::uint16_t{0} : std::ranges::max(labels);
    const std::vector<Extent> extents = measure(geometry, labels, map->m_maxLabel);
    map->m_labels = std::move(labels);

    for (std::size_t label = 1; label < extents.size(); ++label) {
        const Extent& e = extents[label];
        if (e.count == 0)
            continue;
        const auto known = std::ranges::find(structures, label, &Structure::label);
        Structure s;
        if (known != structures.end())
            s = *known;
        else
            s.name = "label " + std::to_string(label);
        s.label = static_cast<std::uint16_t>(label);
        s.voxelCount = e.count;
        s.low = e.low;
        s.high = e.high;
        map->m_structures.push_back(std::move(s));
    }
    return map;
}

LabelMapPtr LabelMap::createMeasured(const ImageGeometry& geometry,
                                     std::vector<std::uint16_t> labels,
                                     std::vector<Structure> structures)
{
    assert(labels.size() == geometry.voxelCount());
    assert(std::ranges::is_sorted(structures, {}, &Structure::label));
    std::shared_ptr<LabelMap> map(new LabelMap);
    map->m_geometry = geometry;
    map->m_labels = std::move(labels);
    map->m_structures = std::move(structures);
    map->m_maxLabel = map->m_structures.empty() ? std::uint16_t{0} : map->m_structures.back().label;
    return map;
}

const Structure* LabelMap::structure(std::uint16_t label) const
{
    const auto it = std::ranges::find(m_structures, label, &Structure::label);
    return it == m_structures.end() ? nullptr : &*it;
}

std::vector<std::uint16_t> LabelMap::labelsOf(std::string_view anatomyId) const
{
    std::vector<std::uint16_t> out;
    for (const Structure& s : m_structures) {
        if (s.anatomyId == anatomyId)
            out.push_back(s.label);
    }
    return out;
}

std::vector<std::string> LabelMap::anatomyIds() const
{
    std::vector<std::string> out;
    for (const Structure& s : m_structures) {
        if (!s.anatomyId.empty() && std::ranges::find(out, s.anatomyId) == out.end())
            out.push_back(s.anatomyId);
    }
    return out;
}

} // namespace fovea
