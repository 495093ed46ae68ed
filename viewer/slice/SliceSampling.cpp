#include "viewer/slice/SliceSampling.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

Walk makeWalk(const ImageGeometry& geometry, const SlicePlane& plane)
{
    Walk walk;
    walk.base = geometry.patientToIndex(plane.originMm);
    for (int a = 0; a < 3; ++a) {
        const double scale = plane.mmPerPixel / geometry.spacingMm[a];
        walk.stepX[a] = dot(plane.right, geometry.axes[a]) * scale;
        walk.stepY[a] = dot(plane.down, geometry.axes[a]) * scale;
    }
    return walk;
}

bool alongGrid(const Walk& walk, int width, int height, GridAxes& axes)
{
    constexpr double drift = 0.05;
    const auto largest = [](const Vec3& v) {
        int best = 0;
        for (int a = 1; a < 3; ++a) {
            if (std::abs(v[a]) > std::abs(v[best]))
                best = a;
        }
        return best;
    };
    axes.x = largest(walk.stepX);
    axes.y = largest(walk.stepY);
    if (axes.x == axes.y)
        return false;
    axes.through = 3 - axes.x - axes.y;
    for (int a = 0; a < 3; ++a) {
        if ((a != axes.x && std::abs(walk.stepX[a]) * width > drift) ||
            (a != axes.y && std::abs(walk.stepY[a]) * height > drift))
            return false;
    }
    return true;
}

} // namespace

std::vector<Tap> makeTaps(double base, double step, int count, int size, std::ptrdiff_t stride,
                          Interpolation interpolation)
{
    std::vector<Tap> taps(static_cast<std::size_t>(count));
    for (int n = 0; n < count; ++n) {
        const double at = base + step * n;
        Tap& tap = taps[static_cast<std::size_t>(n)];
        if (!(at >= -0.5 && at < size - 0.5))
            continue;
        tap.inside = true;
        const double clamped = std::clamp(at, 0.0, size - 1.0);
        const int nearest = static_cast<int>(std::floor(clamped + 0.5));
        const int low = static_cast<int>(clamped);
        tap.nearest = nearest * stride;
        if (interpolation == Interpolation::Nearest) {
            tap.low = tap.high = tap.nearest;
        } else {
            tap.low = low * stride;
            tap.high = std::min(low + 1, size - 1) * stride;
            tap.weight = static_cast<float>(clamped - low);
        }
    }
    return taps;
}

SliceSampling::SliceSampling(const SliceRequest& request)
    : m_geometry(&request.volume->geometry())
    , m_width(request.width)
    , m_height(request.height)
    , m_interpolation(request.interpolation)
    , m_walk(makeWalk(*m_geometry, request.plane))
    , m_strides{1, m_geometry->size[0],
                static_cast<std::ptrdiff_t>(m_geometry->size[0]) * m_geometry->size[1]}
{
    m_aligned = alongGrid(m_walk, m_width, m_height, m_axes);
    if (!m_aligned)
        return;
    // Half-way through the picture's drift, the nearest slice.
    const int slices = m_geometry->size[m_axes.through];
    m_depth = m_walk.at(m_width / 2, m_height / 2)[m_axes.through];
    m_depthInside = m_depth >= -0.5 && m_depth < slices - 0.5;
    m_depthOffset =
        static_cast<std::ptrdiff_t>(std::clamp(std::floor(m_depth + 0.5), 0.0, slices - 1.0)) *
        m_strides[m_axes.through];
    m_columns = columnsWithStride(m_strides[m_axes.x]);
    m_rows = rowsWithStride(m_strides[m_axes.y]);
}

std::vector<Tap> SliceSampling::columnsWithStride(std::ptrdiff_t stride) const
{
    const double middle = m_walk.at(m_width / 2, m_height / 2)[m_axes.x];
    const double step = m_walk.stepX[m_axes.x];
    return makeTaps(middle - step * (m_width / 2), step, m_width, m_geometry->size[m_axes.x],
                    stride, m_interpolation);
}

std::vector<Tap> SliceSampling::rowsWithStride(std::ptrdiff_t stride) const
{
    const double middle = m_walk.at(m_width / 2, m_height / 2)[m_axes.y];
    const double step = m_walk.stepY[m_axes.y];
    return makeTaps(middle - step * (m_height / 2), step, m_height, m_geometry->size[m_axes.y],
                    stride, m_interpolation);
}

} // namespace fovea
