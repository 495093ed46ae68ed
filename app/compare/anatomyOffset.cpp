#include "app/compare/anatomyOffset.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace fovea {

namespace {

constexpr double MostVolumeChange = 1.5; ///< Larger over smaller volume.

struct Mass {
    std::size_t voxels = 0;
    std::array<double, 3> sum{0, 0, 0}; ///< Of indices.
};

bool isCut(const Structure& structure, const ImageGeometry& geometry)
{
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (structure.low[axis] <= 0 || structure.high[axis] >= geometry.size[axis] - 1)
            return true;
    }
    return false;
}

/// Per label; only of those in `wanted`. Empty on cancellation.
std::vector<Mass> massesOf(const LabelMap& map, const std::vector<bool>& wanted,
                           const Progress& progress)
{
    std::vector<Mass> masses(wanted.size());
    const Index3 size = map.geometry().size;
    const std::uint16_t* label = map.labels().data();
    for (int k = 0; k < size[2]; ++k) {
        if (progress.cancelled())
            return {};
        progress.report(double(k) / size[2]);
        for (int j = 0; j < size[1]; ++j) {
            for (int i = 0; i < size[0]; ++i, ++label) {
                if (*label == 0 || !wanted[*label])
                    continue;
                Mass& mass = masses[*label];
                ++mass.voxels;
                mass.sum[0] += i;
                mass.sum[1] += j;
                mass.sum[2] += k;
            }
        }
    }
    return masses;
}

Vec3 centreOf(const Mass& mass, const ImageGeometry& geometry)
{
    const double count = double(mass.voxels);
    return geometry.indexToPatient({mass.sum[0] / count, mass.sum[1] / count, mass.sum[2] / count});
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

struct Pair {
    std::uint16_t first = 0;
    std::uint16_t second = 0;
};

std::vector<Pair> commonStructures(const LabelMap& first, const LabelMap& second)
{
    std::vector<Pair> pairs;
    for (const Structure& a : first.structures()) {
        const auto b = std::ranges::find_if(second.structures(), [&a](const Structure& other) {
            return other.name == a.name && other.side == a.side;
        });
        if (b == second.structures().end() || a.voxelCount == 0 || b->voxelCount == 0 ||
            isCut(a, first.geometry()) || isCut(*b, second.geometry()))
            continue;
        const double volumeA = double(a.voxelCount) * first.geometry().voxelVolumeMm3();
        const double volumeB = double(b->voxelCount) * second.geometry().voxelVolumeMm3();
        if (std::max(volumeA, volumeB) <= MostVolumeChange * std::min(volumeA, volumeB))
            pairs.push_back({a.label, b->label});
    }
    return pairs;
}

} // namespace

std::optional<AnatomyOffset> anatomyOffset(const LabelMap& first, const LabelMap& second,
                                           const Progress& progress)
{
    const std::vector<Pair> pairs = commonStructures(first, second);
    if (pairs.empty())
        return std::nullopt;
    std::vector<bool> inFirst(std::size_t{first.maxLabel()} + 1);
    std::vector<bool> inSecond(std::size_t{second.maxLabel()} + 1);
    for (const Pair& pair : pairs) {
        inFirst[pair.first] = true;
        inSecond[pair.second] = true;
    }
    const auto massesA = massesOf(first, inFirst, progress.part(0.0, 0.5));
    const auto massesB = massesOf(second, inSecond, progress.part(0.5, 1.0));
    if (massesA.empty() || massesB.empty())
        return std::nullopt;

    std::vector<Vec3> offsets;
    for (const Pair& pair : pairs)
        offsets.push_back(centreOf(massesB[pair.second], second.geometry()) -
                          centreOf(massesA[pair.first], first.geometry()));
    AnatomyOffset found;
    found.structures = static_cast<int>(offsets.size());
    for (std::size_t axis = 0; axis < 3; ++axis) {
        std::vector<double> values;
        for (const Vec3& offset : offsets)
            values.push_back(offset[axis]);
        found.mm[axis] = median(std::move(values));
    }
    std::vector<double> distances;
    for (const Vec3& offset : offsets)
        distances.push_back(norm(offset - found.mm));
    found.spreadMm = median(std::move(distances));
    return found;
}

} // namespace fovea
