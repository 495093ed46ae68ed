#pragma once

#include "viewer/slice/GreyLine.h"
#include "viewer/slice/SliceSampling.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fovea {

/// Rows of a picture along the grid, bilinear, as pixels. Neighbouring rows of a picture mostly lie
/// between the same two rows of the grid: those are fetched once, which across the grid is one
/// cache line for every value. Keeps what it fetched; each thread has its own.
template <typename Value> class AlignedRows {
public:
    /// `columns` are taps into rows of `values` whose elements lie `stride` apart; the values must
    /// outlive this.
    AlignedRows(const Value* values, const std::vector<Tap>& columns, std::ptrdiff_t stride);

    /// Writes one pixel for each column, black outside the grid. The row is inside.
    void paint(const Tap& row, const GreyLine& line, std::uint32_t* out);

private:
    void fetch(std::ptrdiff_t row, std::vector<float>& into) const;

    const Value* m_values;
    std::ptrdiff_t m_stride;
    int m_width;
    int m_from = 0; ///< Columns inside the grid.
    int m_to = 0;
    std::ptrdiff_t m_first = 0;  ///< The first element of a row that a column looks at.
    std::vector<int> m_low;      ///< By column inside, in elements from the first.
    std::vector<float> m_weight; ///< Of the next element.
    std::vector<float> m_upper;
    std::vector<float> m_lower;
    std::vector<float> m_mixed; ///< One more than there are elements: the last has a next one.
    std::ptrdiff_t m_upperRow = -1;
    std::ptrdiff_t m_lowerRow = -1;
};

} // namespace fovea
