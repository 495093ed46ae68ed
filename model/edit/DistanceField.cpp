#include "model/edit/DistanceField.h"

#include <cassert>
#include <cstddef>

namespace fovea {

namespace {

/// The transform of one row, with room that is made once.
class RowTransform {
public:
    RowTransform(std::size_t length, double spacingMm)
        : m_values(length)
        , m_roots(length)
        , m_borders(length + 1)
        , m_spacing(spacingMm)
    {
    }

    /// Element n of the row lies at first[n * step].
    void apply(float* first, std::ptrdiff_t step)
    {
        const auto length = static_cast<std::ptrdiff_t>(m_values.size());
        for (std::ptrdiff_t n = 0; n < length; ++n)
            m_values[static_cast<std::size_t>(n)] = first[n * step];
        std::ptrdiff_t last = -1; // Of the parabolas in the envelope.
        for (std::ptrdiff_t n = 0; n < length; ++n) {
            if (value(n) >= noVoxelNear)
                continue;
            while (last >= 0 && crossing(root(last), n) <= border(last))
                --last;
            const double from = last < 0 ? -1e30 : crossing(root(last), n);
            ++last;
            m_roots[static_cast<std::size_t>(last)] = n;
            m_borders[static_cast<std::size_t>(last)] = from;
        }
        if (last < 0)
            return;
        std::ptrdiff_t current = 0;
        for (std::ptrdiff_t n = 0; n < length; ++n) {
            const double at = static_cast<double>(n) * m_spacing;
            while (current < last && border(current + 1) < at)
                ++current;
            const double away = at - static_cast<double>(root(current)) * m_spacing;
            first[n * step] = static_cast<float>(away * away + value(root(current)));
        }
    }

private:
    double value(std::ptrdiff_t n) const { return m_values[static_cast<std::size_t>(n)]; }
    std::ptrdiff_t root(std::ptrdiff_t n) const { return m_roots[static_cast<std::size_t>(n)]; }
    double border(std::ptrdiff_t n) const { return m_borders[static_cast<std::size_t>(n)]; }

    /// Where the parabolas over two elements meet, in mm; a lies before b.
    double crossing(std::ptrdiff_t a, std::ptrdiff_t b) const
    {
        const double xa = static_cast<double>(a) * m_spacing;
        const double xb = static_cast<double>(b) * m_spacing;
        return (value(b) + xb * xb - value(a) - xa * xa) / (2 * (xb - xa));
    }

    std::vector<double> m_values;
    std::vector<std::ptrdiff_t> m_roots;
    std::vector<double> m_borders;
    double m_spacing;
};

} // namespace

std::vector<float> squaredDistances(const std::vector<std::uint8_t>& inside, const Index3& size,
                                    const Vec3& spacingMm, const Progress& progress)
{
    const std::array<std::ptrdiff_t, 3> stride{1, size[0],
                                               static_cast<std::ptrdiff_t>(size[0]) * size[1]};
    std::vector<float> out(inside.size());
    assert(out.size() == static_cast<std::size_t>(stride[2]) * static_cast<std::size_t>(size[2]));
    for (std::size_t n = 0; n < inside.size(); ++n)
        out[n] = inside[n] ? 0.0F : noVoxelNear;
    for (int axis = 0; axis < 3; ++axis) {
        if (size[axis] < 2)
            continue;
        RowTransform row(static_cast<std::size_t>(size[axis]), spacingMm[axis]);
        // Rows along `axis` start at every position of the other two axes.
        const int inner = axis == 0 ? 1 : 0;
        const int outer = axis == 2 ? 1 : 2;
        for (int b = 0; b < size[outer]; ++b) {
            if (progress.cancelled())
                return {};
            for (int a = 0; a < size[inner]; ++a)
                row.apply(out.data() + a * stride[inner] + b * stride[outer], stride[axis]);
        }
        progress.report((axis + 1) / 3.0);
    }
    return out;
}

} // namespace fovea
