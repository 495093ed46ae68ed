#include "model/segment/AxisSampling.h"

#include <algorithm>
#include <cmath>

namespace fovea {
namespace {

constexpr int splinePadding = 12;
const double pole = std::sqrt(3.0) - 2.0; // of the cubic B-spline's inverse filter

/// Linear taps clamp at the edge; cubic ones reach into the padding.
AxisSampling::Tap tapAt(double coordinate, int in, int order)
{
    AxisSampling::Tap tap;
    if (order == 0) {
        tap.count = 1;
        tap.index[0] = std::clamp(static_cast<int>(std::floor(coordinate + 0.5)), 0, in - 1);
        tap.weight[0] = 1.0;
        return tap;
    }
    const double whole = std::floor(coordinate);
    const double t = coordinate - whole;
    const double u = 1.0 - t;
    const int low = static_cast<int>(whole);
    if (order == 1) {
        tap.count = 2;
        tap.index = {std::clamp(low, 0, in - 1), std::clamp(low + 1, 0, in - 1)};
        tap.weight = {u, t};
        return tap;
    }
    tap.count = 4;
    for (int n = 0; n < 4; ++n)
        tap.index[static_cast<std::size_t>(n)] = low + splinePadding - 1 + n;
    tap.weight = {u * u * u / 6.0, (4.0 - 6.0 * t * t + 3.0 * t * t * t) / 6.0,
                  (4.0 - 6.0 * u * u + 3.0 * u * u * u) / 6.0, t * t * t / 6.0};
    return tap;
}

} // namespace

int roundHalfEven(double value)
{
    const double whole = std::floor(value);
    const double rest = value - whole;
    const bool odd = std::fmod(whole, 2.0) != 0.0;
    return static_cast<int>(whole) + (rest > 0.5 || (rest == 0.5 && odd) ? 1 : 0);
}

AxisSampling::AxisSampling(int in, int order, const std::vector<double>& coordinates)
    : m_in(in)
    , m_order(order)
    , m_identity(static_cast<std::size_t>(in) == coordinates.size())
{
    m_taps.reserve(coordinates.size());
    for (const double coordinate : coordinates)
        m_taps.push_back(tapAt(coordinate, in, order));
}

AxisSampling AxisSampling::zoom(int in, int out, int order)
{
    const double step = out > 1 ? static_cast<double>(in - 1) / static_cast<double>(out - 1) : 0.0;
    std::vector<double> coordinates(static_cast<std::size_t>(out));
    for (std::size_t k = 0; k < coordinates.size(); ++k)
        coordinates[k] = static_cast<double>(k) * step;
    return {in, order, coordinates};
}

AxisSampling AxisSampling::resize(int in, int out, int order)
{
    std::vector<double> coordinates(static_cast<std::size_t>(out));
    const double step = static_cast<double>(in) / static_cast<double>(out);
    for (std::size_t k = 0; k < coordinates.size(); ++k)
        coordinates[k] = (static_cast<double>(k) + 0.5) * step - 0.5;
    return {in, order, coordinates};
}

int AxisSampling::padding() const
{
    return m_order == 3 ? splinePadding : 0;
}

void AxisSampling::filter(double* data, std::size_t stride, std::size_t count) const
{
    if (m_order != 3)
        return;
    const auto length = static_cast<std::size_t>(paddedLength());
    const auto row = [&](std::size_t s) { return data + s * stride; };
    // Outside, the edge goes on for ever: the sums of both recursions are then known.
    for (std::size_t l = 0; l < count; ++l)
        row(0)[l] = 6.0 * row(0)[l] / (1.0 - pole);
    double* const last = row(length - 1);
    for (std::size_t s = 1; s + 1 < length; ++s) {
        double* const here = row(s);
        const double* const before = row(s - 1);
        for (std::size_t l = 0; l < count; ++l)
            here[l] = 6.0 * here[l] + pole * before[l];
    }
    const double* const before = row(length - 2);
    for (std::size_t l = 0; l < count; ++l) {
        const double limit = 6.0 * last[l] / (1.0 - pole);
        const double causal = 6.0 * last[l] + pole * before[l];
        last[l] = -pole * (limit / (1.0 - pole) + (causal - limit) / (1.0 - pole * pole));
    }
    for (std::size_t s = length - 1; s-- > 0;) {
        double* const here = row(s);
        const double* const after = row(s + 1);
        for (std::size_t l = 0; l < count; ++l)
            here[l] = pole * (after[l] - here[l]);
    }
}

PlaneResampling::PlaneResampling(const AxisSampling& rows, const AxisSampling& columns)
    : m_rows(rows)
    , m_columns(columns)
    , m_line(static_cast<std::size_t>(columns.paddedLength()))
    , m_middle(static_cast<std::size_t>(rows.paddedLength()) *
               static_cast<std::size_t>(columns.out()))
{
}

void PlaneResampling::run(const double* from, double* to)
{
    const auto width = static_cast<std::size_t>(m_columns.out());
    const auto in = static_cast<std::size_t>(m_columns.in());
    const auto pad = static_cast<std::size_t>(m_columns.padding());
    const auto rows = static_cast<std::size_t>(m_rows.in());
    const auto rowPad = static_cast<std::size_t>(m_rows.identity() ? 0 : m_rows.padding());
    double* const first = m_rows.identity() ? to : m_middle.data() + rowPad * width;
    for (std::size_t r = 0; r < rows; ++r) {
        const double* const row = from + r * in;
        double* const out = first + r * width;
        if (m_columns.identity()) {
            std::copy_n(row, width, out);
            continue;
        }
        std::copy_n(row, in, m_line.data() + pad);
        std::fill_n(m_line.data(), pad, row[0]);
        std::fill_n(m_line.data() + pad + in, pad, row[in - 1]);
        m_columns.filter(m_line.data(), 1, 1);
        for (std::size_t k = 0; k < width; ++k) {
            const AxisSampling::Tap& tap = m_columns.taps()[k];
            double sum = 0.0;
            for (int n = 0; n < tap.count; ++n)
                sum += tap.weight[n] * m_line[static_cast<std::size_t>(tap.index[n])];
            out[k] = sum;
        }
    }
    if (m_rows.identity())
        return;
    double* const middle = m_middle.data();
    for (std::size_t p = 0; p < rowPad; ++p) {
        std::copy_n(first, width, middle + p * width);
        std::copy_n(first + (rows - 1) * width, width, first + (rows + p) * width);
    }
    m_rows.filter(middle, width, width);
    for (std::size_t r = 0; r < m_rows.taps().size(); ++r) {
        const AxisSampling::Tap& tap = m_rows.taps()[r];
        double* const out = to + r * width;
        std::fill_n(out, width, 0.0);
        for (int n = 0; n < tap.count; ++n) {
            const double weight = tap.weight[n];
            const double* const row = middle + static_cast<std::size_t>(tap.index[n]) * width;
            for (std::size_t k = 0; k < width; ++k)
                out[k] += weight * row[k];
        }
    }
}

} // namespace fovea
