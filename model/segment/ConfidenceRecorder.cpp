#include "model/segment/ConfidenceRecorder.h"

#include <ATen/ATen.h>

#include <cmath>
#include <numbers>
#include <utility>

namespace fovea {

ConfidenceRecorder::Plane ConfidenceRecorder::look(const at::Tensor& logits)
{
    const at::Tensor flat = logits.reshape({logits.size(0), -1});
    const auto [best, label] = flat.max(0);
    const auto count = static_cast<std::size_t>(label.numel());
    Plane plane;
    plane.labels.assign(label.const_data_ptr<std::int64_t>(),
                        label.const_data_ptr<std::int64_t>() + count);
    plane.entropy.assign(count, 0.0F);
    // Most of a plane is background, whose probabilities nobody asks for.
    const at::Tensor voxels = label.nonzero().squeeze(1);
    if (voxels.numel() == 0)
        return plane;
    const at::Tensor shifted = flat.index_select(1, voxels) - best.index_select(0, voxels);
    const at::Tensor weights = shifted.exp();
    const at::Tensor sum = weights.sum(0);
    const at::Tensor probability = sum.reciprocal().contiguous();
    // -sum p ln p, with p = w / sum and ln p = shifted - ln sum. A class of no weight adds nothing,
    // also where its logit is so low that the product would not be a number.
    const at::Tensor inner = (weights * shifted.clamp_min(-1e4)).sum(0) * probability;
    const at::Tensor entropy = ((sum.log() - inner) / std::numbers::ln2).contiguous();
    const std::int64_t* const at = voxels.const_data_ptr<std::int64_t>();
    for (std::int64_t v = 0; v < voxels.numel(); ++v) {
        const auto i = static_cast<std::size_t>(at[v]);
        plane.entropy[i] = entropy.const_data_ptr<float>()[v];
        Sums& sums = m_sums[plane.labels[i]];
        ++sums.voxels;
        sums.probability += probability.const_data_ptr<float>()[v];
    }
    return plane;
}

void ConfidenceRecorder::addRim(const Plane& below, const Plane& plane, const Plane& above)
{
    const std::size_t count = plane.labels.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t label = plane.labels[i];
        if (label == 0)
            continue;
        const std::size_t column = i % m_width;
        const bool rim = (column > 0 && plane.labels[i - 1] != label) ||
                         (column + 1 < m_width && plane.labels[i + 1] != label) ||
                         (i >= m_width && plane.labels[i - m_width] != label) ||
                         (i + m_width < count && plane.labels[i + m_width] != label) ||
                         (!below.labels.empty() && below.labels[i] != label) ||
                         (!above.labels.empty() && above.labels[i] != label);
        if (!rim)
            continue;
        Sums& sums = m_sums[label];
        ++sums.rimVoxels;
        sums.rimEntropy += plane.entropy[i];
    }
}

Status ConfidenceRecorder::operator()(int /*first*/, const at::Tensor& logits)
{
    m_width = static_cast<std::size_t>(logits.size(3));
    for (std::int64_t p = 0; p < logits.size(1); ++p) {
        Plane plane = look(logits.select(1, p));
        if (!m_last.labels.empty())
            addRim(m_before, m_last, plane);
        m_before = std::exchange(m_last, std::move(plane));
    }
    return Done{};
}

std::vector<StructureConfidence> ConfidenceRecorder::finish()
{
    if (!m_last.labels.empty())
        addRim(m_before, m_last, {});
    m_before = {};
    m_last = {};
    std::vector<StructureConfidence> made;
    for (const auto& [label, sums] : m_sums) {
        const auto mean = [](double sum, std::size_t n) {
            return n == 0 ? 0.0 : sum / static_cast<double>(n);
        };
        made.push_back({static_cast<std::uint16_t>(label + m_offset),
                        mean(sums.probability, sums.voxels),
                        mean(sums.rimEntropy, sums.rimVoxels)});
    }
    return made;
}

LogitsSink recorded(ConfidenceRecorder* recorder, LogitsSink sink)
{
    if (!recorder)
        return sink;
    return [recorder, sink = std::move(sink)](int first, const at::Tensor& logits) -> Status {
        if (Status status = (*recorder)(first, logits); !status)
            return status;
        return sink(first, logits);
    };
}

} // namespace fovea
