#include "model/segment/SlidingWindow.h"

#include "model/engine/Batches.h"
#include "model/segment/AxisSampling.h"
#include "model/segment/WindowSums.h"

#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/flip.h>
#include <ATen/ops/stack.h>
#include <c10/util/Half.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fovea {
namespace {

/// Of the planes that are handed on at a time.
constexpr std::int64_t mostLogits = std::int64_t{1} << 24;

/// Takes planes [from, from + box.planes) of the image, which the sums hold in that box.
using SumsSink =
    std::function<Status(std::int64_t from, const WindowSums& sums, const WindowSums::Box& box)>;

void writeLargest(const at::Tensor& logits, std::uint16_t* labels)
{
    const std::int64_t voxels = logits.numel() / logits.size(0);
    const float* from = logits.const_data_ptr<float>();
    std::vector<float> best(from, from + voxels);
    std::fill_n(labels, voxels, std::uint16_t{0});
    for (std::int64_t c = 1; c < logits.size(0); ++c) {
        from += voxels;
        for (std::int64_t v = 0; v < voxels; ++v) {
            const bool more = from[v] > best[static_cast<std::size_t>(v)];
            best[static_cast<std::size_t>(v)] = more ? from[v] : best[static_cast<std::size_t>(v)];
            labels[v] = more ? static_cast<std::uint16_t>(c) : labels[v];
        }
    }
}

class Slider {
public:
    Slider(const SegmentationConfig& config, std::span<const ParameterMap> folds,
           const at::Tensor& image, const SlidingWindowOptions& options, const SumsSink& sink,
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
                    flips.push_back(1 + options.mirrorAxes[n]);
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
        WindowSums sums(m_config, m_folds, m_weights, m_padded[1], m_padded[2], m_options.halfSums,
                        m_options.place);
        const std::vector<int>& depths = m_starts[0];
        for (std::size_t n = 0; n < depths.size(); ++n) {
            if (Status status = windowsAt(depths[n], sums); !status)
                return status;
            const std::int64_t next = n + 1 < depths.size() ? depths[n + 1] : m_padded[0];
            if (Status status = emit(sums, depths[n], next); !status)
                return status;
            if (n + 1 < depths.size())
                sums.advance(next - depths[n]);
        }
        return Done{};
    }

private:
    struct Place {
        int h = 0;
        int w = 0;
    };

    /// Every window that begins at plane d, fold by fold.
    Status windowsAt(int d, WindowSums& sums)
    {
        std::vector<Place> places;
        for (const int h : m_starts[1]) {
            for (const int w : m_starts[2])
                places.push_back({h, w});
        }
        for (std::size_t fold = 0; fold < m_folds.size(); ++fold) {
            std::size_t done = 0;
            while (done < places.size()) {
                const std::span<const Place> left = std::span(places).subspan(done);
                std::size_t fitted = 1;
                const BatchOutcome outcome =
                    runBatches(left.size(), sums.takesBatches() ? m_largestBatch : 1,
                               [&](std::size_t first, std::size_t last) {
                                   const bool on =
                                       windows(fold, d, left.subspan(first, last - first), sums);
                                   fitted = std::max(fitted, last - first);
                                   return on;
                               });
                if (outcome.stopped)
                    return makeError(ErrorCode::Cancelled);
                done += outcome.done;
                if (outcome.shrunk)
                    m_largestBatch = fitted;
                if (done < places.size() && !sums.moveToCpu())
                    return makeError(ErrorCode::OutOfMemory, {"network"});
            }
        }
        return Done{};
    }

    /// False when cancelled. Nothing is added where it throws.
    bool windows(std::size_t fold, int d, std::span<const Place> places, WindowSums& sums)
    {
        std::vector<at::Tensor> cut;
        for (const Place& place : places)
            cut.push_back(m_image.narrow(0, d, m_config.patch[0])
                              .narrow(1, place.h, m_config.patch[1])
                              .narrow(2, place.w, m_config.patch[2]));
        const at::Tensor patches = at::stack(cut);
        at::Tensor seen;
        for (const std::vector<std::int64_t>& flips : m_flips) {
            if (m_progress.cancelled())
                return false;
            if (flips.empty())
                seen = sums.see(fold, patches);
            else
                seen.add_(at::flip(sums.see(fold, at::flip(patches, flips)), flips));
        }
        if (m_flips.size() > 1)
            seen.div_(static_cast<double>(m_flips.size()));
        for (std::size_t n = 0; n < places.size(); ++n)
            sums.add(fold, seen.select(0, static_cast<std::int64_t>(n)), places[n].h, places[n].w);
        m_done += places.size();
        report();
        return true;
    }

    void report()
    {
        const std::size_t all =
            m_starts[0].size() * m_starts[1].size() * m_starts[2].size() * m_folds.size();
        m_progress.report(static_cast<double>(m_done) / static_cast<double>(all));
    }

    /// Planes [from, to) of the padded image, whose sums begin at `from`.
    Status emit(const WindowSums& sums, std::int64_t from, std::int64_t to)
    {
        const std::int64_t low = std::max(from, m_before[0]);
        const std::int64_t high = std::min(to, m_before[0] + m_size[0]);
        if (low >= high)
            return Done{};
        return m_sink(low - m_before[0], sums,
                      {low - from, high - low, m_before[1], m_size[1], m_before[2], m_size[2]});
    }

    const SegmentationConfig& m_config;
    std::span<const ParameterMap> m_folds;
    const SlidingWindowOptions& m_options;
    const SumsSink& m_sink;
    const Progress& m_progress;
    at::Tensor m_weights;
    at::Tensor m_image;                             ///< Padded.
    std::vector<std::vector<std::int64_t>> m_flips; ///< Of [N, D, H, W]; the first is none.
    std::array<std::int64_t, 3> m_size{};
    std::array<std::int64_t, 3> m_before{};
    std::array<std::int64_t, 3> m_padded{};
    std::array<std::vector<int>, 3> m_starts;
    std::size_t m_done = 0;
    std::size_t m_largestBatch = std::numeric_limits<std::size_t>::max();
};

} // namespace

std::vector<std::uint16_t> largestLogits(const at::Tensor& logits)
{
    std::vector<std::uint16_t> labels(static_cast<std::size_t>(logits.numel() / logits.size(0)));
    writeLargest(logits, labels.data());
    return labels;
}

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
    const auto takeSums = [&](std::int64_t from, const WindowSums& sums,
                              const WindowSums::Box& box) -> Status {
        const std::int64_t plane = box.rows * box.columns;
        const std::int64_t atOnce =
            std::max<std::int64_t>(1, mostLogits / (plane * config.classes));
        for (std::int64_t p = 0; p < box.planes; p += atOnce) {
            WindowSums::Box part = box;
            part.plane += p;
            part.planes = std::min(atOnce, box.planes - p);
            const at::Tensor logits =
                at::empty({config.classes, part.planes, box.rows, box.columns}, at::kFloat);
            auto* const to = logits.mutable_data_ptr<float>();
            sums.visit(part, [&](std::int64_t inPart, std::int64_t row, std::int64_t,
                                 const at::Tensor& rowLogits) {
                const float* from = rowLogits.const_data_ptr<float>();
                const std::int64_t voxels = rowLogits.size(1);
                for (std::int64_t c = 0; c < config.classes; ++c, from += voxels)
                    std::copy_n(from, voxels,
                                to + (c * part.planes + inPart) * plane + row * box.columns);
            });
            if (Status status = sink(static_cast<int>(from + p), logits); !status)
                return status;
        }
        return Done{};
    };
    return Slider(config, folds, image, options, takeSums, progress).run();
}

Status slideLabels(const SegmentationConfig& config, std::span<const ParameterMap> folds,
                   const at::Tensor& image, const SlidingWindowOptions& options,
                   const LabelsSink& sink, const Progress& progress)
{
    std::vector<std::uint16_t> labels;
    const auto takeSums = [&](std::int64_t from, const WindowSums& sums,
                              const WindowSums::Box& box) -> Status {
        const std::int64_t plane = box.rows * box.columns;
        labels.assign(static_cast<std::size_t>(box.planes * plane), 0);
        sums.visit(box,
                   [&](std::int64_t p, std::int64_t row, std::int64_t, const at::Tensor& logits) {
                       writeLargest(logits, labels.data() + p * plane + row * box.columns);
                   });
        return sink(static_cast<int>(from), static_cast<int>(box.planes), labels.data());
    };
    return Slider(config, folds, image, options, takeSums, progress).run();
}

} // namespace fovea
