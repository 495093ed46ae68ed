#include "viewer/slice/AlignedRows.h"

#include "viewer/slice/wideLoops.h"

#include <algorithm>

namespace fovea {

namespace {

constexpr std::uint32_t black = 0xff000000U;

struct Stretch {
    const float* values;
    const int* low;
    const float* weight;
    int count;
};

FOVEA_LOOP void mixLoop(const float* upper, const float* lower, float weight, int count, float* out)
{
    for (int n = 0; n < count; ++n)
        out[n] = upper[n] + (lower[n] - upper[n]) * weight;
}

FOVEA_LOOP void stretchLoop(const Stretch& in, const GreyLine line, std::uint32_t* out)
{
    for (int x = 0; x < in.count; ++x) {
        const float left = in.values[in.low[x]];
        const float right = in.values[in.low[x] + 1];
        out[x] = line.pixel(left + (right - left) * in.weight[x]);
    }
}

FOVEA_WIDE void rowWide(const float* upper, const float* lower, float weight, int count, float* row,
                        const Stretch& in, const GreyLine& line, std::uint32_t* out)
{
    mixLoop(upper, lower, weight, count, row);
    row[count] = row[count - 1];
    stretchLoop(in, line, out);
}

void rowNarrow(const float* upper, const float* lower, float weight, int count, float* row,
               const Stretch& in, const GreyLine& line, std::uint32_t* out)
{
    mixLoop(upper, lower, weight, count, row);
    row[count] = row[count - 1];
    stretchLoop(in, line, out);
}

} // namespace

template <typename Value>
AlignedRows<Value>::AlignedRows(const Value* values, const std::vector<Tap>& columns,
                                std::ptrdiff_t stride)
    : m_values(values)
    , m_stride(stride)
    , m_width(static_cast<int>(columns.size()))
{
    const auto in = std::ranges::find(columns, true, &Tap::inside);
    const auto out = std::find_if(in, columns.end(), [](const Tap& tap) { return !tap.inside; });
    m_from = static_cast<int>(in - columns.begin());
    m_to = static_cast<int>(out - columns.begin());
    if (in == out)
        return;
    // Taps rise or fall with the columns.
    const auto [first, last] = std::minmax(in->low, (out - 1)->low);
    m_first = first;
    const auto count = static_cast<std::size_t>(
        (std::max({last, in->high, (out - 1)->high}) - first) / stride + 1);
    for (auto tap = in; tap != out; ++tap) {
        m_low.push_back(static_cast<int>((tap->low - first) / stride));
        m_weight.push_back(tap->weight);
    }
    m_upper.resize(count);
    m_lower.resize(count);
    m_mixed.resize(count + 1);
}

template <typename Value>
void AlignedRows<Value>::fetch(std::ptrdiff_t row, std::vector<float>& into) const
{
    const Value* from = m_values + row + m_first;
    if (m_stride == 1) {
        std::copy_n(from, into.size(), into.begin());
        return;
    }
    for (float& value : into) {
        value = static_cast<float>(*from);
        from += m_stride;
    }
}

template <typename Value>
void AlignedRows<Value>::paint(const Tap& row, const GreyLine& line, std::uint32_t* out)
{
    std::fill(out, out + m_from, black);
    std::fill(out + m_to, out + m_width, black);
    if (m_from == m_to)
        return;
    if (m_upperRow != row.low && m_lowerRow == row.low) {
        m_upper.swap(m_lower);
        std::swap(m_upperRow, m_lowerRow);
    }
    if (m_upperRow != row.low) {
        fetch(row.low, m_upper);
        m_upperRow = row.low;
    }
    if (m_lowerRow != row.high) {
        fetch(row.high, m_lower);
        m_lowerRow = row.high;
    }
    static const bool wide = hasWideLoops();
    const Stretch stretch{m_mixed.data(), m_low.data(), m_weight.data(), m_to - m_from};
    (wide ? rowWide : rowNarrow)(m_upper.data(), m_lower.data(), row.weight,
                                 static_cast<int>(m_upper.size()), m_mixed.data(), stretch, line,
                                 out + m_from);
}

template class AlignedRows<std::int16_t>;
template class AlignedRows<float>;

} // namespace fovea
