#pragma once

#include <array>
#include <cstddef>
#include <vector>

// Standard C++ only.

namespace fovea {

/// Python's round(): to the nearest integer, halves to the even one. For |value| < 2^31.
int roundHalfEven(double value);

/// How one axis of `in` samples is brought to `out` samples by splines of order 0, 1 or 3, in
/// double precision, as SciPy's ndimage and scikit-image do with the edge continued outside.
class AxisSampling {
public:
    /// scipy.ndimage.zoom(mode="nearest"): sample k is read at k (in - 1) / (out - 1), so that end
    /// points coincide.
    static AxisSampling zoom(int in, int out, int order);
    /// skimage.transform.resize(mode="edge", anti_aliasing=False): sample k is read at
    /// (k + ½) in / out - ½.
    static AxisSampling resize(int in, int out, int order);

    /// One output sample: the sum of `count` samples with weights. Indices are into the line as
    /// filtered() has it, with `padding()` samples before the first.
    struct Tap {
        std::array<int, 4> index{};
        std::array<double, 4> weight{};
        int count = 0;
    };

    int in() const { return m_in; }
    int out() const { return static_cast<int>(m_taps.size()); }
    int order() const { return m_order; }
    /// Whether output is input, sample by sample.
    bool identity() const { return m_identity; }
    /// Copies of the edge that a line needs on either side before filter(): 12 for order 3.
    int padding() const;
    int paddedLength() const { return m_in + 2 * padding(); }
    const std::vector<Tap>& taps() const { return m_taps; }

    /// Turns padded samples into spline coefficients in place: `count` lines side by side, sample s
    /// of line l at data[s * stride + l]. Nothing to do for orders below 3.
    void filter(double* data, std::size_t stride, std::size_t count) const;

private:
    AxisSampling(int in, int order, const std::vector<double>& coordinates);

    int m_in = 0;
    int m_order = 0;
    bool m_identity = false;
    std::vector<Tap> m_taps;
};

/// A plane of `rows.in()` × `columns.in()` samples brought to `rows.out()` × `columns.out()`.
/// One per thread: it has scratch memory.
class PlaneResampling {
public:
    PlaneResampling(const AxisSampling& rows, const AxisSampling& columns);

    /// Row-major, contiguous; `to` may not overlap `from`.
    void run(const double* from, double* to);

private:
    const AxisSampling& m_rows;
    const AxisSampling& m_columns;
    std::vector<double> m_line;   ///< One row, padded.
    std::vector<double> m_middle; ///< Rows of the input, padded, by columns of the output.
};

} // namespace fovea
