#include "model/segment/resamplePlanes.h"

#include "model/preprocess/ParallelRows.h"

#include <algorithm>
#include <limits>
#include <new>

namespace fovea {
namespace {

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
};

Range rangeOf(const std::vector<double>& values)
{
    const auto [low, high] = std::ranges::minmax_element(values);
    return {*low, *high};
}

void clip(double* values, std::size_t count, const Range& range)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = std::clamp(values[i], range.low, range.high);
}

/// What one thread works in.
struct Scratch {
    Scratch(const AxisSampling& rows, const AxisSampling& columns)
        : plane(rows, columns)
        , in(static_cast<std::size_t>(rows.in()) * static_cast<std::size_t>(columns.in()))
        , other(in.size())
        , out(static_cast<std::size_t>(rows.out()) * static_cast<std::size_t>(columns.out()))
    {
    }

    PlaneResampling plane;
    std::vector<double> in;
    std::vector<double> other;
    std::vector<double> out;
};

class Resampler {
public:
    Resampler(const AxisSampling& planes, const AxisSampling& rows, const AxisSampling& columns,
              Overshoot overshoot, const std::function<void(int, double*)>& readPlane,
              const std::function<void(int, const double*)>& writePlane)
        : m_planes(planes)
        , m_overshoot(overshoot)
        , m_readPlane(readPlane)
        , m_writePlane(writePlane)
        , m_planeSize(static_cast<std::size_t>(rows.out()) *
                      static_cast<std::size_t>(columns.out()))
    {
        const int threads = rowThreads(std::max(planes.in(), planes.out()));
        for (int t = 0; t < threads; ++t)
            m_scratch.emplace_back(rows, columns);
    }

    Status run(const Progress& progress)
    {
        const bool across = m_planes.order() == 3 && !m_planes.identity();
        // A volume's range is not known before all of it was read.
        return across || m_overshoot == Overshoot::ClipToAll ? stored(progress) : direct(progress);
    }

private:
    /// Each output plane from the one or two input planes that it needs.
    Status direct(const Progress& progress)
    {
        const auto work = [&](int thread, int k) {
            Scratch& s = m_scratch[static_cast<std::size_t>(thread)];
            const AxisSampling::Tap& tap = m_planes.taps()[static_cast<std::size_t>(k)];
            if (m_planes.identity()) {
                m_readPlane(k, s.in.data());
            } else {
                m_readPlane(tap.index[0], s.in.data());
                if (tap.count == 2 && tap.weight[1] != 0.0) {
                    m_readPlane(tap.index[1], s.other.data());
                    for (std::size_t i = 0; i < s.in.size(); ++i)
                        s.in[i] = tap.weight[0] * s.in[i] + tap.weight[1] * s.other[i];
                }
            }
            s.plane.run(s.in.data(), s.out.data());
            if (m_overshoot == Overshoot::ClipToPlane)
                clip(s.out.data(), s.out.size(), rangeOf(s.in));
            m_writePlane(k, s.out.data());
        };
        if (!parallelRows(m_planes.out(), progress, work))
            return makeError(ErrorCode::Cancelled);
        return Done{};
    }

    Status stored(const Progress& progress)
    {
        const bool cubic = m_planes.order() == 3 && !m_planes.identity();
        const auto pad = static_cast<std::size_t>(cubic ? m_planes.padding() : 0);
        const auto in = static_cast<std::size_t>(m_planes.in());
        std::vector<double> all((in + 2 * pad) * m_planeSize);
        std::vector<Range> ranges(m_scratch.size());
        const auto planeAt = [&](std::size_t p) { return all.data() + p * m_planeSize; };

        const auto inPlane = [&](int thread, int p) {
            Scratch& s = m_scratch[static_cast<std::size_t>(thread)];
            m_readPlane(p, s.in.data());
            Range& range = ranges[static_cast<std::size_t>(thread)];
            const Range here = rangeOf(s.in);
            range = {std::min(range.low, here.low), std::max(range.high, here.high)};
            s.plane.run(s.in.data(), planeAt(static_cast<std::size_t>(p) + pad));
        };
        if (!parallelRows(m_planes.in(), progress.part(0.0, 0.6), inPlane))
            return makeError(ErrorCode::Cancelled);
        Range range;
        for (const Range& r : ranges)
            range = {std::min(range.low, r.low), std::max(range.high, r.high)};

        for (std::size_t p = 0; p < pad; ++p) {
            std::copy_n(planeAt(pad), m_planeSize, planeAt(p));
            std::copy_n(planeAt(pad + in - 1), m_planeSize, planeAt(pad + in + p));
        }
        if (cubic) {
            // Few lines at a time, so that a step of the recursion stays in the cache.
            constexpr std::size_t lines = 256;
            const auto blocks = static_cast<int>((m_planeSize + lines - 1) / lines);
            const auto filter = [&](int, int block) {
                const std::size_t from = static_cast<std::size_t>(block) * lines;
                m_planes.filter(all.data() + from, m_planeSize,
                                std::min(lines, m_planeSize - from));
            };
            if (!parallelRows(blocks, progress.part(0.6, 0.8), filter))
                return makeError(ErrorCode::Cancelled);
        }
        const auto output = [&](int thread, int k) {
            std::vector<double>& out = m_scratch[static_cast<std::size_t>(thread)].out;
            if (m_planes.identity()) {
                std::copy_n(planeAt(static_cast<std::size_t>(k)), m_planeSize, out.data());
            } else {
                const AxisSampling::Tap& tap = m_planes.taps()[static_cast<std::size_t>(k)];
                std::ranges::fill(out, 0.0);
                for (int n = 0; n < tap.count; ++n) {
                    const double* const from = planeAt(static_cast<std::size_t>(tap.index[n]));
                    for (std::size_t i = 0; i < m_planeSize; ++i)
                        out[i] += tap.weight[n] * from[i];
                }
            }
            if (m_overshoot == Overshoot::ClipToAll)
                clip(out.data(), out.size(), range);
            m_writePlane(k, out.data());
        };
        if (!parallelRows(m_planes.out(), progress.part(0.8, 1.0), output))
            return makeError(ErrorCode::Cancelled);
        return Done{};
    }

    const AxisSampling& m_planes;
    Overshoot m_overshoot;
    const std::function<void(int, double*)>& m_readPlane;
    const std::function<void(int, const double*)>& m_writePlane;
    std::size_t m_planeSize;
    std::vector<Scratch> m_scratch;
};

} // namespace

Status resamplePlanes(const AxisSampling& planes, const AxisSampling& rows,
                      const AxisSampling& columns, Overshoot overshoot,
                      const std::function<void(int plane, double* values)>& readPlane,
                      const std::function<void(int plane, const double* values)>& writePlane,
                      const Progress& progress)
{
    try {
        return Resampler(planes, rows, columns, overshoot, readPlane, writePlane).run(progress);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"resampled volume"});
    }
}

} // namespace fovea
