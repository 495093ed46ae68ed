#include "model/segment/SegmentationInput.h"

#include "model/segment/AxisSampling.h"
#include "model/segment/resamplePlanes.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>

namespace fovea {
namespace {

constexpr double anisotropy = 3.0; // nnU-Net's ANISO_THRESHOLD
constexpr std::int64_t maxVoxels = std::int64_t{1} << 32;

std::int64_t voxelsOf(const Index3& size)
{
    return std::int64_t{size[0]} * size[1] * size[2];
}

template <typename Visit> void forEachRow(const ArrayView& view, const Visit& visit)
{
    for (int a = 0; a < view.size[0]; ++a) {
        for (int b = 0; b < view.size[1]; ++b)
            visit(a, b, view.offset(a, b, 0));
    }
}

template <typename T>
void findNonzero(const T* values, const ArrayView& view, Index3& low, Index3& high)
{
    low = view.size;
    high = {0, 0, 0};
    forEachRow(view, [&](int a, int b, std::ptrdiff_t at) {
        int first = -1;
        int last = -1;
        for (int c = 0; c < view.size[2]; ++c, at += view.stride[2]) {
            if (values[at] != T{0}) {
                first = first < 0 ? c : first;
                last = c;
            }
        }
        if (first < 0)
            return;
        low = {std::min(low[0], a), std::min(low[1], b), std::min(low[2], first)};
        high = {std::max(high[0], a + 1), std::max(high[1], b + 1), std::max(high[2], last + 1)};
    });
    if (high[0] == 0) {
        low = {0, 0, 0};
        high = view.size;
    }
}

/// In float32, step by step, as the reference does.
class Normalizer {
public:
    template <typename T>
    Normalizer(const SegmentationConfig& config, const T* values, const ArrayView& view)
        : m_low(static_cast<float>(config.clipLow))
        , m_high(static_cast<float>(config.clipHigh))
        , m_mean(static_cast<float>(config.mean))
        , m_std(static_cast<float>(std::max(config.std, 1e-8)))
    {
        if (config.normalization == SegmentationConfig::Normalization::ZScore)
            measure(values, view);
    }

    float operator()(float value) const
    {
        return (std::clamp(value, m_low, m_high) - m_mean) / m_std;
    }

private:
    template <typename T> void measure(const T* values, const ArrayView& view)
    {
        double sum = 0.0;
        double squares = 0.0;
        forEachRow(view, [&](int, int, std::ptrdiff_t at) {
            for (int c = 0; c < view.size[2]; ++c, at += view.stride[2]) {
                const auto value = static_cast<double>(values[at]);
                sum += value;
                squares += value * value;
            }
        });
        const auto count = static_cast<double>(voxelsOf(view.size));
        const double mean = sum / count;
        m_low = -std::numeric_limits<float>::infinity();
        m_high = std::numeric_limits<float>::infinity();
        m_mean = static_cast<float>(mean);
        m_std = static_cast<float>(
            std::max(std::sqrt(std::max(0.0, squares / count - mean * mean)), 1e-8));
    }

    float m_low;
    float m_high;
    float m_mean;
    float m_std;
};

at::Tensor emptyImage(const Index3& size)
{
    return at::empty({size[0], size[1], size[2]}, at::kFloat);
}

} // namespace

Index3 zoomedSize(const ArrayView& view, const Vec3& spacingMm)
{
    Index3 size{};
    for (std::size_t a = 0; a < 3; ++a)
        size[a] = std::max(1, roundHalfEven(view.size[a] * (view.spacingMm[a] / spacingMm[a])));
    return size;
}

Result<ZoomedVolume> zoomVolume(const std::int16_t* voxels, const ArrayView& view,
                                const Vec3& spacingMm, int order, const Progress& progress)
{
    const bool same = view.spacingMm == spacingMm;
    ZoomedVolume zoomed;
    zoomed.size = same ? view.size : zoomedSize(view, spacingMm);
    if (voxelsOf(zoomed.size) > maxVoxels)
        return makeError(ErrorCode::OutOfMemory, {"resampled volume"});
    const auto axis = [&](std::size_t a) {
        return AxisSampling::zoom(view.size[a], zoomed.size[a], order);
    };
    const auto width = static_cast<std::size_t>(zoomed.size[2]);
    const std::size_t plane = static_cast<std::size_t>(zoomed.size[1]) * width;
    try {
        zoomed.values.resize(static_cast<std::size_t>(voxelsOf(zoomed.size)));
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"resampled volume"});
    }
    const auto readPlane = [&](int p, double* to) {
        for (int b = 0; b < view.size[1]; ++b) {
            std::ptrdiff_t at = view.offset(p, b, 0);
            for (int c = 0; c < view.size[2]; ++c, at += view.stride[2])
                *to++ = voxels[at];
        }
    };
    const auto writePlane = [&](int p, const double* from) {
        float* const to = zoomed.values.data() + static_cast<std::size_t>(p) * plane;
        for (std::size_t i = 0; i < plane; ++i)
            to[i] = static_cast<float>(std::trunc(from[i]));
    };
    const AxisSampling planes = axis(0);
    const AxisSampling rows = axis(1);
    const AxisSampling columns = axis(2);
    if (Status status =
            resamplePlanes(planes, rows, columns, Overshoot::Keep, readPlane, writePlane, progress);
        !status)
        return status.error();
    return zoomed;
}

SegmentationInput inputFromZoomed(const SegmentationConfig& config, const float* values,
                                  const ArrayView& view)
{
    SegmentationInput input;
    findNonzero(values, view, input.low, input.high);
    const ArrayView box = view.cropped(input.low, input.high);
    const Normalizer normalized(config, values, box);
    input.image = emptyImage(box.size);
    float* to = input.image.mutable_data_ptr<float>();
    forEachRow(box, [&](int, int, std::ptrdiff_t at) {
        for (int c = 0; c < box.size[2]; ++c, at += box.stride[2])
            *to++ = normalized(values[at]);
    });
    return input;
}

std::optional<int> separateAxis(const SegmentationResampling& rule, const Vec3& fromMm,
                                const Vec3& toMm)
{
    const auto anisotropic = [](const Vec3& mm) {
        return std::ranges::max(mm) / std::ranges::min(mm) > anisotropy;
    };
    const Vec3* spacing = nullptr;
    if (rule.separateZ)
        spacing = *rule.separateZ ? &fromMm : nullptr;
    else if (anisotropic(fromMm))
        spacing = &fromMm;
    else if (anisotropic(toMm))
        spacing = &toMm;
    if (!spacing)
        return std::nullopt;
    const auto largest = std::ranges::max_element(*spacing);
    if (std::ranges::count(*spacing, *largest) > 1)
        return std::nullopt;
    return static_cast<int>(largest - spacing->begin());
}

Index3 planesFirst(std::optional<int> separate)
{
    switch (separate.value_or(0)) {
    case 1:
        return {1, 0, 2};
    case 2:
        return {2, 0, 1};
    default:
        return {0, 1, 2};
    }
}

Result<SegmentationInput> inputFromVolume(const SegmentationConfig& config,
                                          const std::int16_t* voxels, const ArrayView& view,
                                          const Progress& progress)
{
    SegmentationInput input;
    findNonzero(voxels, view, input.low, input.high);
    const ArrayView box = view.cropped(input.low, input.high);
    const Normalizer normalized(config, voxels, box);
    const Index3 size = zoomedSize(box, config.spacingMm);
    if (voxelsOf(size) > maxVoxels)
        return makeError(ErrorCode::OutOfMemory, {"resampled volume"});
    input.image = emptyImage(size);

    const auto separate = separateAxis(config.dataResampling, box.spacingMm, config.spacingMm);
    const Index3 axes = planesFirst(separate);
    const ArrayView source = box.transposed(axes);
    const ArrayView target = ArrayView::contiguous(size, config.spacingMm).transposed(axes);
    const auto axis = [&](std::size_t a) {
        const bool across = a == 0 && separate;
        return AxisSampling::resize(source.size[a], target.size[a],
                                    across ? config.dataResampling.orderZ
                                           : config.dataResampling.order);
    };
    const AxisSampling planes = axis(0);
    const AxisSampling rows = axis(1);
    const AxisSampling columns = axis(2);
    const auto readPlane = [&](int p, double* to) {
        for (int b = 0; b < source.size[1]; ++b) {
            std::ptrdiff_t at = source.offset(p, b, 0);
            for (int c = 0; c < source.size[2]; ++c, at += source.stride[2])
                *to++ = static_cast<double>(normalized(static_cast<float>(voxels[at])));
        }
    };
    float* const image = input.image.mutable_data_ptr<float>();
    const auto writePlane = [&](int p, const double* from) {
        for (int b = 0; b < target.size[1]; ++b) {
            std::ptrdiff_t at = target.offset(p, b, 0);
            for (int c = 0; c < target.size[2]; ++c, at += target.stride[2])
                image[at] = static_cast<float>(*from++);
        }
    };
    if (Status status = resamplePlanes(planes, rows, columns,
                                       separate ? Overshoot::ClipToPlane : Overshoot::ClipToAll,
                                       readPlane, writePlane, progress);
        !status)
        return status.error();
    return input;
}

} // namespace fovea
