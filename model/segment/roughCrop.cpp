#include "model/segment/roughCrop.h"

#include <algorithm>

namespace fovea {
namespace {

Index3 sizeOf(const RoughBox& box)
{
    return {box.high[0] - box.low[0], box.high[1] - box.low[1], box.high[2] - box.low[2]};
}

std::size_t voxels(int n)
{
    return static_cast<std::size_t>(n);
}

/// Calls visit(offset in the part, offset in the whole, voxels) of every row of the part.
template <typename Visit>
void forEachRow(const RoughBox& box, const Index3& whole, const Visit& visit)
{
    const Index3 size = sizeOf(box);
    std::size_t part = 0;
    for (int k = box.low[2]; k < box.high[2]; ++k) {
        for (int j = box.low[1]; j < box.high[1]; ++j, part += voxels(size[0]))
            visit(part,
                  (voxels(k) * voxels(whole[1]) + voxels(j)) * voxels(whole[0]) +
                      voxels(box.low[0]),
                  voxels(size[0]));
    }
}

} // namespace

RoughBox widened(const RoughBox& inner, const Vec3& marginMm, const ImageGeometry& geometry)
{
    RoughBox box{{0, 0, 0}, geometry.size};
    for (std::size_t a = 0; a < 3; ++a) {
        if (inner.low[a] >= inner.high[a])
            return {{0, 0, 0}, geometry.size};
        const double spacing = static_cast<float>(geometry.spacingMm[a]);
        const auto margin = static_cast<int>(marginMm[a] / spacing);
        box.low[a] = std::max(0, inner.low[a] - margin);
        box.high[a] = std::min(geometry.size[a], inner.high[a] + margin);
    }
    return box;
}

std::optional<RoughBox> boxOf(const LabelMap& map, const std::vector<std::string>& names)
{
    std::optional<RoughBox> box;
    for (const Structure& structure : map.structures()) {
        if (std::ranges::find(names, structure.name) == names.end())
            continue;
        if (!box)
            box = RoughBox{map.geometry().size, {0, 0, 0}};
        for (std::size_t a = 0; a < 3; ++a) {
            box->low[a] = std::min(box->low[a], structure.low[a]);
            box->high[a] = std::max(box->high[a], structure.high[a] + 1);
        }
    }
    return box;
}

VolumePtr cropped(const Volume& volume, const RoughBox& box)
{
    ImageGeometry geometry = volume.geometry();
    geometry.originMm =
        geometry.indexToPatient({static_cast<double>(box.low[0]), static_cast<double>(box.low[1]),
                                 static_cast<double>(box.low[2])});
    geometry.size = sizeOf(box);
    std::vector<std::int16_t> part(geometry.voxelCount());
    forEachRow(box, volume.geometry().size, [&](std::size_t to, std::size_t from, std::size_t n) {
        std::ranges::copy(volume.voxels().subspan(from, n),
                          part.begin() + static_cast<std::ptrdiff_t>(to));
    });
    return Volume::create(geometry, std::move(part));
}

std::vector<std::uint16_t> uncropped(std::span<const std::uint16_t> labels, const RoughBox& box,
                                     const Index3& size)
{
    std::vector<std::uint16_t> whole(voxels(size[0]) * voxels(size[1]) * voxels(size[2]));
    forEachRow(box, size, [&](std::size_t from, std::size_t to, std::size_t n) {
        std::ranges::copy(labels.subspan(from, n), whole.begin() + static_cast<std::ptrdiff_t>(to));
    });
    return whole;
}

} // namespace fovea
