#include "model/preprocess/OrientedGrid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>

namespace fovea {
namespace {

constexpr std::int16_t air = -1024;

/// For each patient axis (x, y, z) the index axis that lies nearest; a permutation.
std::array<int, 3> nearestAxes(const ImageGeometry& geometry)
{
    std::array<int, 3> best{0, 1, 2};
    std::array<int, 3> candidate{0, 1, 2};
    double bestSum = -1.0;
    do {
        double sum = 0.0;
        for (int patient = 0; patient < 3; ++patient)
            sum += std::abs(geometry.axes[candidate[patient]][patient]);
        // An earlier permutation wins ties, whatever rounding says.
        if (sum > bestSum + 1e-9) {
            bestSum = sum;
            best = candidate;
        }
    } while (std::next_permutation(candidate.begin(), candidate.end()));
    return best;
}

struct TrilinearReader {
    const Volume& volume;

    std::int16_t at(const Vec3& index) const
    {
        const Index3& size = volume.geometry().size;
        Index3 low;
        Vec3 weight;
        for (int a = 0; a < 3; ++a) {
            if (index[a] < -0.5 || index[a] > size[a] - 0.5)
                return air;
            const double inside = std::clamp(index[a], 0.0, static_cast<double>(size[a] - 1));
            low[a] = std::min(static_cast<int>(inside), std::max(0, size[a] - 2));
            weight[a] = inside - low[a];
        }
        double sum = 0.0;
        for (int corner = 0; corner < 8; ++corner) {
            double w = 1.0;
            Index3 at = low;
            for (int a = 0; a < 3; ++a) {
                const bool upper = (corner >> a) & 1;
                w *= upper ? weight[a] : 1.0 - weight[a];
                at[a] = std::min(low[a] + (upper ? 1 : 0), size[a] - 1);
            }
            if (w > 0.0)
                sum += w * volume.at(at);
        }
        return static_cast<std::int16_t>(std::lround(sum));
    }
};

std::uint16_t nearestLabel(const LabelMap& labels, const Vec3& index)
{
    Index3 at;
    for (int a = 0; a < 3; ++a)
        at[a] = static_cast<int>(std::lround(index[a]));
    return labels.geometry().contains(at) ? labels.at(at) : 0;
}

/// The smallest grid along the patient's axes that holds every voxel centre.
ImageGeometry enclosingGrid(const ImageGeometry& source)
{
    Vec3 low{};
    Vec3 high{};
    low.fill(std::numeric_limits<double>::max());
    high.fill(std::numeric_limits<double>::lowest());
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 index{};
        for (int a = 0; a < 3; ++a)
            index[a] = ((corner >> a) & 1) ? source.size[a] - 1 : 0;
        const Vec3 point = source.indexToPatient(index);
        for (int a = 0; a < 3; ++a) {
            low[a] = std::min(low[a], point[a]);
            high[a] = std::max(high[a], point[a]);
        }
    }
    const std::array<int, 3> nearest = nearestAxes(source);
    ImageGeometry grid;
    grid.originMm = low;
    for (int a = 0; a < 3; ++a) {
        grid.spacingMm[a] = source.spacingMm[nearest[a]];
        grid.size[a] =
            1 + static_cast<int>(std::floor((high[a] - low[a]) / grid.spacingMm[a] + 0.5));
    }
    return grid;
}

} // namespace

bool isAxisAligned(const ImageGeometry& geometry, double tolerance)
{
    const std::array<int, 3> nearest = nearestAxes(geometry);
    for (int patient = 0; patient < 3; ++patient) {
        for (int component = 0; component < 3; ++component) {
            const double ideal = component == patient ? 1.0 : 0.0;
            if (std::abs(std::abs(geometry.axes[nearest[patient]][component]) - ideal) > tolerance)
                return false;
        }
    }
    return true;
}

OrientedGrid orientedGrid(const ImageGeometry& geometry)
{
    const std::array<int, 3> nearest = nearestAxes(geometry);
    const std::array<std::ptrdiff_t, 3> strides{
        1, geometry.size[0], static_cast<std::ptrdiff_t>(geometry.size[0]) * geometry.size[1]};

    OrientedGrid grid;
    Vec3 firstIndex{0, 0, 0};
    for (int axis = 0; axis < 3; ++axis) {
        const int patient = 2 - axis; // D follows z, H follows y, W follows x
        const int index = nearest[patient];
        const bool flipped = geometry.axes[index][patient] < 0.0;
        grid.size[axis] = geometry.size[index];
        grid.spacingMm[axis] = geometry.spacingMm[index];
        grid.axes[axis] = geometry.axes[index] * (flipped ? -1.0 : 1.0);
        grid.stride[axis] = flipped ? -strides[index] : strides[index];
        if (flipped) {
            firstIndex[index] = geometry.size[index] - 1;
            grid.first += (geometry.size[index] - 1) * strides[index];
        }
    }
    grid.originMm = geometry.indexToPatient(firstIndex);
    return grid;
}

Result<AlignedStudy> alignToPatient(const Volume& volume, const LabelMap& labels,
                                    const Progress& progress)
{
    const ImageGeometry grid = enclosingGrid(volume.geometry());
    try {
        std::vector<std::int16_t> voxels(grid.voxelCount());
        std::vector<std::uint16_t> values(grid.voxelCount());
        const TrilinearReader reader{volume};
        std::size_t at = 0;
        for (int k = 0; k < grid.size[2]; ++k) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            progress.report(static_cast<double>(k) / grid.size[2]);
            for (int j = 0; j < grid.size[1]; ++j) {
                // Along a row the source index moves by a constant step.
                const Vec3 from = volume.geometry().patientToIndex(
                    grid.indexToPatient({0.0, static_cast<double>(j), static_cast<double>(k)}));
                const Vec3 next = volume.geometry().patientToIndex(
                    grid.indexToPatient({1.0, static_cast<double>(j), static_cast<double>(k)}));
                const Vec3 step = next - from;
                for (int i = 0; i < grid.size[0]; ++i, ++at) {
                    const Vec3 index = from + step * i;
                    voxels[at] = reader.at(index);
                    values[at] = nearestLabel(labels, index);
                }
            }
        }
        return AlignedStudy{Volume::create(grid, std::move(voxels)),
                            LabelMap::create(grid, std::move(values), labels.structures())};
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"aligned volume"});
    }
}

} // namespace fovea
