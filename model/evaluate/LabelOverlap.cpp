#include "model/evaluate/LabelOverlap.h"

#include <algorithm>
#include <cassert>

namespace fovea {

std::vector<LabelOverlap> labelOverlaps(const LabelMap& first, const LabelMap& second)
{
    assert(first.labels().size() == second.labels().size());
    std::vector<LabelOverlap> all(std::size_t{1} + std::max(first.maxLabel(), second.maxLabel()));
    for (std::size_t i = 0; i < first.labels().size(); ++i) {
        const std::uint16_t a = first.labels()[i];
        const std::uint16_t b = second.labels()[i];
        ++all[a].first;
        ++all[b].second;
        if (a == b)
            ++all[a].both;
    }
    std::vector<LabelOverlap> present;
    for (std::size_t label = 1; label < all.size(); ++label) {
        all[label].label = static_cast<std::uint16_t>(label);
        if (all[label].first + all[label].second > 0)
            present.push_back(all[label]);
    }
    return present;
}

} // namespace fovea
