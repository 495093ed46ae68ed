#include "model/edit/LabelPatch.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <new>

namespace fovea {

namespace {

Index3 indexOf(const ImageGeometry& geometry, std::size_t offset)
{
    const auto columns = static_cast<std::size_t>(geometry.size[0]);
    const auto rows = static_cast<std::size_t>(geometry.size[1]);
    return {static_cast<int>(offset % columns), static_cast<int>(offset / columns % rows),
            static_cast<int>(offset / columns / rows)};
}

IndexBox boxOf(const ImageGeometry& geometry, const LabelRun& run)
{
    const Index3 low = indexOf(geometry, run.offset);
    return {low, {low[0] + static_cast<int>(run.length) - 1, low[1], low[2]}};
}

/// True where `box` reaches a face of `outer`.
bool touchesFace(const IndexBox& box, const IndexBox& outer)
{
    for (int a = 0; a < 3; ++a) {
        if (box.low[a] <= outer.low[a] || box.high[a] >= outer.high[a])
            return true;
    }
    return false;
}

IndexBox extentOf(const ImageGeometry& geometry, const std::vector<std::uint16_t>& labels,
                  std::uint16_t label, const IndexBox& within)
{
    IndexBox found;
    for (int k = within.low[2]; k <= within.high[2]; ++k) {
        for (int j = within.low[1]; j <= within.high[1]; ++j) {
            const auto row = labels.begin() +
                             static_cast<std::ptrdiff_t>(geometry.offset({within.low[0], j, k}));
            const auto end = row + within.size()[0];
            const auto first = std::find(row, end, label);
            if (first == end)
                continue;
            const auto last =
                std::find(std::make_reverse_iterator(end), std::make_reverse_iterator(first), label)
                    .base() -
                1;
            found = united(found, {{within.low[0] + static_cast<int>(first - row), j, k},
                                   {within.low[0] + static_cast<int>(last - row), j, k}});
        }
    }
    return found;
}

/// What the patch does to one structure.
struct Change {
    std::size_t gained = 0;
    std::size_t lost = 0;
    IndexBox gainedBox;
    bool lostAtFace = false;
};

} // namespace

std::size_t LabelPatch::voxelCount() const
{
    std::size_t count = 0;
    for (const LabelRun& run : runs)
        count += run.length;
    return count;
}

LabelPatch reversed(LabelPatch patch)
{
    for (LabelRun& run : patch.runs)
        std::swap(run.before, run.after);
    return patch;
}

LabelPatch differences(const ImageGeometry& geometry, const LabelBlock& before,
                       const LabelBlock& after, const std::vector<Structure>& known)
{
    assert(before.box == after.box);
    LabelPatch patch;
    std::set<std::uint16_t> used;
    std::size_t at = 0;
    const IndexBox& box = before.box;
    for (int k = box.low[2]; k <= box.high[2]; ++k) {
        for (int j = box.low[1]; j <= box.high[1]; ++j) {
            LabelRun* run = nullptr;
            for (int i = box.low[0]; i <= box.high[0]; ++i, ++at) {
                const std::uint16_t old = before.labels[at];
                const std::uint16_t now = after.labels[at];
                if (old == now) {
                    run = nullptr;
                    continue;
                }
                if (run && run->before == old && run->after == now) {
                    ++run->length;
                } else {
                    patch.runs.push_back({geometry.offset({i, j, k}), 1, old, now});
                    run = &patch.runs.back();
                    used.insert({old, now});
                }
            }
        }
    }
    for (const LabelRun& run : patch.runs)
        patch.box = united(patch.box, boxOf(geometry, run));
    for (const Structure& structure : known) {
        if (structure.label != 0 && used.contains(structure.label))
            patch.structures.push_back(structure);
    }
    return patch;
}

void applyTo(LabelBlock& block, const ImageGeometry& geometry, const LabelPatch& patch)
{
    for (const LabelRun& run : patch.runs) {
        const IndexBox part = intersected(boxOf(geometry, run), block.box);
        if (!part.empty())
            std::fill_n(block.labels.begin() + static_cast<std::ptrdiff_t>(block.offset(part.low)),
                        part.size()[0], run.after);
    }
}

Result<LabelMapPtr> applyPatch(const LabelMap& map, const LabelPatch& patch)
{
    const ImageGeometry& geometry = map.geometry();
    std::vector<std::uint16_t> labels;
    try {
        labels.assign(map.labels().begin(), map.labels().end());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"label map"});
    }

    std::map<std::uint16_t, Structure> structures;
    for (const Structure& structure : map.structures())
        structures[structure.label] = structure;
    const auto boxed = [&](std::uint16_t label) {
        const auto known = structures.find(label);
        return known == structures.end() ? IndexBox{}
                                         : IndexBox{known->second.low, known->second.high};
    };
    std::map<std::uint16_t, Change> changes;
    for (const LabelRun& run : patch.runs) {
        if (run.length == 0 || run.offset >= labels.size() ||
            labels.size() - run.offset < run.length)
            return makeError(ErrorCode::GridMismatch, {"label patch"});
        const IndexBox box = boxOf(geometry, run);
        std::fill_n(labels.begin() + static_cast<std::ptrdiff_t>(run.offset), run.length,
                    run.after);
        Change& lost = changes[run.before];
        lost.lost += run.length;
        lost.lostAtFace = lost.lostAtFace || touchesFace(box, boxed(run.before));
        Change& gained = changes[run.after];
        gained.gained += run.length;
        gained.gainedBox = united(gained.gainedBox, box);
    }

    changes.erase(0);
    for (const auto& [label, change] : changes) {
        Structure structure;
        const IndexBox before = boxed(label);
        if (const auto known = structures.find(label); known != structures.end()) {
            structure = known->second;
        } else {
            const auto named = std::ranges::find(patch.structures, label, &Structure::label);
            if (named != patch.structures.end())
                structure = *named;
            else
                structure.name = "label " + std::to_string(label);
            structure.label = label;
            structure.voxelCount = 0;
        }
        structure.voxelCount += change.gained;
        structure.voxelCount -= std::min(structure.voxelCount, change.lost);
        IndexBox box = united(before, change.gainedBox);
        if (change.lostAtFace && structure.voxelCount > 0)
            box = extentOf(geometry, labels, label, box);
        structure.low = box.low;
        structure.high = box.high;
        if (structure.voxelCount > 0)
            structures[label] = structure;
        else
            structures.erase(label);
    }
    std::vector<Structure> list;
    for (auto& [label, structure] : structures)
        list.push_back(std::move(structure));
    return LabelMap::createMeasured(geometry, std::move(labels), std::move(list));
}

std::set<std::uint16_t> changedLabels(const LabelPatch& patch)
{
    std::set<std::uint16_t> out;
    for (const LabelRun& run : patch.runs)
        out.insert({run.before, run.after});
    out.erase(0);
    return out;
}

} // namespace fovea
