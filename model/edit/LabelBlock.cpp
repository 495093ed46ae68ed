#include "model/edit/LabelBlock.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace fovea {

bool IndexBox::empty() const
{
    return high[0] < low[0] || high[1] < low[1] || high[2] < low[2];
}

bool IndexBox::contains(Index3 index) const
{
    for (int a = 0; a < 3; ++a) {
        if (index[a] < low[a] || index[a] > high[a])
            return false;
    }
    return true;
}

Index3 IndexBox::size() const
{
    if (empty())
        return {0, 0, 0};
    return {high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1};
}

std::size_t IndexBox::voxelCount() const
{
    const Index3 n = size();
    return static_cast<std::size_t>(n[0]) * static_cast<std::size_t>(n[1]) *
           static_cast<std::size_t>(n[2]);
}

IndexBox united(const IndexBox& a, const IndexBox& b)
{
    if (a.empty())
        return b;
    if (b.empty())
        return a;
    IndexBox out;
    for (int axis = 0; axis < 3; ++axis) {
        out.low[axis] = std::min(a.low[axis], b.low[axis]);
        out.high[axis] = std::max(a.high[axis], b.high[axis]);
    }
    return out;
}

IndexBox intersected(const IndexBox& a, const IndexBox& b)
{
    IndexBox out;
    for (int axis = 0; axis < 3; ++axis) {
        out.low[axis] = std::max(a.low[axis], b.low[axis]);
        out.high[axis] = std::min(a.high[axis], b.high[axis]);
    }
    return out.empty() ? IndexBox{} : out;
}

IndexBox padded(const IndexBox& box, const ImageGeometry& geometry, double mm)
{
    IndexBox out = box;
    for (int a = 0; a < 3; ++a) {
        const double voxels = std::ceil(mm / geometry.spacingMm[a]);
        const int by = static_cast<int>(std::clamp(voxels, 1.0, double(geometry.size[a])));
        out.low[a] = std::max(0, box.low[a] - by);
        out.high[a] = std::min(geometry.size[a] - 1, box.high[a] + by);
    }
    return out;
}

std::size_t LabelBlock::offset(Index3 index) const
{
    assert(box.contains(index));
    const Index3 n = box.size();
    return (static_cast<std::size_t>(index[2] - box.low[2]) * static_cast<std::size_t>(n[1]) +
            static_cast<std::size_t>(index[1] - box.low[1])) *
               static_cast<std::size_t>(n[0]) +
           static_cast<std::size_t>(index[0] - box.low[0]);
}

LabelBlock readBlock(const LabelMap& map, const IndexBox& box)
{
    LabelBlock block{box, {}};
    block.labels.reserve(box.voxelCount());
    const auto width = static_cast<std::ptrdiff_t>(box.size()[0]);
    for (int k = box.low[2]; k <= box.high[2]; ++k) {
        for (int j = box.low[1]; j <= box.high[1]; ++j) {
            const auto row = map.labels().begin() +
                             static_cast<std::ptrdiff_t>(map.geometry().offset({box.low[0], j, k}));
            block.labels.insert(block.labels.end(), row, row + width);
        }
    }
    return block;
}

void overlay(LabelBlock& block, const LabelBlock& from)
{
    const IndexBox common = intersected(block.box, from.box);
    if (common.empty())
        return;
    const int width = common.size()[0];
    for (int k = common.low[2]; k <= common.high[2]; ++k) {
        for (int j = common.low[1]; j <= common.high[1]; ++j) {
            const Index3 start{common.low[0], j, k};
            std::copy_n(from.labels.begin() + static_cast<std::ptrdiff_t>(from.offset(start)),
                        width,
                        block.labels.begin() + static_cast<std::ptrdiff_t>(block.offset(start)));
        }
    }
}

} // namespace fovea
