#include "model/segment/SmoothLabels.h"

#include "model/preprocess/ParallelRows.h"

#include <ATen/ops/argmax.h>
#include <ATen/ops/empty.h>
#include <c10/util/Half.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fovea {
namespace {

constexpr int margin = 3; ///< Voxels of the network's grid around a class.

/// Two samples of a line and the weight of the second.
struct Tap {
    int first = 0;
    int second = 0;
    float weight = 0.0F;
};

/// Sample k of a line of `out` read from a line of `in`, of which only [low, high) is there and is
/// continued by its edges.
Tap tapAt(int k, int in, int out, int low, int high)
{
    const auto at = static_cast<float>((k + 0.5) * in / out - 0.5 - low);
    const float inside = std::clamp(at, 0.0F, static_cast<float>(high - low - 1));
    const int first = static_cast<int>(inside);
    return {low + first, std::min(low + first + 1, high - 1), inside - static_cast<float>(first)};
}

} // namespace

SmoothLabels::SmoothLabels(std::int64_t classes, const Index3& size, std::uint16_t* labels,
                           const ArrayView& view)
    : m_size(size)
    , m_labels(labels)
    , m_view(view)
    , m_logits(at::empty({classes, size[0], size[1], size[2]}, at::kHalf))
    , m_low(static_cast<std::size_t>(classes), size)
    , m_high(static_cast<std::size_t>(classes), {0, 0, 0})
{
}

Status SmoothLabels::operator()(int first, const at::Tensor& logits)
{
    at::Tensor half = m_logits.narrow(1, first, logits.size(1));
    half.copy_(logits);
    const at::Tensor won = half.to(at::kFloat).argmax(0).contiguous();
    const std::int64_t* label = won.const_data_ptr<std::int64_t>();
    for (int k = first; k < first + static_cast<int>(logits.size(1)); ++k) {
        for (int j = 0; j < m_size[1]; ++j) {
            for (int i = 0; i < m_size[2]; ++i, ++label) {
                Index3& low = m_low[static_cast<std::size_t>(*label)];
                Index3& high = m_high[static_cast<std::size_t>(*label)];
                low = {std::min(low[0], k), std::min(low[1], j), std::min(low[2], i)};
                high = {std::max(high[0], k + 1), std::max(high[1], j + 1),
                        std::max(high[2], i + 1)};
            }
        }
    }
    return Done{};
}

std::vector<SmoothLabels::Part> SmoothLabels::parts() const
{
    std::vector<Part> parts{{0, {0, 0, 0}, m_size, {0, 0, 0}, m_view.size}};
    for (std::size_t label = 1; label < m_low.size(); ++label) {
        if (m_high[label][0] == 0)
            continue;
        Part part;
        part.label = static_cast<std::int64_t>(label);
        for (std::size_t a = 0; a < 3; ++a) {
            part.low[a] = std::max(0, m_low[label][a] - margin);
            part.high[a] = std::min(m_size[a], m_high[label][a] + margin);
            const double scale = static_cast<double>(m_view.size[a]) / m_size[a];
            part.viewLow[a] = static_cast<int>(std::floor(part.low[a] * scale));
            part.viewHigh[a] =
                std::min(m_view.size[a], static_cast<int>(std::ceil(part.high[a] * scale)));
        }
        parts.push_back(part);
    }
    return parts;
}

void SmoothLabels::writePlane(const Part& part, int plane, std::vector<float>& line,
                              std::vector<float>& best) const
{
    const auto tap = [&](std::size_t axis, int k) {
        return tapAt(k, m_size[axis], m_view.size[axis], part.low[axis], part.high[axis]);
    };
    const c10::Half* const logits =
        m_logits.const_data_ptr<c10::Half>() + part.label * m_logits.stride(0);
    const auto row = [&](int k, int j) {
        return logits + (std::ptrdiff_t{k} * m_size[1] + j) * m_size[2];
    };
    const Tap z = tap(0, plane);
    for (int j = part.viewLow[1]; j < part.viewHigh[1]; ++j) {
        const Tap y = tap(1, j);
        const c10::Half* const rows[4] = {row(z.first, y.first), row(z.first, y.second),
                                          row(z.second, y.first), row(z.second, y.second)};
        const float weights[4] = {(1 - z.weight) * (1 - y.weight), (1 - z.weight) * y.weight,
                                  z.weight * (1 - y.weight), z.weight * y.weight};
        for (int i = part.low[2]; i < part.high[2]; ++i)
            line[static_cast<std::size_t>(i)] = weights[0] * static_cast<float>(rows[0][i]) +
                                                weights[1] * static_cast<float>(rows[1][i]) +
                                                weights[2] * static_cast<float>(rows[2][i]) +
                                                weights[3] * static_cast<float>(rows[3][i]);
        std::ptrdiff_t at = m_view.offset(plane, j, part.viewLow[2]);
        float* own = best.data() + std::ptrdiff_t{j} * m_view.size[2] + part.viewLow[2];
        for (int i = part.viewLow[2]; i < part.viewHigh[2]; ++i, ++own, at += m_view.stride[2]) {
            const Tap x = tap(2, i);
            const float value = (1 - x.weight) * line[static_cast<std::size_t>(x.first)] +
                                x.weight * line[static_cast<std::size_t>(x.second)];
            if (value > *own) {
                *own = static_cast<float>(static_cast<c10::Half>(value));
                m_labels[at] = static_cast<std::uint16_t>(part.label);
            }
        }
    }
}

Status SmoothLabels::write(const Progress& progress) const
{
    const std::vector<Part> all = parts();
    struct Scratch {
        std::vector<float> line;
        std::vector<float> best;
    };
    const std::size_t plane = static_cast<std::size_t>(m_view.size[1]) * m_view.size[2];
    std::vector<Scratch> scratch(
        static_cast<std::size_t>(rowThreads(m_view.size[0])),
        {std::vector<float>(static_cast<std::size_t>(m_size[2])), std::vector<float>(plane)});
    parallelRows(m_view.size[0], progress, [&](int thread, int k) {
        Scratch& own = scratch[static_cast<std::size_t>(thread)];
        std::ranges::fill(own.best, -std::numeric_limits<float>::infinity());
        for (const Part& part : all) {
            if (k >= part.viewLow[0] && k < part.viewHigh[0])
                writePlane(part, k, own.line, own.best);
        }
    });
    return progress.cancelled() ? Status(makeError(ErrorCode::Cancelled)) : Status(Done{});
}

} // namespace fovea
