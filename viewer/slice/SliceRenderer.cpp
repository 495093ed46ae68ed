#include "viewer/slice/SliceRenderer.h"

#include "viewer/slice/AlignedRows.h"
#include "viewer/slice/GreyLine.h"
#include "viewer/slice/LabelPainter.h"
#include "viewer/slice/ObliqueSampler.h"
#include "viewer/slice/RegionMapPainter.h"
#include "viewer/slice/SlabProjection.h"
#include "viewer/slice/SliceSampling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>
#include <thread>
#include <vector>

namespace fovea {

namespace {

constexpr std::uint32_t black = 0xff000000U;

class Painter {
public:
    Painter(const SliceRequest& request, std::span<std::uint32_t> pixels, int stride)
        : m_request(request)
        , m_geometry(request.volume->geometry())
        , m_voxels(request.volume->voxels().data())
        , m_sampler(*request.volume, request.interpolation)
        , m_pixels(pixels)
        , m_stride(stride)
        , m_sampling(request)
        , m_labels(request, m_sampling)
        , m_regions(request, m_sampling)
        , m_line(request.window, request.inverted)
    {
        if (!request.slab.isThick())
            return;
        if (m_sampling.isAligned()) {
            m_projection = projectSlab(request, m_sampling);
            m_slabColumns = m_sampling.columnsWithStride(m_projection->strideX);
            m_slabRows = m_sampling.rowsWithStride(m_projection->strideY);
        } else {
            makeSlabSteps();
        }
    }

    void paintRows(int from, int to) const
    {
        if (m_sampling.isAligned())
            paintAligned(from, to);
        else
            paintOblique(from, to);
        m_labels.paintRows(m_pixels, m_stride, from, to);
        m_regions.paintRows(m_pixels, m_stride, from, to);
    }

private:
    /// Of one picture row; each thread has its own.
    struct RowBuffers {
        explicit RowBuffers(std::size_t width)
            : sample(width)
            , value(width)
            , met(width)
        {
        }
        std::vector<float> sample;
        std::vector<float> value;
        std::vector<int> met; ///< Samples of a slab in the volume.
    };

    std::uint32_t* rowOf(int y) const
    {
        return m_pixels.data() + static_cast<std::ptrdiff_t>(y) * m_stride;
    }

    void paintAligned(int from, int to) const
    {
        const std::ptrdiff_t stride = m_sampling.strides()[m_sampling.axes().x];
        if (!m_projection)
            paintAlignedRows(m_voxels + m_sampling.depthOffset(), m_sampling.depthInside(),
                             m_sampling.rows(), m_sampling.columns(), stride, from, to);
        else
            paintAlignedRows(m_projection->hu.data(), !m_projection->hu.empty(), m_slabRows,
                             m_slabColumns, m_projection->strideX, from, to);
    }

    template <typename Value>
    void paintAlignedRows(const Value* values, bool anything, const std::vector<Tap>& rows,
                          const std::vector<Tap>& columns, std::ptrdiff_t stride, int from,
                          int to) const
    {
        AlignedRows<Value> painter(values, columns, stride);
        for (int y = from; y < to; ++y) {
            const Tap& row = rows[static_cast<std::size_t>(y)];
            if (row.inside && anything)
                painter.paint(row, m_line, rowOf(y));
            else
                std::fill_n(rowOf(y), m_request.width, black);
        }
    }

    void paintOblique(int from, int to) const
    {
        RowBuffers buffers(static_cast<std::size_t>(m_request.width));
        for (int y = from; y < to; ++y) {
            if (m_slabSteps.empty())
                paintObliqueRow(y, buffers.sample.data(), rowOf(y));
            else
                paintObliqueSlabRow(y, buffers, rowOf(y));
        }
    }

    /// One sample a voxel along the normal, in the middle of equal parts of the slab.
    void makeSlabSteps()
    {
        const Vec3 normal = cross(m_request.plane.right, m_request.plane.down);
        Vec3 perMm{};
        for (int a = 0; a < 3; ++a)
            perMm[a] = dot(normal, m_geometry.axes[a]) / m_geometry.spacingMm[a];
        const double thickness = m_request.slab.thicknessMm;
        const int samples =
            std::max(1, static_cast<int>(std::ceil(thickness * norm(perMm) - 1e-6)));
        for (int n = 0; n < samples; ++n)
            m_slabSteps.push_back(perMm * (((n + 0.5) / samples - 0.5) * thickness));
    }

    ObliqueSampler::Line line(int y, const Vec3& aside = {}) const
    {
        return {m_sampling.indexAt(0, y) + aside, m_sampling.stepX()};
    }

    void paintObliqueRow(int y, float* hu, std::uint32_t* out) const
    {
        const ObliqueSampler::Line row = line(y);
        const ObliqueSampler::Columns columns = m_sampler.inside(row, m_request.width);
        m_sampler.sample(row, columns, hu);
        std::fill_n(out, m_request.width, black);
        for (int x = columns.from; x < columns.to; ++x)
            out[x] = m_line.pixel(hu[x]);
    }

    void paintObliqueSlabRow(int y, RowBuffers& buffers, std::uint32_t* out) const
    {
        const SlabMode mode = m_request.slab.mode;
        constexpr float none = std::numeric_limits<float>::infinity();
        const int width = m_request.width;
        float* value = buffers.value.data();
        const float* sample = buffers.sample.data();
        int* met = buffers.met.data();
        std::ranges::fill(buffers.met, 0);
        std::ranges::fill(buffers.value, mode == SlabMode::Maximum   ? -none
                                         : mode == SlabMode::Minimum ? none
                                                                     : 0.0F);
        for (const Vec3& step : m_slabSteps) {
            const ObliqueSampler::Line row = line(y, step);
            const ObliqueSampler::Columns columns = m_sampler.inside(row, width);
            m_sampler.sample(row, columns, buffers.sample.data());
            if (mode == SlabMode::Maximum) {
                for (int x = columns.from; x < columns.to; ++x)
                    value[x] = std::max(value[x], sample[x]);
            } else if (mode == SlabMode::Minimum) {
                for (int x = columns.from; x < columns.to; ++x)
                    value[x] = std::min(value[x], sample[x]);
            } else {
                for (int x = columns.from; x < columns.to; ++x)
                    value[x] += sample[x];
            }
            for (int x = columns.from; x < columns.to; ++x)
                ++met[x];
        }
        const bool average = mode == SlabMode::Average;
        for (int x = 0; x < width; ++x) {
            const float shown =
                average ? value[x] / static_cast<float>(std::max(met[x], 1)) : value[x];
            out[x] = met[x] > 0 ? m_line.pixel(shown) : black;
        }
    }

    const SliceRequest& m_request;
    const ImageGeometry& m_geometry;
    const std::int16_t* m_voxels;
    ObliqueSampler m_sampler;
    std::span<std::uint32_t> m_pixels;
    int m_stride;
    SliceSampling m_sampling;
    LabelPainter m_labels;
    RegionMapPainter m_regions;
    GreyLine m_line;
    std::optional<SlabProjection> m_projection; ///< Of slabs along the grid.
    std::vector<Tap> m_slabColumns;
    std::vector<Tap> m_slabRows;
    std::vector<Vec3> m_slabSteps; ///< Of oblique slabs, in index space from the plane.
};

} // namespace

std::uint8_t windowed(double hu, const WindowLevel& window)
{
    return static_cast<std::uint8_t>(GreyLine(window).grey(static_cast<float>(hu)));
}

void renderSlice(const SliceRequest& request, std::span<std::uint32_t> pixels, int stride)
{
    assert(request.volume && stride >= request.width);
    assert(pixels.size() >= static_cast<std::size_t>(stride) *
                                static_cast<std::size_t>(std::max(request.height, 0)));
    assert(!request.labels || request.labels->geometry().size == request.volume->geometry().size);
    if (request.width <= 0 || request.height <= 0)
        return;
    if (request.volume->geometry().voxelCount() == 0) {
        for (int y = 0; y < request.height; ++y)
            std::fill_n(pixels.data() + static_cast<std::ptrdiff_t>(y) * stride, request.width,
                        black);
        return;
    }
    const Painter painter(request, pixels, stride);
    // A thread costs some 30 µs, which a small picture does not repay.
    constexpr int smallPicture = 128 * 128;
    if (request.width * request.height <= smallPicture) {
        painter.paintRows(0, request.height);
        return;
    }
    const int half = request.height / 2;
    std::jthread lower([&] { painter.paintRows(half, request.height); });
    painter.paintRows(0, half);
}

} // namespace fovea
