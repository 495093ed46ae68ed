#include "storage/SliceResampling.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr std::int16_t outsideHu = -1024;
/// Of a pixel: decimal strings are rounded.
constexpr double samePixel = 1e-3;
/// Of the gap between two slices, as evenly spaced slices may lie from their even place.
constexpr double sameHeight = 0.1;

/// A slice as seen from the grid: pixel (i, j) of the grid takes those from (i, j) + whole on, with
/// the next one weighted by fraction.
struct Offset {
    std::array<int, 2> whole{0, 0};
    std::array<double, 2> fraction{0, 0};
};

Offset offsetOf(const SliceResampling& resampling, const SliceResampling::Slice& slice)
{
    Offset offset;
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const double shift =
            -resampling.before[axis] - slice.shiftMm[axis] / resampling.geometry.spacingMm[axis];
        double whole = std::floor(shift);
        double fraction = shift - whole;
        if (fraction > 1 - samePixel)
            whole += 1;
        if (fraction < samePixel || fraction > 1 - samePixel)
            fraction = 0;
        offset.whole[axis] = static_cast<int>(whole);
        offset.fraction[axis] = fraction;
    }
    return offset;
}

/// One slice on the pixels of the grid's plane; `inside` tells where it has values.
class ShiftedSlice {
public:
    ShiftedSlice(const SliceResampling& resampling, std::size_t index,
                 std::span<const std::int16_t> all)
        : m_columns(resampling.columns)
        , m_rows(resampling.rows)
        , m_offset(offsetOf(resampling, resampling.slices[index]))
        , m_pixels(all.subspan(index * sliceSize(), sliceSize()))
    {
    }

    bool inside(int i, int j) const
    {
        const int u = i + m_offset.whole[0];
        const int v = j + m_offset.whole[1];
        const int lastColumn = u + (m_offset.fraction[0] > 0 ? 1 : 0);
        const int lastRow = v + (m_offset.fraction[1] > 0 ? 1 : 0);
        return u >= 0 && v >= 0 && lastColumn < m_columns && lastRow < m_rows;
    }

    /// Of a pixel inside.
    double at(int i, int j) const
    {
        const int u = i + m_offset.whole[0];
        const int v = j + m_offset.whole[1];
        const auto row = [&](int line) {
            const std::int16_t* pixels = m_pixels.data() + std::ptrdiff_t{line} * m_columns + u;
            return m_offset.fraction[0] > 0
                       ? pixels[0] + m_offset.fraction[0] * (pixels[1] - pixels[0])
                       : static_cast<double>(pixels[0]);
        };
        const double upper = row(v);
        return m_offset.fraction[1] > 0 ? upper + m_offset.fraction[1] * (row(v + 1) - upper)
                                        : upper;
    }

private:
    std::size_t sliceSize() const
    {
        return static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    }

    int m_columns;
    int m_rows;
    Offset m_offset;
    std::span<const std::int16_t> m_pixels;
};

/// What a plane of the grid is made of: slice `below`, with the next one's share.
struct Share {
    std::size_t below = 0;
    double above = 0;
    bool missing = false;
};

Share shareAt(const SliceResampling& resampling, double heightMm)
{
    const auto& slices = resampling.slices;
    const auto next =
        std::ranges::upper_bound(slices, heightMm, {}, &SliceResampling::Slice::heightMm);
    if (next == slices.begin())
        return {};
    const auto below = static_cast<std::size_t>(next - slices.begin()) - 1;
    if (next == slices.end())
        return {below, 0, false};
    const double gap = next->heightMm - slices[below].heightMm;
    const double above = (heightMm - slices[below].heightMm) / gap;
    // Of a gap several slices wide, a tenth would be too much.
    const double same =
        slices[below].gapAbove ? sameHeight * resampling.geometry.spacingMm[2] / gap : sameHeight;
    if (above <= same)
        return {below, 0, false};
    if (above >= 1 - same)
        return {below + 1, 0, false};
    return {below, above, slices[below].gapAbove};
}

void resamplePlane(const SliceResampling& resampling, const Share& share,
                   std::span<const std::int16_t> from, std::span<std::int16_t> to)
{
    const ShiftedSlice below(resampling, share.below, from);
    const ShiftedSlice above(resampling, share.above > 0 ? share.below + 1 : share.below, from);
    const auto& size = resampling.geometry.size;
    std::size_t voxel = 0;
    for (int j = 0; j < size[1]; ++j) {
        for (int i = 0; i < size[0]; ++i, ++voxel) {
            if (!below.inside(i, j) || (share.above > 0 && !above.inside(i, j))) {
                to[voxel] = outsideHu;
                continue;
            }
            double value = below.at(i, j);
            if (share.above > 0)
                value += share.above * (above.at(i, j) - value);
            to[voxel] = static_cast<std::int16_t>(std::lround(value));
        }
    }
}

} // namespace

SliceResampling layOut(const ImageGeometry& lowest, std::vector<SliceResampling::Slice> slices,
                       double step, int count)
{
    SliceResampling out;
    out.columns = lowest.size[0];
    out.rows = lowest.size[1];
    out.geometry = lowest;
    for (std::size_t axis = 0; axis < 2; ++axis) {
        double least = 0;
        double most = 0;
        for (const SliceResampling::Slice& slice : slices) {
            least = std::min(least, slice.shiftMm[axis] / lowest.spacingMm[axis]);
            most = std::max(most, slice.shiftMm[axis] / lowest.spacingMm[axis]);
        }
        const int before = static_cast<int>(std::ceil(-least - samePixel));
        const int after = static_cast<int>(std::ceil(most - samePixel));
        out.before[axis] = before;
        out.geometry.size[axis] += before + after;
        out.geometry.originMm =
            out.geometry.originMm - lowest.axes[axis] * (before * lowest.spacingMm[axis]);
    }
    out.geometry.spacingMm[2] = step;
    out.geometry.size[2] = count;
    out.slices = std::move(slices);
    return out;
}

Status resample(const SliceResampling& resampling, std::span<const std::int16_t> from,
                std::span<std::int16_t> to, const Progress& progress)
{
    const ImageGeometry& grid = resampling.geometry;
    const std::size_t planeSize =
        static_cast<std::size_t>(grid.size[0]) * static_cast<std::size_t>(grid.size[1]);
    for (int k = 0; k < grid.size[2]; ++k) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const std::span<std::int16_t> plane =
            to.subspan(static_cast<std::size_t>(k) * planeSize, planeSize);
        const Share share = shareAt(resampling, k * grid.spacingMm[2]);
        if (share.missing)
            std::ranges::fill(plane, outsideHu);
        else
            resamplePlane(resampling, share, from, plane);
        progress.report(static_cast<double>(k + 1) / grid.size[2]);
    }
    return Done{};
}

} // namespace fovea
