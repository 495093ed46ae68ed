#include "model/segment/SlidingWindow.h"

#include "model/segment/AxisSampling.h"
#include "model/segment/segmentPatch.h"

#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/div.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/flip.h>
#include <ATen/ops/zeros.h>
#include <c10/util/Half.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fovea {
namespace {

/// Planes that are divided, and handed on, at a time.
constexpr std::int64_t planesAtOnce = 8;

/// The sums of one patch's depth of planes, over the whole of H and W.
class Sums {
public:
    Sums(std::int64_t classes, std::int64_t depth, std::int64_t height, std::int64_t width,
         at::ScalarType type)
        : m_logits(at::zeros({classes, depth, height, width}, type))
        , m_weights(at::zeros({depth, height, width}, type))
    {
    }

    void add(const at::Tensor& logits, const at::Tensor& weights, std::int64_t h, std::int64_t w)
    {
        const auto height = logits.size(2);
        const auto width = logits.size(3);
        m_logits.narrow(2, h, height).narrow(3, w, width).add_(logits);
        if (weights.defined())
            m_weights.narrow(1, h, height).narrow(2, w, width).add_(weights);
    }

    /// Averages of planes [from, from + count), fp32.
    at::Tensor averages(std::int64_t from, std::int64_t count, double folds) const
    {
        at::Tensor mean =
            at::div(m_logits.narrow(1, from, count), m_weights.narrow(0, from, count));
        mean = mean.to(at::kFloat);
        if (folds > 1.0)
            mean.div_(folds);
        return mean.contiguous();
    }

    /// Forgets the first planes and moves the others to the front.
    void advance(std::int64_t planes)
    {
        shift(m_logits, planes);
        shift(m_weights.unsqueeze(0), planes);
    }

private:
    static void shift(const at::Tensor& sums, std::int64_t planes)
    {
        const std::int64_t depth = sums.size(1);
        const auto plane = static_cast<std::size_t>(sums.stride(1)) * sums.element_size();
        auto* const data = static_cast<char*>(sums.mutable_data_ptr());
        for (std::int64_t c = 0; c < sums.size(0); ++c) {
            char* const first = data + static_cast<std::size_t>(c * depth) * plane;
            const std::size_t kept = static_cast<std::size_t>(depth - planes) * plane;
            std::memmove(first, first + static_cast<std::size_t>(planes) * plane, kept);
            std::memset(first + kept, 0, static_cast<std::size_t>(planes) * plane);
        }
    }

    at::Tensor m_logits;
    at::Tensor m_weights;
};

class Slider {
public:
    Slider(const SegmentationConfig& config, std::span<const ParameterMap> folds,
           const at::Tensor& image, const SlidingWindowOptions& options, const LogitsSink& sink,
           const Progress& progress)
        : m_config(config)
        , m_folds(folds)
        , m_options(options)
        , m_sink(sink)
        , m_progress(progress)
        , m_weights(gaussianWeights(config.patch))
    {
        for (int axes = 0; axes < 1 << options.mirrorAxes.size(); ++axes) {
            std::vector<std::int64_t> flips;
            for (std::size_t n = 0; n < options.mirrorAxes.size(); ++n) {
                if (axes >> n & 1)
                    flips.push_back(options.mirrorAxes[n] + 2);
            }
            m_flips.push_back(std::move(flips));
        }
        for (std::size_t a = 0; a < 3; ++a) {
            const auto axis = static_cast<std::int64_t>(a);
            m_size[a] = image.size(axis);
            const std::int64_t missing = std::max<std::int64_t>(0, config.patch[a] - m_size[a]);
            m_before[a] = missing / 2;
            m_padded[a] = m_size[a] + missing;
            m_starts[a] =
                windowStarts(static_cast<int>(m_padded[a]), config.patch[a], options.step);
        }
        const auto after = [&](std::size_t a) { return m_padded[a] - m_size[a] - m_before[a]; };
        m_image = image;
        if (m_padded != m_size) // padding by nothing would copy
            m_image = at::constant_pad_nd(
                image, {m_before[2], after(2), m_before[1], after(1), m_before[0], after(0)});
    }

    Status run()
    {
        Sums sums(m_config.classes, m_config.patch[0], m_padded[1], m_padded[2],
                  m_options.halfSums ? at::kHalf : at::kFloat);
        const std::vector<int>& depths = m_starts[0];
        for (std::size_t n = 0; n < depths.size(); ++n) {
            for (const int h : m_starts[1]) {
                for (const int w : m_starts[2]) {
                    if (Status status = window(depths[n], h, w, sums); !status)
                        return status;
                }
            }
            const std::int64_t next = n + 1 < depths.size() ? depths[n + 1] : m_padded[0];
            if (Status status = emit(sums, depths[n], next); !status)
                return status;
            if (n + 1 < depths.size())
                sums.advance(next - depths[n]);
        }
        return Done{};
    }

private:
    Status window(int d, int h, int w, Sums& sums)
    {
        const at::Tensor patch = m_image.narrow(0, d, m_config.patch[0])
                                     .narrow(1, h, m_config.patch[1])
                                     .narrow(2, w, m_config.patch[2])
                                     .contiguous()
                                     .unsqueeze(0)
                                     .unsqueeze(0);
        bool first = true;
        for (const ParameterMap& parameters : m_folds) {
            at::Tensor logits;
            for (const std::vector<std::int64_t>& flips : m_flips) {
                if (m_progress.cancelled())
                    return makeError(ErrorCode::Cancelled);
                if (flips.empty()) {
                    logits = segmentPatch(m_config, parameters, patch);
                } else {
                    logits.add_(at::flip(segmentPatch(m_config, parameters, at::flip(patch, flips)),
                                         flips));
                }
                report();
            }
            if (m_flips.size() > 1)
                logits.div_(static_cast<double>(m_flips.size()));
            logits.mul_(m_weights);
            sums.add(logits.squeeze(0), first ? m_weights : at::Tensor(), h, w);
            first = false;
        }
        return Done{};
    }

    void report()
    {
        const std::size_t all = m_starts[0].size() * m_starts[1].size() * m_starts[2].size() *
                                m_folds.size() * m_flips.size();
        m_progress.report(static_cast<double>(++m_done) / static_cast<double>(all));
    }

    /// Planes [from, to) of the padded image, whose sums begin at `from`.
    Status emit(const Sums& sums, std::int64_t from, std::int64_t to)
    {
        const std::int64_t low = std::max(from, m_before[0]);
        const std::int64_t high = std::min(to, m_before[0] + m_size[0]);
        for (std::int64_t plane = low; plane < high; plane += planesAtOnce) {
            const std::int64_t count = std::min(planesAtOnce, high - plane);
            const at::Tensor logits =
                sums.averages(plane - from, count, static_cast<double>(m_folds.size()))
                    .narrow(2, m_before[1], m_size[1])
                    .narrow(3, m_before[2], m_size[2])
                    .contiguous();
            if (Status status = m_sink(static_cast<int>(plane - m_before[0]), logits); !status)
                return status;
        }
        return Done{};
    }

    const SegmentationConfig& m_config;
    std::span<const ParameterMap> m_folds;
    const SlidingWindowOptions& m_options;
    const LogitsSink& m_sink;
    const Progress& m_progress;
    at::Tensor m_weights;
    at::Tensor m_image;                             ///< Padded.
    std::vector<std::vector<std::int64_t>> m_flips; ///< Of [N, C, D, H, W]; the first is none.
    std::array<std::int64_t, 3> m_size{};
    std::array<std::int64_t, 3> m_before{};
    std::array<std::int64_t, 3> m_padded{};
    std::array<std::vector<int>, 3> m_starts;
    std::size_t m_done = 0;
};

} // namespace

std::vector<int> windowStarts(int length, int patch, double step)
{
    const auto count = static_cast<int>(std::ceil((length - patch) / (patch * step))) + 1;
    if (count == 1)
        return {0};
    const double distance = static_cast<double>(length - patch) / (count - 1);
    std::vector<int> starts;
    for (int i = 0; i < count; ++i)
        starts.push_back(roundHalfEven(distance * i));
    return starts;
}

at::Tensor gaussianWeights(const Index3& patch)
{
    at::Tensor weights = at::empty({patch[0], patch[1], patch[2]}, at::kFloat);
    auto* const data = weights.mutable_data_ptr<float>();
    const auto square = [&](int i, int axis) {
        const double z = (i - patch[axis] / 2) / (patch[axis] / 8.0);
        return z * z;
    };
    std::size_t at = 0;
    float smallest = 10.0F;
    for (int d = 0; d < patch[0]; ++d) {
        for (int h = 0; h < patch[1]; ++h) {
            const double rest = square(d, 0) + square(h, 1);
            for (int w = 0; w < patch[2]; ++w) {
                const auto exact =
                    static_cast<float>(10.0 * std::exp(-0.5 * (rest + square(w, 2))));
                const auto value = static_cast<float>(static_cast<c10::Half>(exact));
                if (value > 0.0F)
                    smallest = std::min(smallest, value);
                data[at++] = value;
            }
        }
    }
    std::replace(data, data + at, 0.0F, smallest);
    return weights;
}

Status slideWindow(const SegmentationConfig& config, std::span<const ParameterMap> folds,
                   const at::Tensor& image, const SlidingWindowOptions& options,
                   const LogitsSink& sink, const Progress& progress)
{
    return Slider(config, folds, image, options, sink, progress).run();
}

} // namespace fovea
