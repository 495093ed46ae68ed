#include "model/segment/LabelPlanes.h"

#include "model/preprocess/ParallelRows.h"
#include "model/segment/SegmentationInput.h"

#include <c10/util/Half.h>

#include <algorithm>
#include <array>
#include <limits>

namespace fovea {
namespace {

constexpr float lowest = -std::numeric_limits<float>::infinity();

} // namespace

AxisSampling logitsAxis(const SegmentationConfig& config, const Index3& size, const ArrayView& view,
                        std::size_t axis)
{
    const auto separate =
        separateAxis(config.probabilityResampling, config.spacingMm, view.spacingMm);
    const bool nearest = separate == static_cast<int>(axis);
    return AxisSampling::resize(size[axis], view.size[axis],
                                nearest ? config.probabilityResampling.orderZ
                                        : config.probabilityResampling.order);
}

void labelsBack(const std::uint16_t* from, const Index3& size, const ArrayView& to,
                std::uint16_t* labels)
{
    std::array<std::vector<std::size_t>, 3> nearest;
    for (std::size_t a = 0; a < 3; ++a) {
        const AxisSampling axis = AxisSampling::zoom(size[a], to.size[a], 0);
        for (const AxisSampling::Tap& tap : axis.taps())
            nearest[a].push_back(static_cast<std::size_t>(tap.index[0]));
    }
    for (int k = 0; k < to.size[0]; ++k) {
        for (int j = 0; j < to.size[1]; ++j) {
            const std::uint16_t* const row =
                from + (nearest[0][static_cast<std::size_t>(k)] * size[1] +
                        nearest[1][static_cast<std::size_t>(j)]) *
                           size[2];
            std::ptrdiff_t at = to.offset(k, j, 0);
            for (const std::size_t i : nearest[2]) {
                labels[at] = row[i];
                at += to.stride[2];
            }
        }
    }
}

LabelsInPlace::LabelsInPlace(std::uint16_t* labels, const ArrayView& view, int offset)
    : m_labels(labels)
    , m_view(view)
    , m_offset(offset)
{
}

Status LabelsInPlace::operator()(int first, int planes, const std::uint16_t* labels)
{
    for (int p = 0; p < planes; ++p) {
        for (int b = 0; b < m_view.size[1]; ++b) {
            std::ptrdiff_t at = m_view.offset(first + p, b, 0);
            for (int c = 0; c < m_view.size[2]; ++c, ++labels, at += m_view.stride[2]) {
                if (*labels != 0)
                    m_labels[at] = static_cast<std::uint16_t>(*labels + m_offset);
            }
        }
    }
    return Done{};
}

LabelsFromResampledLogits::LabelsFromResampledLogits(const SegmentationConfig& config,
                                                     const Index3& size, bool half,
                                                     std::uint16_t* labels, const ArrayView& view)
    : m_planes(logitsAxis(config, size, view, 0))
    , m_rows(logitsAxis(config, size, view, 1))
    , m_columns(logitsAxis(config, size, view, 2))
    , m_half(half)
    , m_labels(labels)
    , m_view(view)
{
}

Status LabelsFromResampledLogits::operator()(int first, const at::Tensor& logits)
{
    if (m_held.empty())
        m_firstHeld = first;
    for (std::int64_t p = 0; p < logits.size(1); ++p)
        m_held.push_back(logits.select(1, p).contiguous());
    const int end = m_firstHeld + static_cast<int>(m_held.size());

    const auto needs = [&](int k) -> const AxisSampling::Tap& {
        return m_planes.taps()[static_cast<std::size_t>(k)];
    };
    const auto last = [&](int k) { return needs(k).index[needs(k).count - 1]; };
    int ready = m_next;
    while (ready < m_planes.out() && last(ready) < end)
        ++ready;

    struct Scratch {
        PlaneResampling resampling;
        std::vector<double> in;
        std::vector<double> out;
        std::vector<float> best;
    };
    const auto inSize = static_cast<std::size_t>(m_rows.in()) * m_columns.in();
    const auto outSize = static_cast<std::size_t>(m_rows.out()) * m_columns.out();
    std::vector<Scratch> scratch;
    for (int t = 0; t < rowThreads(ready - m_next); ++t)
        scratch.push_back({PlaneResampling(m_rows, m_columns), std::vector<double>(inSize),
                           std::vector<double>(outSize), std::vector<float>(outSize)});
    parallelRows(ready - m_next, Progress{}, [&](int thread, int row) {
        Scratch& s = scratch[static_cast<std::size_t>(thread)];
        writePlane(m_next + row, s.resampling, s.in, s.out, s.best);
    });
    m_next = ready;
    while (!m_held.empty() && (m_next == m_planes.out() || needs(m_next).index[0] > m_firstHeld)) {
        m_held.pop_front();
        ++m_firstHeld;
    }
    return Done{};
}

void LabelsFromResampledLogits::writePlane(int plane, PlaneResampling& resampling,
                                           std::vector<double>& in, std::vector<double>& out,
                                           std::vector<float>& best) const
{
    const AxisSampling::Tap& tap = m_planes.taps()[static_cast<std::size_t>(plane)];
    const auto held = [&](int n) -> const at::Tensor& {
        return m_held[static_cast<std::size_t>(tap.index[n] - m_firstHeld)];
    };
    std::ranges::fill(best, lowest);
    const std::int64_t classes = held(0).size(0);
    for (std::int64_t c = 0; c < classes; ++c) {
        const auto offset = static_cast<std::size_t>(c) * in.size();
        const float* const low = held(0).const_data_ptr<float>() + offset;
        const float* const high = held(tap.count - 1).const_data_ptr<float>() + offset;
        const double weight = tap.count == 2 ? tap.weight[1] : 0.0;
        for (std::size_t i = 0; i < in.size(); ++i)
            in[i] = (1.0 - weight) * low[i] + weight * high[i];
        resampling.run(in.data(), out.data());
        std::size_t i = 0;
        for (int b = 0; b < m_view.size[1]; ++b) {
            std::ptrdiff_t at = m_view.offset(plane, b, 0);
            for (int w = 0; w < m_view.size[2]; ++w, ++i, at += m_view.stride[2]) {
                auto value = static_cast<float>(out[i]);
                if (m_half)
                    value = static_cast<float>(static_cast<c10::Half>(value));
                if (value > best[i]) {
                    best[i] = value;
                    m_labels[at] = static_cast<std::uint16_t>(c);
                }
            }
        }
    }
}

} // namespace fovea
