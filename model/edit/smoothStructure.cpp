#include "model/edit/StructureMask.h"
#include "model/edit/StructureOperations.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fovea {

namespace {

constexpr double reachInSigmas = 3.0;

/// Half of a symmetric kernel, the middle first; sums to 1 as a whole.
std::vector<float> halfKernel(double sigmaVoxels)
{
    const int reach = static_cast<int>(std::ceil(reachInSigmas * sigmaVoxels));
    std::vector<float> half(static_cast<std::size_t>(reach) + 1);
    double sum = 0;
    for (int n = 0; n <= reach; ++n) {
        const double weight = std::exp(-0.5 * n * n / (sigmaVoxels * sigmaVoxels));
        half[static_cast<std::size_t>(n)] = static_cast<float>(weight);
        sum += n == 0 ? weight : 2 * weight;
    }
    for (float& weight : half)
        weight = static_cast<float>(weight / sum);
    return half;
}

/// Convolves along one axis; beyond the block its border voxels go on.
bool blurAlong(std::vector<float>& values, const Index3& size, int axis, double sigmaVoxels,
               const Progress& progress)
{
    const std::array<std::ptrdiff_t, 3> stride{1, size[0],
                                               static_cast<std::ptrdiff_t>(size[0]) * size[1]};
    const std::vector<float> half = halfKernel(sigmaVoxels);
    const auto reach = static_cast<int>(half.size()) - 1;
    const int length = size[axis];
    const int inner = axis == 0 ? 1 : 0;
    const int outer = axis == 2 ? 1 : 2;
    std::vector<float> row(static_cast<std::size_t>(length + 2 * reach));
    for (int b = 0; b < size[outer]; ++b) {
        if (progress.cancelled())
            return false;
        for (int a = 0; a < size[inner]; ++a) {
            float* first = values.data() + a * stride[inner] + b * stride[outer];
            for (int n = -reach; n < length + reach; ++n)
                row[static_cast<std::size_t>(n + reach)] =
                    first[std::clamp(n, 0, length - 1) * stride[axis]];
            // Most rows are all inside or all outside.
            if (std::ranges::all_of(row, [&](float v) { return v == row.front(); }))
                continue;
            for (int n = 0; n < length; ++n) {
                const float* middle = row.data() + n + reach;
                float sum = half[0] * middle[0];
                for (int d = 1; d <= reach; ++d)
                    sum += half[static_cast<std::size_t>(d)] * (middle[-d] + middle[d]);
                first[n * stride[axis]] = sum;
            }
        }
    }
    return true;
}

} // namespace

Result<LabelPatch> smoothStructure(const LabelMap& map, const EditTarget& target, double sigmaMm,
                                   const Progress& progress)
{
    if (const Status size = checkSize(sigmaMm); !size)
        return size.error();
    return guardedOperation([&]() -> Result<LabelPatch> {
        const auto mask = StructureMask::of(map, target, reachInSigmas * sigmaMm);
        if (!mask)
            return LabelPatch{};
        std::vector<float> values(mask->inside.begin(), mask->inside.end());
        for (int axis = 0; axis < 3; ++axis) {
            if (!blurAlong(values, mask->block.box.size(), axis,
                           sigmaMm / map.geometry().spacingMm[axis], progress))
                return makeError(ErrorCode::Cancelled);
            progress.report((axis + 1) / 3.0);
        }
        std::vector<std::uint8_t> wanted(values.size());
        // In the balance, a voxel stays what it is; sums of float are that exact.
        constexpr float balance = 1e-5F;
        for (std::size_t n = 0; n < wanted.size(); ++n)
            wanted[n] = values[n] >= 0.5F + (mask->inside[n] ? -balance : balance) ? 1 : 0;
        return mask->patchTo(map, target, wanted);
    });
}

} // namespace fovea
