#include "viewer/slice/RegionMapPainter.h"

#include "viewer/RegionMap.h"
#include "viewer/regionColour.h"
#include "viewer/slice/blend.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fovea {

RegionMapPainter::RegionMapPainter(const SliceRequest& request, const SliceSampling& sampling)
    : m_request(request)
    , m_sampling(sampling)
    , m_sampler(*request.volume, Interpolation::Nearest)
{
    if (!request.regionMap)
        return;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Vec3& step = request.regionMap->stepMm[axis];
        m_perMm[axis] = step * (1.0 / dot(step, step));
    }
    for (std::size_t n = 0; n < m_colours.size(); ++n) {
        const double relative = static_cast<double>(n) / 255.0;
        const double alpha = std::clamp(request.regionMapOpacity, 0.0, 1.0) * regionAlpha(relative);
        m_colours[n] =
            rgba(regionColour(relative), static_cast<std::uint8_t>(std::lround(255.0 * alpha)));
    }
}

Vec3 RegionMapPainter::cellAt(const Vec3& positionMm) const
{
    const Vec3 from = positionMm - m_request.regionMap->originMm;
    return {dot(from, m_perMm[0]) + 0.5, dot(from, m_perMm[1]) + 0.5, dot(from, m_perMm[2]) + 0.5};
}

void RegionMapPainter::paintRows(std::span<std::uint32_t> pixels, int stride, int from,
                                 int to) const
{
    const RegionMap* map = m_request.regionMap;
    if (!map)
        return;
    const Vec3 stepX =
        cellAt(m_request.plane.pixelToPatient(1, 0)) - cellAt(m_request.plane.pixelToPatient(0, 0));
    const auto outside = [&](const Vec3& at) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            if (!(at[axis] >= 0.0 && at[axis] < map->size[axis]))
                return true;
        }
        return false;
    };
    for (int y = from; y < to; ++y) {
        const ObliqueSampler::Line line{m_sampling.indexAt(0, y), m_sampling.stepX()};
        const ObliqueSampler::Columns columns = m_sampler.inside(line, m_request.width);
        const Vec3 start = cellAt(m_request.plane.pixelToPatient(0, y));
        std::uint32_t* out = pixels.data() + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = columns.from; x < columns.to; ++x) {
            const Vec3 at = start + stepX * x;
            if (outside(at))
                continue;
            const auto d = static_cast<std::size_t>(at[0]);
            const auto h = static_cast<std::size_t>(at[1]);
            const auto w = static_cast<std::size_t>(at[2]);
            const float value = map->values[(d * static_cast<std::size_t>(map->size[1]) + h) *
                                                static_cast<std::size_t>(map->size[2]) +
                                            w];
            if (value > 0.0F)
                out[x] = blend(out[x], m_colours[static_cast<std::size_t>(value * 255.0F + 0.5F)]);
        }
    }
}

} // namespace fovea
