#include "model/domain/representativeVoxel.h"

#include <algorithm>

namespace fovea {

namespace {

struct Box {
    Index3 low;
    Index3 high;
};

std::optional<Box> boxOf(const LabelMap& map, const std::vector<std::uint16_t>& labels)
{
    std::optional<Box> box;
    for (const std::uint16_t label : labels) {
        const Structure* s = map.structure(label);
        if (!s)
            continue;
        if (!box)
            box = Box{s->low, s->high};
        for (int a = 0; a < 3; ++a) {
            box->low[a] = std::min(box->low[a], s->low[a]);
            box->high[a] = std::max(box->high[a], s->high[a]);
        }
    }
    return box;
}

struct Run {
    int length = 0;
    int first = 0;
    int row = 0;
};

} // namespace

std::optional<Index3> representativeVoxel(const LabelMap& map,
                                          const std::vector<std::uint16_t>& labels)
{
    const auto box = boxOf(map, labels);
    if (!box)
        return std::nullopt;
    std::vector<bool> wanted(std::size_t{map.maxLabel()} + 1, false);
    for (const std::uint16_t label : labels) {
        if (label <= map.maxLabel())
            wanted[label] = true;
    }

    std::size_t most = 0;
    Index3 best{};
    for (int k = box->low[2]; k <= box->high[2]; ++k) {
        std::size_t area = 0;
        Run longest;
        for (int j = box->low[1]; j <= box->high[1]; ++j) {
            const std::uint16_t* row = &map.labels()[map.geometry().offset({0, j, k})];
            int run = 0;
            for (int i = box->low[0]; i <= box->high[0]; ++i) {
                run = wanted[row[i]] ? run + 1 : 0;
                area += wanted[row[i]] ? 1 : 0;
                if (run > longest.length)
                    longest = {run, i - run + 1, j};
            }
        }
        if (area > most) {
            most = area;
            best = {longest.first + longest.length / 2, longest.row, k};
        }
    }
    return best;
}

} // namespace fovea
