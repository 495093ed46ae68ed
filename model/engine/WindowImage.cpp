#include "model/engine/WindowImage.h"

#include "model/network/markInside.h"
#include "model/preprocess/OrientedGrid.h"
#include "model/preprocess/Resample.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/flip.h>
#include <ATen/ops/from_blob.h>

#include <cstdlib>
#include <vector>

namespace fovea {
namespace {

/// Both neighbours' positions along one axis of the crop, and the weight of the second.
struct AxisSampling {
    at::Tensor low;
    at::Tensor high;
    at::Tensor weightHigh;
};

AxisSampling sampling(int in, int out, int from, int to, int axis, at::Device device)
{
    const std::vector<LinearSample> samples = linearSamples(in, out);
    const std::int64_t count = to - from;
    at::Tensor low = at::empty({count}, at::kLong);
    at::Tensor high = at::empty({count}, at::kLong);
    at::Tensor weight = at::empty({count}, at::kFloat);
    for (std::int64_t i = 0; i < count; ++i) {
        const LinearSample& s = samples[static_cast<std::size_t>(from + i)];
        low.mutable_data_ptr<std::int64_t>()[i] = s.low;
        high.mutable_data_ptr<std::int64_t>()[i] = s.high;
        weight.mutable_data_ptr<float>()[i] = s.weightHigh;
    }
    std::vector<std::int64_t> shape(3, 1);
    shape[static_cast<std::size_t>(axis)] = count;
    return {low.to(device), high.to(device), weight.reshape(shape).to(device)};
}

at::Tensor blend(const at::Tensor& x, int axis, const AxisSampling& along)
{
    return x.index_select(axis, along.low).to(at::kFloat) * (1.0 - along.weightHigh) +
           x.index_select(axis, along.high).to(at::kFloat) * along.weightHigh;
}

/// The voxels as [D, H, W] int16 on the device, without a copy on the host.
at::Tensor orientedVoxels(const Volume& volume, const OrientedGrid& grid, at::Device device)
{
    std::vector<std::int64_t> strides;
    std::vector<std::int64_t> flipped;
    std::ptrdiff_t first = grid.first;
    for (int axis = 0; axis < 3; ++axis) {
        strides.push_back(std::abs(grid.stride[axis]));
        if (grid.stride[axis] < 0) {
            flipped.push_back(axis);
            first += grid.stride[axis] * (grid.size[axis] - 1);
        }
    }
    // ATen wants a mutable pointer and does not write through it here.
    auto* voxels = const_cast<std::int16_t*>(volume.voxels().data()) + first;
    const at::Tensor stored =
        at::from_blob(voxels, {grid.size[0], grid.size[1], grid.size[2]}, strides, at::kShort)
            .to(device);
    return flipped.empty() ? stored : at::flip(stored, flipped);
}

} // namespace

at::Tensor hostImage(const PreparedStudy& study)
{
    // ATen wants a mutable pointer and does not write through it here.
    return at::from_blob(const_cast<float*>(study.image.data()),
                         {study.size[0], study.size[1], study.size[2]}, at::kFloat);
}

at::Tensor deviceImage(const Volume& volume, const PreparedStudy& study,
                       const PreprocessSettings& settings, at::Device device)
{
    const Volume& source = study.aligned ? *study.aligned : volume;
    const OrientedGrid grid = orientedGrid(source.geometry());
    at::Tensor image = orientedVoxels(source, grid, device);
    std::vector<std::int64_t> padding;
    for (const int axis : {2, 1, 0}) {
        image = blend(image, axis,
                      sampling(grid.size[axis], study.resampledSize[axis], study.cropLow[axis],
                               study.cropHigh[axis], axis, device));
        const int missing = study.size[axis] - (study.cropHigh[axis] - study.cropLow[axis]);
        padding.push_back(missing / 2);
        padding.push_back(missing - missing / 2);
    }
    image =
        ((image - settings.windowLow) / (settings.windowHigh - settings.windowLow)).clamp(0.0, 1.0);
    return at::constant_pad_nd(image, padding, 0);
}

at::Tensor markedImage(const at::Tensor& image, const PreparedStudy& study)
{
    const at::Tensor labels =
        at::from_blob(const_cast<std::uint8_t*>(study.labels.data()),
                      {study.size[0], study.size[1], study.size[2]}, at::kByte);
    return image + labels.to(image.device()).to(at::kFloat) * InsideOffset;
}

at::Tensor cutWindow(const at::Tensor& image, const RegionWindow& window)
{
    at::Tensor cut = image;
    std::vector<std::int64_t> padding;
    bool padded = false;
    for (const int axis : {2, 1, 0}) {
        cut = cut.slice(axis, window.start[axis], window.start[axis] + window.size[axis]);
        padding.push_back(0);
        padding.push_back(window.padded[axis] - window.size[axis]);
        padded = padded || padding.back() > 0;
    }
    if (padded)
        cut = at::constant_pad_nd(cut, padding, 0);
    return cut.unsqueeze(0).unsqueeze(0);
}

} // namespace fovea
