#include "model/checkpoint/AnatomyGrouping.h"
#include "model/engine/FvlmEngine.h"
#include "model/engine/torchErrors.h"
#include "model/network/toVector.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/stack.h>

#include <algorithm>
#include <cstddef>

namespace fovea {
namespace {

RegionRelevance relevanceOf(const EncodedRegion& region, const at::Tensor& direction,
                            RelevanceMethod method)
{
    const TokenRelevance found = region.network.relevance(
        region.features, region.sample, region.anatomyIndex, region.tokens, direction, method);
    const RegionEmbedding& embedding = region.embedding;
    RegionRelevance relevance;
    relevance.anatomyId = embedding.anatomyId;
    relevance.method = method;
    relevance.target = found.target;
    relevance.bias = found.bias;
    relevance.values.assign(embedding.attention.size(), 0.0F);
    const std::vector<float> values = toVector(found.values);
    for (std::size_t i = 0; i < region.tokens.size(); ++i)
        relevance.values[static_cast<std::size_t>(region.tokens[i])] = values[i];
    relevance.tokenGrid = embedding.tokenGrid;
    relevance.tokenOriginMm = embedding.tokenOriginMm;
    relevance.tokenStepMm = embedding.tokenStepMm;
    return relevance;
}

} // namespace

Result<at::Tensor> FvlmEngine::ensemble(const std::vector<std::string>& texts)
{
    std::vector<at::Tensor> rows;
    for (const std::string& text : texts) {
        const Result<std::vector<float>> vector = embedText(text);
        if (!vector)
            return vector.error();
        rows.push_back(at::from_blob(const_cast<float*>(vector->data()),
                                     {static_cast<std::int64_t>(vector->size())}, at::kFloat)
                           .clone());
    }
    return rows.size() == 1 ? rows.front() : unitVectors(at::stack(rows).mean(0));
}

Result<at::Tensor> FvlmEngine::direction(const RelevanceRequest& request)
{
    if (network().config().anatomyIndex(request.anatomyId) < 0)
        return makeError(ErrorCode::BadOption, {request.anatomyId, "not one of the model's"});
    if (request.positive.empty())
        return makeError(ErrorCode::EmptyText);
    const Result<at::Tensor> positive = ensemble(request.positive);
    if (!positive || request.negative.empty())
        return positive;
    const Result<at::Tensor> negative = ensemble(request.negative);
    if (!negative)
        return negative;
    return *positive - *negative;
}

Result<ExplainedAnalysis> FvlmEngine::explain(const Volume& volume, const LabelMap& labels,
                                              const std::vector<RelevanceRequest>& requests,
                                              const Progress& progress)
{
    return guarded<ExplainedAnalysis>([&]() -> Result<ExplainedAnalysis> {
        std::vector<at::Tensor> directions;
        for (const RelevanceRequest& request : requests) {
            const Result<at::Tensor> found = direction(request);
            if (!found)
                return found.error();
            directions.push_back(*found);
        }
        ExplainedAnalysis explained;
        explained.relevances.resize(requests.size());
        Result<StudyAnalysis> analysis =
            analyzeVisiting(volume, labels, progress, [&](const EncodedRegion& region) {
                for (std::size_t i = 0; i < requests.size(); ++i) {
                    if (requests[i].anatomyId == region.embedding.anatomyId)
                        explained.relevances[i] =
                            relevanceOf(region, directions[i], requests[i].method);
                }
            });
        if (!analysis)
            return analysis.error();
        explained.analysis = std::move(*analysis);
        return explained;
    });
}

Result<RegionRelevance> FvlmEngine::relevance(const Volume& volume, const LabelMap& labels,
                                              const std::string& anatomyId,
                                              const std::vector<std::string>& positive,
                                              const std::vector<std::string>& negative,
                                              RelevanceMethod method, const Progress& progress)
{
    return guarded<RegionRelevance>([&]() -> Result<RegionRelevance> {
        const Result<at::Tensor> along = direction({anatomyId, positive, negative, method});
        if (!along)
            return along.error();
        // All anatomies are prepared: the crop that they share decides where the window lies.
        Result<PreparedStudy> study =
            prepareStudy(volume, labels, labelsByAnatomy(m_manifest, labels), m_manifest.preprocess,
                         progress.part(0.0, 0.15), m_encoder.imagePlace());
        if (!study)
            return study.error();
        const int wanted = network().config().anatomyIndex(anatomyId);
        std::erase_if(study->regions,
                      [&](const PreparedRegion& region) { return region.anatomyIndex != wanted; });
        if (study->regions.empty())
            return makeError(ErrorCode::NoRegion);
        RegionRelevance relevance;
        StudyAnalysis analysis;
        const std::lock_guard lock(m_mutex);
        const Status encoded = m_encoder.encode(
            volume, *study, m_manifest.preprocess, progress.part(0.15, 1.0), analysis,
            [&](const EncodedRegion& region) { relevance = relevanceOf(region, *along, method); });
        if (!encoded)
            return encoded.error();
        return relevance;
    });
}

} // namespace fovea
