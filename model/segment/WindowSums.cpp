#include "model/segment/WindowSums.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/div.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cstring>

namespace fovea {
namespace {

constexpr std::int64_t chunkVoxels = 1024; ///< Their logits stay in a core's cache.

/// sums += seen · weights, [D, H, W, values], where `sums` is a part of larger planes.
void addWeighted(at::Tensor sums, const at::Tensor& seen, const at::Tensor& weights)
{
    const std::int64_t height = seen.size(1);
    const std::int64_t width = seen.size(2);
    const std::int64_t values = seen.size(3);
    const float* const from = seen.const_data_ptr<float>();
    const float* const weight = weights.const_data_ptr<float>();
    auto* const to = sums.mutable_data_ptr<float>();
    at::parallel_for(0, seen.size(0) * height, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row) {
            float* sum = to + row / height * sums.stride(0) + row % height * sums.stride(1);
            const float* x = from + row * width * values;
            for (std::int64_t w = 0; w < width; ++w, x += values, sum += values) {
                const float factor = weight[row * width + w];
                for (std::int64_t v = 0; v < values; ++v)
                    sum[v] += x[v] * factor;
            }
        }
    });
}

void shift(const at::Tensor& sums, std::int64_t planes)
{
    const auto plane = static_cast<std::size_t>(sums.stride(0)) * sums.element_size();
    auto* const data = static_cast<char*>(sums.mutable_data_ptr());
    const std::size_t kept = static_cast<std::size_t>(sums.size(0) - planes) * plane;
    std::memmove(data, data + static_cast<std::size_t>(planes) * plane, kept);
    std::memset(data + kept, 0, static_cast<std::size_t>(planes) * plane);
}

} // namespace

bool WindowSums::addsFeatures(const SegmentationConfig& config, std::size_t folds, bool half)
{
    return !half && folds * static_cast<std::size_t>(config.features.front()) <=
                        static_cast<std::size_t>(config.classes);
}

std::uint64_t WindowSums::bytes(const SegmentationConfig& config, std::size_t folds,
                                std::int64_t height, std::int64_t width, bool half)
{
    const std::uint64_t values = addsFeatures(config, folds, half)
                                     ? folds * static_cast<std::uint64_t>(config.features.front())
                                     : static_cast<std::uint64_t>(config.classes);
    const auto voxels = static_cast<std::uint64_t>(config.patch[0] * height * width);
    return (values + 1) * voxels * (half ? sizeof(at::Half) : sizeof(float));
}

WindowSums::WindowSums(const SegmentationConfig& config, std::span<const ParameterMap> folds,
                       const at::Tensor& windowWeights, std::int64_t height, std::int64_t width,
                       bool half, const WindowPlace& place)
    : m_config(config)
    , m_features(addsFeatures(config, folds.size(), half))
    , m_windowWeights(windowWeights)
{
    const at::ScalarType type = half ? at::kHalf : at::kFloat;
    const std::int64_t depth = config.patch[0];
    for (const ParameterMap& parameters : folds)
        m_folds.emplace_back(config, parameters, place);
    for (std::size_t n = 0; n < (m_features ? folds.size() : 1); ++n)
        m_sums.push_back(at::zeros(
            {depth, height, width, m_features ? config.features.front() : config.classes}, type));
    m_weights = at::zeros({depth, height, width}, type);
}

bool WindowSums::moveToCpu()
{
    return std::ranges::all_of(m_folds, [](WindowNetwork& fold) { return fold.moveToCpu(); });
}

at::Tensor WindowSums::see(std::size_t fold, const at::Tensor& patches) const
{
    const WindowNetwork& network = m_folds[fold];
    at::Tensor features = network.features(patches);
    if (m_features)
        return features;
    return at::addmm(network.headBias(), features.view({-1, features.size(4)}),
                     network.headWeight())
        .view(
            {patches.size(0), patches.size(1), patches.size(2), patches.size(3), m_config.classes});
}

void WindowSums::add(std::size_t fold, const at::Tensor& seen, std::int64_t h, std::int64_t w)
{
    const std::int64_t height = seen.size(1);
    const std::int64_t width = seen.size(2);
    const at::Tensor sums = m_sums[m_features ? fold : 0].narrow(1, h, height).narrow(2, w, width);
    if (sums.scalar_type() == at::kFloat)
        addWeighted(sums, seen, m_windowWeights);
    else
        sums.add_(seen * m_windowWeights.unsqueeze(3));
    if (fold == 0)
        m_weights.narrow(1, h, height).narrow(2, w, width).add_(m_windowWeights);
}

void WindowSums::advance(std::int64_t planes)
{
    for (const at::Tensor& sums : m_sums)
        shift(sums, planes);
    shift(m_weights, planes);
}

at::Tensor WindowSums::logitsOf(const at::Tensor& sums, const at::Tensor& weights,
                                std::size_t fold) const
{
    const at::Tensor mean =
        at::div(sums, weights.unsqueeze(2)).to(at::kFloat).view({-1, sums.size(2)}).t();
    if (!m_features)
        return mean.contiguous();
    return at::addmm(m_folds[fold].headBias().unsqueeze(1), m_folds[fold].headWeight().t(), mean);
}

void WindowSums::visit(const Box& box, const RowsSink& sink) const
{
    const std::int64_t rowsAtOnce =
        std::clamp<std::int64_t>(chunkVoxels / box.columns, 1, box.rows);
    const std::int64_t chunks = (box.rows + rowsAtOnce - 1) / rowsAtOnce;
    const auto part = [&](const at::Tensor& of, std::int64_t plane, std::int64_t row,
                          std::int64_t rows) {
        return of.select(0, box.plane + plane)
            .narrow(0, box.row + row, rows)
            .narrow(1, box.column, box.columns);
    };
    at::parallel_for(0, box.planes * chunks, 1, [&](std::int64_t begin, std::int64_t end) {
        const c10::InferenceMode inference;
        for (std::int64_t n = begin; n < end; ++n) {
            const std::int64_t plane = n / chunks;
            const std::int64_t row = n % chunks * rowsAtOnce;
            const std::int64_t rows = std::min(rowsAtOnce, box.rows - row);
            const at::Tensor weights = part(m_weights, plane, row, rows);
            at::Tensor logits = logitsOf(part(m_sums.front(), plane, row, rows), weights, 0);
            for (std::size_t fold = 1; fold < m_sums.size(); ++fold)
                logits.add_(logitsOf(part(m_sums[fold], plane, row, rows), weights, fold));
            if (m_folds.size() > 1)
                logits.div_(static_cast<double>(m_folds.size()));
            sink(plane, row, rows, logits);
        }
    });
}

} // namespace fovea
