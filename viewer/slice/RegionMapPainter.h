#pragma once

#include "viewer/Colour.h"
#include "viewer/slice/ObliqueSampler.h"
#include "viewer/slice/SliceSampling.h"

#include <array>
#include <cstdint>
#include <span>

namespace fovea {

/// Paints the region map of a request over a picture that has its greys and labels: each cell as a
/// block with hard edges, never smoothed. Of a slab, the cells that its middle plane cuts. Nothing
/// outside the volume. Looks at request and sampling.
class RegionMapPainter {
public:
    RegionMapPainter(const SliceRequest& request, const SliceSampling& sampling);

    /// Rows [from, to) of the picture; rows of `stride` pixels. Several threads may each paint
    /// their own rows.
    void paintRows(std::span<std::uint32_t> pixels, int stride, int from, int to) const;

private:
    /// In cells, where a continuous index of the map's grid is whole at the cells' lower edges.
    Vec3 cellAt(const Vec3& positionMm) const;

    const SliceRequest& m_request;
    const SliceSampling& m_sampling;
    ObliqueSampler m_sampler;
    std::array<Vec3, 3> m_perMm{};     ///< Cells per mm along each axis of the map.
    std::array<Rgba, 256> m_colours{}; ///< By 255 * value.
};

} // namespace fovea
