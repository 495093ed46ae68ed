#include "model/tuning/PromptPairLoss.h"

#include "model/network/RegionPooling.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/log_sigmoid.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/stack.h>

#include <algorithm>

namespace fovea {

PromptPairLoss::PromptPairLoss(const std::vector<FindingDefinition>& findings,
                               const std::vector<std::string>& anatomyIds,
                               const std::vector<TrainingCase>& cases, const WordPiece& words,
                               std::size_t maxTokens)
{
    for (const FindingDefinition& finding : findings) {
        Count& count = m_counts.emplace_back(Count{finding.anatomyId, finding.id, 0, 0});
        const auto known = std::ranges::find(anatomyIds, finding.anatomyId);
        if (known == anatomyIds.end())
            continue;
        Asked asked;
        asked.id = finding.id;
        asked.anatomy = static_cast<std::size_t>(known - anatomyIds.begin());
        for (const TrainingCase& one : cases) {
            for (const TrainingCase::Region& region : one.regions) {
                if (region.anatomyIndex != static_cast<int>(asked.anatomy))
                    continue;
                if (const std::optional<bool> present = region.has(finding.id))
                    ++(*present ? count.positives : count.negatives);
            }
        }
        if (count.positives == 0 || count.negatives == 0)
            continue;
        const auto all = static_cast<double>(count.positives + count.negatives);
        asked.positiveWeight = all / (2.0 * static_cast<double>(count.positives));
        asked.negativeWeight = all / (2.0 * static_cast<double>(count.negatives));
        for (const std::string& text : finding.positive)
            asked.positive.push_back(words.encode(text, maxTokens));
        for (const std::string& text : finding.negative)
            asked.negative.push_back(words.encode(text, maxTokens));
        m_asked.push_back(std::move(asked));
    }
}

at::Tensor PromptPairLoss::operator()(const TrainingBatch& batch,
                                      const std::vector<at::Tensor>& regions,
                                      const TextVectors& texts, const at::Tensor& temperature) const
{
    std::vector<at::Tensor> losses;
    for (const Asked& asked : m_asked) {
        const std::vector<TrainingBatch::Region>& own = batch.regions[asked.anatomy];
        std::vector<float> signs;
        std::vector<float> weights;
        bool any = false;
        for (const TrainingBatch::Region& region : own) {
            const TrainingCase& one = *batch.cases[static_cast<std::size_t>(region.sample)];
            const auto said = std::ranges::find(one.regions, static_cast<int>(asked.anatomy),
                                                &TrainingCase::Region::anatomyIndex);
            const std::optional<bool> present = said->has(asked.id);
            signs.push_back(present.value_or(false) ? 1.0F : -1.0F);
            weights.push_back(!present ? 0.0F
                                       : static_cast<float>(*present ? asked.positiveWeight
                                                                     : asked.negativeWeight));
            any = any || present.has_value();
        }
        if (!any)
            continue;
        const auto rows = static_cast<std::int64_t>(own.size());
        at::Tensor sign = at::empty({rows}, at::kFloat);
        at::Tensor weight = at::empty({rows}, at::kFloat);
        std::ranges::copy(signs, sign.mutable_data_ptr<float>());
        std::ranges::copy(weights, weight.mutable_data_ptr<float>());
        const at::Tensor direction =
            unitVectors(texts(asked.positive).mean(0)) - unitVectors(texts(asked.negative).mean(0));
        const at::Tensor margin =
            at::matmul(unitVectors(regions[asked.anatomy]), direction) / temperature;
        losses.push_back((at::log_sigmoid(margin * sign).neg() * weight).mean());
    }
    return losses.empty() ? at::Tensor() : at::stack(losses).mean();
}

} // namespace fovea
