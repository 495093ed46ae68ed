#include "viewer/slice/LabelPainter.h"

#include "viewer/slice/blend.h"
#include "viewer/slice/wideLoops.h"

#include <algorithm>

namespace fovea {

namespace {

constexpr std::uint32_t opaqueBlack = 0xff000000U;

/// What blend() does to each pixel, two channels in one multiplication. A sum of two products with
/// weights of 255 together plus 128 and its own upper byte, divided by 256, is divided by 255 and
/// rounded.
FOVEA_LOOP void blendLoop(std::uint32_t* pixels, int count, const Rgba colour)
{
    constexpr std::uint32_t lanes = 0xff00ffU;
    const std::uint32_t keep = 255U - colour.alpha;
    const std::uint32_t redBlue =
        (std::uint32_t{colour.red} << 16 | colour.blue) * colour.alpha + 0x800080U;
    const std::uint32_t green = std::uint32_t{colour.green} * colour.alpha + 0x80U;
    for (int n = 0; n < count; ++n) {
        const std::uint32_t pixel = pixels[n];
        const std::uint32_t rb = (pixel & lanes) * keep + redBlue;
        const std::uint32_t g = (pixel >> 8 & 0xffU) * keep + green;
        pixels[n] =
            opaqueBlack | ((rb + (rb >> 8 & lanes)) >> 8 & lanes) | ((g + (g >> 8)) & 0xff00U);
    }
}

FOVEA_WIDE void blendWide(std::uint32_t* pixels, int count, const Rgba& colour)
{
    blendLoop(pixels, count, colour);
}

void blendNarrow(std::uint32_t* pixels, int count, const Rgba& colour)
{
    blendLoop(pixels, count, colour);
}

std::uint32_t* rowOf(std::span<std::uint32_t> pixels, int stride, int y)
{
    return pixels.data() + static_cast<std::ptrdiff_t>(y) * stride;
}

} // namespace

LabelPainter::LabelPainter(const SliceRequest& request, const SliceSampling& sampling)
    : m_request(request)
    , m_sampling(sampling)
    , m_sampler(*request.volume, Interpolation::Nearest)
    , m_labels(request.labels && !request.labelTable.empty() ? request.labels->labels().data()
                                                             : nullptr)
{
}

void LabelPainter::paintRows(std::span<std::uint32_t> pixels, int stride, int from, int to) const
{
    if (!m_labels)
        return;
    if (m_request.outlinePixels > 0)
        outlineRows(pixels, stride, from, to);
    else
        fillRows(pixels, stride, from, to);
}

void LabelPainter::findVoxels(int y, Voxels& voxels) const
{
    voxels.columns = {};
    voxels.offsets.resize(static_cast<std::size_t>(m_request.width));
    if (y < 0 || y >= m_request.height)
        return;
    if (!m_sampling.isAligned()) {
        const ObliqueSampler::Line line{m_sampling.indexAt(0, y), m_sampling.stepX()};
        voxels.columns = m_sampler.inside(line, m_request.width);
        m_sampler.nearest(line, voxels.columns, voxels.offsets.data());
        return;
    }
    const Tap& row = m_sampling.rows()[static_cast<std::size_t>(y)];
    if (!row.inside || !m_sampling.depthInside())
        return;
    const auto& columns = m_sampling.columns();
    const std::ptrdiff_t first = m_sampling.depthOffset() + row.nearest;
    const auto in = std::ranges::find(columns, true, &Tap::inside);
    const auto out = std::ranges::find(in, columns.end(), false, &Tap::inside);
    voxels.columns = {static_cast<int>(in - columns.begin()),
                      static_cast<int>(out - columns.begin())};
    for (auto tap = in; tap != out; ++tap)
        voxels.offsets[static_cast<std::size_t>(tap - columns.begin())] = first + tap->nearest;
}

/// Labels of a picture row; 0 outside the picture and the volume.
void LabelPainter::labelRow(int y, Voxels& voxels, std::vector<std::uint16_t>& out) const
{
    findVoxels(y, voxels);
    std::ranges::fill(out, std::uint16_t{0});
    for (int x = voxels.columns.from; x < voxels.columns.to; ++x)
        out[static_cast<std::size_t>(x)] = m_labels[voxels.offsets[static_cast<std::size_t>(x)]];
    previewRow(voxels, out);
}

/// Puts what the preview has of the row over it.
void LabelPainter::previewRow(const Voxels& voxels, std::vector<std::uint16_t>& out) const
{
    const LabelBlock* preview = m_request.labelPreview;
    if (!preview || preview->box.empty())
        return;
    const auto& strides = m_sampling.strides();
    for (int x = voxels.columns.from; x < voxels.columns.to; ++x) {
        const std::ptrdiff_t offset = voxels.offsets[static_cast<std::size_t>(x)];
        const Index3 index{static_cast<int>(offset % strides[1]),
                           static_cast<int>(offset % strides[2] / strides[1]),
                           static_cast<int>(offset / strides[2])};
        if (preview->box.contains(index))
            out[static_cast<std::size_t>(x)] = preview->at(index);
    }
}

void LabelPainter::fillRows(std::span<std::uint32_t> pixels, int stride, int from, int to) const
{
    const auto blendRun = hasWideLoops() ? blendWide : blendNarrow;
    Voxels voxels;
    std::vector<std::uint16_t> labels(static_cast<std::size_t>(m_request.width));
    for (int y = from; y < to; ++y) {
        if (y == from || !showsSameVoxels(y, y - 1))
            labelRow(y, voxels, labels);
        std::uint32_t* out = rowOf(pixels, stride, y);
        for (int x = voxels.columns.from; x < voxels.columns.to;) {
            const std::uint16_t label = labels[static_cast<std::size_t>(x)];
            int end = x + 1;
            while (end < voxels.columns.to && labels[static_cast<std::size_t>(end)] == label)
                ++end;
            if (label != 0 && label < m_request.labelTable.size() &&
                m_request.labelTable[label].alpha != 0)
                blendRun(out + x, end - x, m_request.labelTable[label]);
            x = end;
        }
    }
}

bool LabelPainter::showsSameVoxels(int y, int otherY) const
{
    if (!m_sampling.isAligned())
        return false;
    const Tap& row = m_sampling.rows()[static_cast<std::size_t>(y)];
    const Tap& other = m_sampling.rows()[static_cast<std::size_t>(otherY)];
    return row.inside == other.inside && row.nearest == other.nearest;
}

void LabelPainter::outlineRows(std::span<std::uint32_t> pixels, int stride, int from, int to) const
{
    const int reach = m_request.outlinePixels;
    const int rows = 2 * reach + 1;
    std::vector<std::vector<std::uint16_t>> ring(
        static_cast<std::size_t>(rows),
        std::vector<std::uint16_t>(static_cast<std::size_t>(m_request.width)));
    const auto ringRow = [&](int y) -> std::vector<std::uint16_t>& {
        return ring[static_cast<std::size_t>((y + rows) % rows)];
    };
    Voxels voxels;
    for (int y = from - reach; y < from + reach; ++y)
        labelRow(y, voxels, ringRow(y));
    for (int y = from; y < to; ++y) {
        labelRow(y + reach, voxels, ringRow(y + reach));
        const auto& here = ringRow(y);
        std::uint32_t* out = rowOf(pixels, stride, y);
        for (int x = 0; x < m_request.width; ++x) {
            const std::uint16_t label = here[static_cast<std::size_t>(x)];
            if (label == 0 || label >= m_request.labelTable.size() ||
                m_request.labelTable[label].alpha == 0)
                continue;
            const auto column = static_cast<std::size_t>(x);
            bool edge = false;
            // What lies beyond the picture is unknown and no edge.
            for (int d = 1; d <= reach && !edge; ++d) {
                edge = (x >= d && here[column - static_cast<std::size_t>(d)] != label) ||
                       (x + d < m_request.width &&
                        here[column + static_cast<std::size_t>(d)] != label) ||
                       (y >= d && ringRow(y - d)[column] != label) ||
                       (y + d < m_request.height && ringRow(y + d)[column] != label);
            }
            if (edge) {
                Rgba colour = m_request.labelTable[label];
                colour.alpha = 255;
                out[x] = blend(out[x], colour);
            }
        }
    }
}

} // namespace fovea
