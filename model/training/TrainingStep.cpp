#include "model/training/TrainingStep.h"

#include "model/network/RegionPooling.h"
#include "model/training/CoTeaching.h"
#include "model/training/ContrastiveLoss.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Reduction.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/binary_cross_entropy_with_logits.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/log_sigmoid.h>
#include <ATen/ops/matmul.h>

#include <algorithm>
#include <map>
#include <string>

namespace fovea {

namespace {

using Regions = std::vector<TrainingBatch::Region>;

/// How much two sentences on the same finding, there in both, are each other's positives.
constexpr double SameFinding = 0.5;

at::Tensor indexOf(const std::vector<std::int64_t>& values)
{
    at::Tensor index = at::empty({static_cast<std::int64_t>(values.size())}, at::kLong);
    std::ranges::copy(values, index.mutable_data_ptr<std::int64_t>());
    return index;
}

/// Images and texts of an anatomy that are held against each other: row n of both belongs together.
struct Contest {
    int anatomy = 0;
    std::vector<std::int64_t> rows; ///< Of the anatomy's vectors; empty: all.
    std::vector<const std::vector<std::int64_t>*> captionIds;
    CaptionTargets targets;
    /// Sentences with their side exchanged, and which of `captionIds` each was.
    std::vector<const std::vector<std::int64_t>*> otherSideIds;
    std::vector<std::int64_t> sided;
};

Contest contestOf(int anatomy, const Regions& regions)
{
    Contest contest;
    contest.anatomy = anatomy;
    for (const TrainingBatch::Region& region : regions) {
        contest.captionIds.push_back(&region.captionIds);
        contest.targets.captions.push_back(region.caption);
        contest.targets.normal.push_back(region.normal);
    }
    return contest;
}

Contest contestOf(const TrainingBatch::Topic& topic)
{
    Contest contest;
    contest.anatomy = static_cast<int>(topic.anatomy);
    contest.targets.abnormalPairs = SameFinding;
    for (const TrainingBatch::Topic::Sentence& sentence : topic.sentences) {
        if (!sentence.otherSideIds.empty()) {
            contest.sided.push_back(static_cast<std::int64_t>(contest.rows.size()));
            contest.otherSideIds.push_back(&sentence.otherSideIds);
        }
        contest.rows.push_back(static_cast<std::int64_t>(sentence.region));
        contest.captionIds.push_back(&sentence.captionIds);
        contest.targets.captions.push_back(sentence.caption);
        contest.targets.normal.push_back(!sentence.present);
    }
    return contest;
}

/// Those from which there is something to learn. With Fvlm nothing is learnt where all is normal.
std::vector<Contest> contestsOf(const TrainingBatch& batch, Objective objective)
{
    std::vector<Contest> contests;
    const auto add = [&](Contest contest) {
        const bool allNormal =
            std::ranges::all_of(contest.targets.normal, [](bool normal) { return normal; });
        if (!contest.captionIds.empty() && (objective == Objective::Clip || !allNormal))
            contests.push_back(std::move(contest));
    };
    for (const TrainingBatch::Topic& topic : batch.topics)
        add(contestOf(topic));
    if (batch.topics.empty()) {
        for (std::size_t anatomy = 0; anatomy < batch.regions.size(); ++anatomy)
            add(contestOf(static_cast<int>(anatomy), batch.regions[anatomy]));
    }
    return contests;
}

struct CaptionVectors {
    at::Tensor captions;
    at::Tensor otherSides; ///< Undefined where there are none.
};

/// Unit vectors of the contests' captions, in one pass; the same words are encoded once.
std::vector<CaptionVectors> captionVectors(const TextVectors& textVectors,
                                           const std::vector<Contest>& contests, bool otherSides)
{
    std::map<std::vector<std::int64_t>, std::int64_t> known;
    std::vector<std::vector<std::int64_t>> distinct;
    std::vector<std::vector<std::int64_t>> rows;
    for (const Contest& contest : contests) {
        const auto add = [&](const std::vector<const std::vector<std::int64_t>*>& sentences) {
            std::vector<std::int64_t>& own = rows.emplace_back();
            for (const std::vector<std::int64_t>* ids : sentences) {
                const auto [place, fresh] =
                    known.try_emplace(*ids, static_cast<std::int64_t>(distinct.size()));
                if (fresh)
                    distinct.push_back(*ids);
                own.push_back(place->second);
            }
        };
        add(contest.captionIds);
        if (otherSides)
            add(contest.otherSideIds);
        else
            rows.emplace_back();
    }
    const at::Tensor all = textVectors(distinct);
    std::vector<CaptionVectors> vectors;
    for (std::size_t n = 0; n < rows.size(); n += 2) {
        CaptionVectors& own = vectors.emplace_back();
        own.captions = all.index_select(0, indexOf(rows[n]));
        if (!rows[n + 1].empty())
            own.otherSides = all.index_select(0, indexOf(rows[n + 1]));
    }
    return vectors;
}

/// Unit vectors of the contests' images, from the anatomies' vectors.
std::vector<at::Tensor> imageVectors(const std::vector<at::Tensor>& regions,
                                     const std::vector<Contest>& contests)
{
    std::vector<at::Tensor> vectors;
    for (const Contest& contest : contests) {
        const at::Tensor& all = regions[static_cast<std::size_t>(contest.anatomy)];
        vectors.push_back(
            unitVectors(contest.rows.empty() ? all : all.index_select(0, indexOf(contest.rows))));
    }
    return vectors;
}

at::Tensor targetsOf(const Contest& contest, const LossOptions& options)
{
    if (options.objective == Objective::Clip || options.falseNegatives == FalseNegatives::None)
        return oneHotTargets(static_cast<std::int64_t>(contest.captionIds.size()));
    return softTargets(contest.targets);
}

TextVectors textsOf(const Fvlm& network)
{
    return [&network](const std::vector<std::vector<std::int64_t>>& sequences) {
        return network.textVectors(sequences);
    };
}

SeenBatch seenBy(const Fvlm& network, const TrainingBatch& batch,
                 const EncoderArithmetic& arithmetic)
{
    return {regionVectors(network, batch, arithmetic), textsOf(network), network.temperature()};
}

/// What a peer says of the batch: logits [images, texts] of each contest.
std::vector<at::Tensor> logitsOf(const SeenBatch& peer, const std::vector<Contest>& contests)
{
    const at::NoGradGuard noGradient;
    const std::vector<at::Tensor> images = imageVectors(peer.regions, contests);
    const std::vector<CaptionVectors> texts = captionVectors(peer.texts, contests, false);
    std::vector<at::Tensor> logits;
    for (std::size_t n = 0; n < contests.size(); ++n)
        logits.push_back(at::matmul(images[n], texts[n].captions.transpose(0, 1)) /
                         peer.temperature);
    return logits;
}

/// LossOptions::sideContrast without its weight; undefined where no sentence names a side.
at::Tensor sideLoss(const at::Tensor& temperature, const std::vector<Contest>& contests,
                    const std::vector<at::Tensor>& images, const std::vector<CaptionVectors>& texts)
{
    std::vector<at::Tensor> all;
    for (std::size_t n = 0; n < contests.size(); ++n) {
        if (!texts[n].otherSides.defined())
            continue;
        const at::Tensor index = indexOf(contests[n].sided);
        const at::Tensor difference =
            texts[n].captions.index_select(0, index) - texts[n].otherSides;
        const at::Tensor margin =
            (images[n].index_select(0, index) * difference).sum(-1) / temperature;
        all.push_back(at::log_sigmoid(margin).neg());
    }
    return all.empty() ? at::Tensor() : at::cat(all).mean();
}

/// The contests' losses, summed; with topics those of an anatomy are reported as their mean.
TrainingLoss contrast(const std::vector<Contest>& contests, const SeenBatch& seen,
                      const std::vector<at::Tensor>& told, const LossOptions& options)
{
    TrainingLoss loss;
    loss.contests = static_cast<int>(contests.size());
    const std::vector<at::Tensor> images = imageVectors(seen.regions, contests);
    const std::vector<CaptionVectors> texts =
        captionVectors(seen.texts, contests, options.sideContrast > 0);
    std::map<int, std::pair<double, int>> perAnatomy;
    for (std::size_t n = 0; n < contests.size(); ++n) {
        const at::Tensor soft = targetsOf(contests[n], options);
        DirectedTargets targets{soft, soft};
        if (!told.empty()) {
            const std::vector<bool>& normal = contests[n].targets.normal;
            targets.toText = coTaughtTargets(soft, told[n], normal, options.coTeachingWeight);
            targets.toImage =
                coTaughtTargets(soft, told[n].transpose(0, 1), normal, options.coTeachingWeight);
        }
        const at::Tensor value =
            contrastiveLoss(images[n], texts[n].captions, seen.temperature, targets);
        auto& [sum, count] = perAnatomy[contests[n].anatomy];
        sum += value.item<double>();
        ++count;
        loss.total = loss.total.defined() ? loss.total + value : value;
    }
    for (const auto& [anatomy, own] : perAnatomy)
        loss.perAnatomy.emplace_back(anatomy, own.first / own.second);
    if (options.sideContrast > 0) {
        const at::Tensor sides = sideLoss(seen.temperature, contests, images, texts);
        if (sides.defined())
            loss.total = loss.total + sides * options.sideContrast;
    }
    return loss;
}

TrainingLoss contrast(const Fvlm& network, const TrainingBatch& batch, const LossOptions& options)
{
    const std::vector<Contest> contests = contestsOf(batch, options.objective);
    if (contests.empty())
        return {};
    const SeenBatch seen = seenBy(network, batch, options.arithmetic);
    std::vector<at::Tensor> told;
    if (options.peer != nullptr) {
        const at::NoGradGuard noGradient;
        EncoderArithmetic still = options.arithmetic;
        still.dropout = 0;
        told = logitsOf(seenBy(*options.peer, batch, still), contests);
    }
    return contrast(contests, seen, told, options);
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

TrainingLoss contrastOf(const TrainingBatch& batch, const SeenBatch& seen,
                        const LossOptions& options, const SeenBatch* peer)
{
    const std::vector<Contest> contests = contestsOf(batch, options.objective);
    if (contests.empty())
        return {};
    return contrast(contests, seen,
                    peer == nullptr ? std::vector<at::Tensor>() : logitsOf(*peer, contests),
                    options);
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
