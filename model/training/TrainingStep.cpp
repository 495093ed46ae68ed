#include "model/training/TrainingStep.h"

#include "model/network/RegionPooling.h"
#include "model/training/CoTeaching.h"
#include "model/training/ContrastiveLoss.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Reduction.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/binary_cross_entropy_with_logits.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>

#include <algorithm>
#include <map>
#include <string>

namespace fovea {

namespace {

using Regions = std::vector<TrainingBatch::Region>;

at::Tensor indexOf(const std::vector<std::int64_t>& values)
{
    at::Tensor index = at::empty({static_cast<std::int64_t>(values.size())}, at::kLong);
    std::ranges::copy(values, index.mutable_data_ptr<std::int64_t>());
    return index;
}

/// Unit vectors of the captions of the anatomies that count, in one pass; the same words are
/// encoded once.
std::vector<at::Tensor> captionVectors(const Fvlm& network, const TrainingBatch& batch,
                                       const std::vector<std::size_t>& counting)
{
    std::map<std::vector<std::int64_t>, std::int64_t> known;
    std::vector<std::vector<std::int64_t>> distinct;
    std::vector<std::vector<std::int64_t>> rows;
    for (const std::size_t anatomy : counting) {
        std::vector<std::int64_t>& own = rows.emplace_back();
        for (const TrainingBatch::Region& region : batch.regions[anatomy]) {
            const auto [place, fresh] =
                known.try_emplace(region.captionIds, static_cast<std::int64_t>(distinct.size()));
            if (fresh)
                distinct.push_back(region.captionIds);
            own.push_back(place->second);
        }
    }
    const at::Tensor all = network.textVectors(distinct);
    std::vector<at::Tensor> vectors;
    for (const std::vector<std::int64_t>& own : rows)
        vectors.push_back(all.index_select(0, indexOf(own)));
    return vectors;
}

at::Tensor targetsOf(const Regions& regions, const LossOptions& options)
{
    if (options.objective == Objective::Clip || options.falseNegatives == FalseNegatives::None)
        return oneHotTargets(static_cast<std::int64_t>(regions.size()));
    CaptionTargets targets;
    for (const TrainingBatch::Region& region : regions) {
        targets.captions.push_back(region.caption);
        targets.normal.push_back(region.normal);
    }
    return softTargets(targets);
}

/// What a peer says of the batch: logits [images, texts] of the anatomies that count.
std::vector<at::Tensor> peerLogits(const Fvlm& peer, const TrainingBatch& batch,
                                   const std::vector<std::size_t>& counting,
                                   const EncoderArithmetic& arithmetic)
{
    const at::NoGradGuard noGradient;
    EncoderArithmetic still = arithmetic;
    still.dropout = 0;
    const std::vector<at::Tensor> images = regionVectors(peer, batch, still);
    const std::vector<at::Tensor> texts = captionVectors(peer, batch, counting);
    std::vector<at::Tensor> logits;
    for (std::size_t n = 0; n < counting.size(); ++n)
        logits.push_back(at::matmul(unitVectors(images[counting[n]]), texts[n].transpose(0, 1)) /
                         peer.temperature());
    return logits;
}

TrainingLoss contrast(const Fvlm& network, const TrainingBatch& batch, const LossOptions& options)
{
    TrainingLoss loss;
    std::vector<std::size_t> counting;
    for (std::size_t anatomy = 0; anatomy < batch.regions.size(); ++anatomy) {
        const Regions& regions = batch.regions[anatomy];
        const bool allNormal = std::ranges::all_of(regions, &TrainingBatch::Region::normal);
        if (!regions.empty() && (options.objective == Objective::Clip || !allNormal))
            counting.push_back(anatomy);
    }
    if (counting.empty())
        return loss;
    const std::vector<at::Tensor> images = regionVectors(network, batch, options.arithmetic);
    const std::vector<at::Tensor> texts = captionVectors(network, batch, counting);
    std::vector<at::Tensor> told;
    if (options.peer != nullptr)
        told = peerLogits(*options.peer, batch, counting, options.arithmetic);
    for (std::size_t n = 0; n < counting.size(); ++n) {
        const Regions& regions = batch.regions[counting[n]];
        const at::Tensor soft = targetsOf(regions, options);
        DirectedTargets targets{soft, soft};
        if (!told.empty()) {
            std::vector<bool> normal;
            for (const TrainingBatch::Region& region : regions)
                normal.push_back(region.normal);
            targets.toText = coTaughtTargets(soft, told[n], normal, options.coTeachingWeight);
            targets.toImage =
                coTaughtTargets(soft, told[n].transpose(0, 1), normal, options.coTeachingWeight);
        }
        const at::Tensor value = contrastiveLoss(unitVectors(images[counting[n]]), texts[n],
                                                 network.temperature(), targets);
        loss.perAnatomy.emplace_back(static_cast<int>(counting[n]), value.item<double>());
        loss.total = loss.total.defined() ? loss.total + value : value;
    }
    return loss;
}

TrainingLoss classify(const Fvlm& network, const TrainingBatch& batch, const LossOptions& options)
{
    TrainingLoss loss;
    const std::vector<at::Tensor> images = regionVectors(network, batch, options.arithmetic);
    std::int64_t pairs = 0;
    for (std::size_t anatomy = 0; anatomy < batch.regions.size(); ++anatomy) {
        const Regions& regions = batch.regions[anatomy];
        const std::vector<std::int64_t> rows =
            findingsOf(options.findings, network.config().anatomies[anatomy]);
        if (regions.empty() || rows.empty())
            continue;
        const auto columns = static_cast<std::int64_t>(rows.size());
        at::Tensor present =
            at::empty({static_cast<std::int64_t>(regions.size()), columns}, at::kFloat);
        float* value = present.mutable_data_ptr<float>();
        for (const TrainingBatch::Region& region : regions) {
            for (const std::int64_t row : rows)
                *value++ =
                    std::ranges::count(region.findings,
                                       options.findings[static_cast<std::size_t>(row)].id) > 0
                        ? 1.0F
                        : 0.0F;
        }
        const at::Tensor sum = at::binary_cross_entropy_with_logits(
            findingLogits(network.parameters(), images[anatomy], rows), present, {}, {},
            at::Reduction::Sum);
        loss.perAnatomy.emplace_back(static_cast<int>(anatomy),
                                     sum.item<double>() / static_cast<double>(present.numel()));
        loss.total = loss.total.defined() ? loss.total + sum : sum;
        pairs += present.numel();
    }
    if (pairs > 0)
        loss.total = loss.total / static_cast<double>(pairs);
    return loss;
}

} // namespace

std::vector<at::Tensor> regionVectors(const Fvlm& network, const TrainingBatch& batch,
                                      const EncoderArithmetic& arithmetic)
{
    std::vector<std::vector<PooledTokens>> regions;
    for (const Regions& own : batch.regions)
        regions.emplace_back(own.begin(), own.end());
    const ImageFeatures features =
        encodeForTraining(network.config(), network.parameters(), batch.images, arithmetic);
    return poolBatch(network.config(), network.parameters(), features, regions);
}

TrainingLoss trainingLoss(const Fvlm& network, const TrainingBatch& batch,
                          const LossOptions& options)
{
    return options.objective == Objective::Supervised ? classify(network, batch, options)
                                                      : contrast(network, batch, options);
}

at::Tensor findingLogits(const ParameterMap& parameters, const at::Tensor& vectors,
                         const std::vector<std::int64_t>& rows)
{
    const at::Tensor index = indexOf(rows);
    return at::linear(vectors, parameter(parameters, FindingWeight).index_select(0, index),
                      parameter(parameters, FindingBias).index_select(0, index));
}

std::vector<std::int64_t> findingsOf(std::span<const FindingDefinition> findings,
                                     const std::string& anatomyId)
{
    std::vector<std::int64_t> rows;
    for (std::size_t n = 0; n < findings.size(); ++n) {
        if (findings[n].anatomyId == anatomyId)
            rows.push_back(static_cast<std::int64_t>(n));
    }
    return rows;
}

} // namespace fovea
