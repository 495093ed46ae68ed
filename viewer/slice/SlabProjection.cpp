#include "viewer/slice/SlabProjection.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace fovea {

namespace {

struct WeightedSlice {
    int index = 0;
    float weight = 1; ///< Part of the slab, together 1.
};

std::vector<WeightedSlice> slicesIn(double depth, double halfSlices, int size, SlabMode mode)
{
    std::vector<WeightedSlice> slices;
    double sum = 0;
    for (int n = 0; n < size; ++n) {
        const double overlap =
            std::min(depth + halfSlices, n + 0.5) - std::max(depth - halfSlices, n - 0.5);
        const bool closest = n == std::floor(depth + 0.5);
        // Half a slice and more is a centre in the slab.
        if (overlap <= 0 || (mode != SlabMode::Average && overlap < 0.5 - 1e-6 && !closest))
            continue;
        slices.push_back({n, static_cast<float>(overlap)});
        sum += overlap;
    }
    for (WeightedSlice& slice : slices)
        slice.weight = static_cast<float>(slice.weight / sum);
    return slices;
}

/// The grid as the projection sees it: u runs faster in memory than v.
struct Raster {
    int u = 0;
    int v = 1;
    int through = 2;
};

template <typename Merge>
void projectRows(const SliceRequest& request, const SliceSampling& sampling, const Raster& raster,
                 const std::vector<WeightedSlice>& slices, int from, int to, float* out,
                 Merge merge)
{
    const std::int16_t* voxels = request.volume->voxels().data();
    const auto& strides = sampling.strides();
    const int width = sampling.geometry().size[raster.u];
    for (int v = from; v < to; ++v) {
        float* row = out + static_cast<std::ptrdiff_t>(v) * width;
        for (const WeightedSlice& slice : slices) {
            const std::int16_t* in =
                voxels + v * strides[raster.v] + slice.index * strides[raster.through];
            const bool first = &slice == &slices.front();
            const std::ptrdiff_t step = strides[raster.u];
            for (int u = 0; u < width; ++u) {
                const auto hu = static_cast<float>(in[u * step]);
                row[u] = merge(row[u], hu, slice.weight, first);
            }
        }
    }
}

} // namespace

SlabProjection projectSlab(const SliceRequest& request, const SliceSampling& sampling)
{
    const GridAxes& axes = sampling.axes();
    const Raster raster{std::min(axes.x, axes.y), std::max(axes.x, axes.y), axes.through};
    const ImageGeometry& geometry = sampling.geometry();
    const int width = geometry.size[raster.u];
    const int height = geometry.size[raster.v];
    const auto slices =
        slicesIn(sampling.depth(), request.slab.thicknessMm / geometry.spacingMm[axes.through] / 2,
                 geometry.size[axes.through], request.slab.mode);
    SlabProjection projection;
    if (slices.empty())
        return projection;
    projection.strideX = axes.x == raster.u ? 1 : width;
    projection.strideY = axes.y == raster.u ? 1 : width;
    projection.hu.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));

    const auto project = [&](int from, int to) {
        float* out = projection.hu.data();
        switch (request.slab.mode) {
        case SlabMode::Maximum:
            projectRows(request, sampling, raster, slices, from, to, out,
                        [](float so, float hu, float, bool first) {
                            return first ? hu : std::max(so, hu);
                        });
            break;
        case SlabMode::Minimum:
            projectRows(request, sampling, raster, slices, from, to, out,
                        [](float so, float hu, float, bool first) {
                            return first ? hu : std::min(so, hu);
                        });
            break;
        case SlabMode::Average:
        case SlabMode::Off:
            projectRows(request, sampling, raster, slices, from, to, out,
                        [](float so, float hu, float weight, bool first) {
                            return (first ? 0.0F : so) + hu * weight;
                        });
            break;
        }
    };
    const int half = height / 2;
    std::jthread lower([&] { project(half, height); });
    project(0, half);
    return projection;
}

} // namespace fovea
