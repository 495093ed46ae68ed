#pragma once

#include "viewer/slice/ObliqueSampler.h"
#include "viewer/slice/SliceSampling.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fovea {

/// Paints the labels of a request over a picture that already has its greys: filled and blended, or
/// as outlines. Thin: of a slab, the labels in its middle plane. Looks at request and sampling.
class LabelPainter {
public:
    LabelPainter(const SliceRequest& request, const SliceSampling& sampling);

    /// Rows [from, to) of the picture; rows of `stride` pixels. Several threads may each paint
    /// their own rows.
    void paintRows(std::span<std::uint32_t> pixels, int stride, int from, int to) const;

private:
    /// Which voxels the pixels of a row show.
    struct Voxels {
        ObliqueSampler::Columns columns;     ///< Those that lie in the grid.
        std::vector<std::ptrdiff_t> offsets; ///< By column, in elements; of those columns alone.
    };

    void findVoxels(int y, Voxels& voxels) const;
    void labelRow(int y, Voxels& voxels, std::vector<std::uint16_t>& out) const;
    void previewRow(const Voxels& voxels, std::vector<std::uint16_t>& out) const;
    bool showsSameVoxels(int y, int otherY) const; ///< For sure.
    void fillRows(std::span<std::uint32_t> pixels, int stride, int from, int to) const;
    void outlineRows(std::span<std::uint32_t> pixels, int stride, int from, int to) const;

    const SliceRequest& m_request;
    const SliceSampling& m_sampling;
    ObliqueSampler m_sampler;
    const std::uint16_t* m_labels; ///< Null: nothing to paint.
};

} // namespace fovea
