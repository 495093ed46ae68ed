#include "viewer/slice/SliceRenderer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <thread>
#include <vector>

namespace fovea {

namespace {

constexpr std::uint32_t black = 0xff000000U;

/// Index-space walk over the picture: index = base + x * stepX + y * stepY.
struct Walk {
    Vec3 base{};
    Vec3 stepX{};
    Vec3 stepY{};

    Vec3 at(int x, int y) const { return base + stepX * x + stepY * y; }
};

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

/// The grid axes a plane runs along: image x along one, image y along another.
struct GridAxes {
    int x = 0;
    int y = 1;
    int through = 2;
};

/// True where the plane follows the grid so closely that, over the whole picture, no sample drifts
/// by more than a twentieth of a voxel: rounded direction cosines must not cost the fast path.
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

/// Where one picture column or row samples along its grid axis.
struct Tap {
    std::ptrdiff_t low = 0; ///< Offsets into the voxels, in elements.
    std::ptrdiff_t high = 0;
    std::ptrdiff_t nearest = 0;
    float weight = 0; ///< Of `high`.
    bool inside = false;
};

std::vector<Tap> makeTaps(double base, double step, int count, int size, std::ptrdiff_t stride,
                          Interpolation interpolation)
{
    std::vector<Tap> taps(static_cast<std::size_t>(count));
    for (int n = 0; n < count; ++n) {
        const double at = base + step * n;
        Tap& tap = taps[static_cast<std::size_t>(n)];
        // A voxel is as wide as the spacing: the outer half of the border voxels belongs to it.
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

/// The window as a line: grey = (hu - offset) * slope, clamped.
struct GreyLine {
    float offset = 0;
    float slope = 1;

    explicit GreyLine(const WindowLevel& window)
    {
        const double width = std::max(window.widthHu, 1.0);
        // Width 1 is a step at centre - 0.5.
        const double run = std::max(width - 1.0, 1e-3);
        offset = static_cast<float>(window.centreHu - 0.5 - run / 2);
        slope = static_cast<float>(255.0 / run);
    }
    int grey(float hu) const
    {
        return static_cast<int>(std::clamp((hu - offset) * slope, 0.0F, 255.0F) + 0.5F);
    }
};

std::uint32_t opaque(int grey)
{
    const auto g = static_cast<std::uint32_t>(grey);
    return black | g << 16 | g << 8 | g;
}

std::uint32_t blend(std::uint32_t pixel, const Rgba& colour)
{
    const auto mix = [&](int shift, std::uint32_t top) {
        const std::uint32_t under = pixel >> shift & 0xffU;
        const std::uint32_t sum = under * (255U - colour.alpha) + top * colour.alpha;
        return (sum + 127U) / 255U << shift;
    };
    return black | mix(16, colour.red) | mix(8, colour.green) | mix(0, colour.blue);
}

class Painter {
public:
    Painter(const SliceRequest& request, std::span<std::uint32_t> pixels, int stride)
        : m_request(request)
        , m_geometry(request.volume->geometry())
        , m_voxels(request.volume->voxels().data())
        , m_labels(request.labels && !request.labelTable.empty() ? request.labels->labels().data()
                                                                 : nullptr)
        , m_pixels(pixels)
        , m_stride(stride)
        , m_walk(makeWalk(m_geometry, request.plane))
        , m_line(request.window)
        , m_strides{1, m_geometry.size[0],
                    static_cast<std::ptrdiff_t>(m_geometry.size[0]) * m_geometry.size[1]}
    {
        m_aligned = alongGrid(m_walk, request.width, request.height, m_axes);
        if (!m_aligned)
            return;
        // Half-way through the picture's drift, the nearest slice.
        const Vec3 middle = m_walk.at(request.width / 2, request.height / 2);
        const double depth = middle[m_axes.through];
        m_depthInside = depth >= -0.5 && depth < m_geometry.size[m_axes.through] - 0.5;
        const int slice = std::clamp(static_cast<int>(std::floor(depth + 0.5)), 0,
                                     m_geometry.size[m_axes.through] - 1);
        m_depthOffset = slice * m_strides[m_axes.through];
        m_columns = makeTaps(middle[m_axes.x] - m_walk.stepX[m_axes.x] * (request.width / 2),
                             m_walk.stepX[m_axes.x], request.width, m_geometry.size[m_axes.x],
                             m_strides[m_axes.x], request.interpolation);
        m_rows = makeTaps(middle[m_axes.y] - m_walk.stepY[m_axes.y] * (request.height / 2),
                          m_walk.stepY[m_axes.y], request.height, m_geometry.size[m_axes.y],
                          m_strides[m_axes.y], request.interpolation);
    }

    void paintRows(int from, int to) const
    {
        for (int y = from; y < to; ++y) {
            std::uint32_t* row = rowAt(y);
            if (m_aligned)
                paintAlignedRow(y, row);
            else
                paintObliqueRow(y, row);
        }
        if (!m_labels)
            return;
        if (m_request.outlinePixels > 0)
            outlineRows(from, to);
        else
            fillRows(from, to);
    }

private:
    std::uint32_t* rowAt(int y) const
    {
        return m_pixels.data() + static_cast<std::ptrdiff_t>(y) * m_stride;
    }

    void paintAlignedRow(int y, std::uint32_t* out) const
    {
        const Tap& row = m_rows[static_cast<std::size_t>(y)];
        if (!row.inside || !m_depthInside) {
            std::fill_n(out, m_request.width, black);
            return;
        }
        const std::int16_t* upper = m_voxels + m_depthOffset + row.low;
        const std::int16_t* lower = m_voxels + m_depthOffset + row.high;
        const float wy = row.weight;
        for (int x = 0; x < m_request.width; ++x) {
            const Tap& tap = m_columns[static_cast<std::size_t>(x)];
            if (!tap.inside) {
                out[x] = black;
                continue;
            }
            const float left = mix(upper[tap.low], lower[tap.low], wy);
            const float right = mix(upper[tap.high], lower[tap.high], wy);
            out[x] = opaque(m_line.grey(left + (right - left) * tap.weight));
        }
    }

    static float mix(std::int16_t a, std::int16_t b, float weight)
    {
        return static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * weight;
    }

    bool inside(const Vec3& index) const
    {
        for (int a = 0; a < 3; ++a) {
            if (!(index[a] >= -0.5 && index[a] < m_geometry.size[a] - 0.5))
                return false;
        }
        return true;
    }

    std::ptrdiff_t nearestOffset(const Vec3& index) const
    {
        std::ptrdiff_t offset = 0;
        for (int a = 0; a < 3; ++a) {
            const int n =
                std::clamp(static_cast<int>(std::floor(index[a] + 0.5)), 0, m_geometry.size[a] - 1);
            offset += n * m_strides[a];
        }
        return offset;
    }

    float trilinear(const Vec3& index) const
    {
        std::array<std::ptrdiff_t, 3> low{};
        std::array<std::ptrdiff_t, 3> step{};
        std::array<float, 3> weight{};
        for (int a = 0; a < 3; ++a) {
            const double clamped = std::clamp(index[a], 0.0, m_geometry.size[a] - 1.0);
            const int n = static_cast<int>(clamped);
            low[a] = n * m_strides[a];
            step[a] = n + 1 < m_geometry.size[a] ? m_strides[a] : 0;
            weight[a] = static_cast<float>(clamped - n);
        }
        const std::int16_t* p = m_voxels + low[0] + low[1] + low[2];
        const auto alongI = [&](const std::int16_t* q) { return mix(q[0], q[step[0]], weight[0]); };
        const float a = alongI(p);
        const float b = alongI(p + step[1]);
        const float c = alongI(p + step[2]);
        const float d = alongI(p + step[1] + step[2]);
        const float ab = a + (b - a) * weight[1];
        const float cd = c + (d - c) * weight[1];
        return ab + (cd - ab) * weight[2];
    }

    void paintObliqueRow(int y, std::uint32_t* out) const
    {
        for (int x = 0; x < m_request.width; ++x) {
            const Vec3 index = m_walk.at(x, y);
            if (!inside(index)) {
                out[x] = black;
                continue;
            }
            const float hu = m_request.interpolation == Interpolation::Linear
                                 ? trilinear(index)
                                 : static_cast<float>(m_voxels[nearestOffset(index)]);
            out[x] = opaque(m_line.grey(hu));
        }
    }

    /// Labels of a picture row; 0 outside the picture and the volume.
    void labelRow(int y, std::vector<std::uint16_t>& out) const
    {
        std::ranges::fill(out, std::uint16_t{0});
        if (y < 0 || y >= m_request.height)
            return;
        if (!m_aligned) {
            for (int x = 0; x < m_request.width; ++x) {
                const Vec3 index = m_walk.at(x, y);
                if (inside(index))
                    out[static_cast<std::size_t>(x)] = m_labels[nearestOffset(index)];
            }
            return;
        }
        const Tap& row = m_rows[static_cast<std::size_t>(y)];
        if (!row.inside || !m_depthInside)
            return;
        const std::uint16_t* line = m_labels + m_depthOffset + row.nearest;
        for (int x = 0; x < m_request.width; ++x) {
            const Tap& tap = m_columns[static_cast<std::size_t>(x)];
            if (tap.inside)
                out[static_cast<std::size_t>(x)] = line[tap.nearest];
        }
    }

    void fillRows(int from, int to) const
    {
        std::vector<std::uint16_t> labels(static_cast<std::size_t>(m_request.width));
        for (int y = from; y < to; ++y) {
            labelRow(y, labels);
            std::uint32_t* out = rowAt(y);
            for (int x = 0; x < m_request.width; ++x) {
                const std::uint16_t label = labels[static_cast<std::size_t>(x)];
                if (label != 0 && label < m_request.labelTable.size() &&
                    m_request.labelTable[label].alpha != 0)
                    out[x] = blend(out[x], m_request.labelTable[label]);
            }
        }
    }

    void outlineRows(int from, int to) const
    {
        const int reach = m_request.outlinePixels;
        const int rows = 2 * reach + 1;
        std::vector<std::vector<std::uint16_t>> ring(
            static_cast<std::size_t>(rows),
            std::vector<std::uint16_t>(static_cast<std::size_t>(m_request.width)));
        const auto ringRow = [&](int y) -> std::vector<std::uint16_t>& {
            return ring[static_cast<std::size_t>((y + rows) % rows)];
        };
        for (int y = from - reach; y < from + reach; ++y)
            labelRow(y, ringRow(y));
        for (int y = from; y < to; ++y) {
            labelRow(y + reach, ringRow(y + reach));
            const auto& here = ringRow(y);
            std::uint32_t* out = rowAt(y);
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

    const SliceRequest& m_request;
    const ImageGeometry& m_geometry;
    const std::int16_t* m_voxels;
    const std::uint16_t* m_labels;
    std::span<std::uint32_t> m_pixels;
    int m_stride;
    Walk m_walk;
    GreyLine m_line;
    std::array<std::ptrdiff_t, 3> m_strides;
    bool m_aligned = false;
    GridAxes m_axes;
    bool m_depthInside = false;
    std::ptrdiff_t m_depthOffset = 0;
    std::vector<Tap> m_columns;
    std::vector<Tap> m_rows;
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
