#include "model/training/TrainingStep.h"

#include "model/network/RegionPooling.h"
#include "model/preprocess/RegionWindow.h"
#include "model/training/Captions.h"
#include "model/training/ContrastiveLoss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace fovea {

namespace {

bool touchesFace(const PreparedRegion& box, const RegionWindow& window)
{
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (box.low[axis] <= window.start[axis] ||
            box.high[axis] >= window.start[axis] + window.size[axis] - 1)
            return true;
    }
    return false;
}

/// Vectors of the regions of every anatomy, [regions, embedding] each: poolRegion() for the whole
/// batch at once. Keys and values are made once for all anatomies, and tokens outside a region are
/// masked instead of left out, so that every step multiplies the same shapes; region by region the
/// backward pass took several times longer.
std::vector<at::Tensor> poolBatch(const Fvlm& network, const TrainingBatch& batch)
{
    const NetworkConfig& config = network.config();
    const ParameterMap& parameters = network.parameters();
    const ImageFeatures features = network.encodeImage(batch.images);
    const std::int64_t samples = batch.images.size(0);
    const std::int64_t tokens = features.levels.front().size(1);
    const auto levels = static_cast<std::int64_t>(features.levels.size());
    const auto anatomies = static_cast<std::int64_t>(batch.regions.size());
    const std::int64_t hidden = config.hidden, heads = config.poolingHeads, size = hidden / heads;

    at::Tensor outside = at::full({samples, 1, anatomies, tokens}, -1e9, at::kFloat);
    float* mask = outside.mutable_data_ptr<float>();
    for (std::int64_t a = 0; a < anatomies; ++a) {
        for (const TrainingBatch::Region& region : batch.regions[static_cast<std::size_t>(a)]) {
            for (const std::int64_t token : region.tokens)
                mask[(region.sample * anatomies + a) * tokens + token] = 0.0F;
        }
    }
    const at::Tensor weight = parameter(parameters, "attention.in_proj_weight");
    const at::Tensor bias = parameter(parameters, "attention.in_proj_bias");
    const auto project = [&](const at::Tensor& x, std::int64_t part) {
        return at::linear(x, weight.slice(0, part * hidden, (part + 1) * hidden),
                          bias.slice(0, part * hidden, (part + 1) * hidden))
            .reshape({x.size(0), x.size(1), heads, size})
            .transpose(1, 2); // [rows, heads, tokens, size]
    };
    const at::Tensor all = at::cat(features.levels, 1);
    const at::Tensor query = project(parameter(parameters, "query_tokens").unsqueeze(0), 0);
    const at::Tensor scores =
        at::matmul(query / std::sqrt(static_cast<double>(size)), project(all, 1).transpose(2, 3));
    const at::Tensor weights = at::softmax(scores + outside.repeat({1, 1, 1, levels}), -1);
    const at::Tensor mixed =
        at::matmul(weights, project(all, 2)).transpose(1, 2).reshape({samples, anatomies, hidden});
    const at::Tensor pooled = at::linear(mixed, parameter(parameters, "attention.out_proj.weight"),
                                         parameter(parameters, "attention.out_proj.bias"));

    std::vector<at::Tensor> vectors(batch.regions.size());
    for (std::size_t a = 0; a < batch.regions.size(); ++a) {
        const std::vector<TrainingBatch::Region>& regions = batch.regions[a];
        at::Tensor rows = at::empty({static_cast<std::int64_t>(regions.size())}, at::kLong);
        std::ranges::transform(regions, rows.mutable_data_ptr<std::int64_t>(),
                               &TrainingBatch::Region::sample);
        const std::string head = "vision_projs." + std::to_string(a);
        vectors[a] = unitVectors(at::linear(
            pooled.select(1, static_cast<std::int64_t>(a)).index_select(0, rows),
            parameter(parameters, head + ".weight"), parameter(parameters, head + ".bias")));
    }
    return vectors;
}

} // namespace

TrainingBatch makeBatch(std::span<const TrainingCase* const> cases, const BatchOptions& options,
                        const WordPiece& words, std::size_t maxTokens, std::mt19937_64& random)
{
    TrainingBatch batch;
    batch.regions.resize(options.anatomyIds.size());
    const auto [depth, height, width] = options.crop;
    batch.images =
        at::empty({static_cast<std::int64_t>(cases.size()), 1, depth, height, width}, at::kFloat);
    float* image = batch.images.mutable_data_ptr<float>();
    for (std::size_t sample = 0; sample < cases.size(); ++sample) {
        const PreparedStudy study = cases[sample]->restore();
        Index3 start;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const int room = std::max(0, study.size[axis] - options.crop[axis]);
            start[axis] = static_cast<int>(random() % static_cast<std::uint64_t>(room + 1));
        }
        const RegionWindow window = windowAt(study, start, options.crop, options.patch);
        const std::vector<float> pixels = cutImage(study, window);
        image = std::ranges::copy(pixels, image).out;
        for (const TrainingCase::Region& said : cases[sample]->regions) {
            const auto anatomy = static_cast<std::size_t>(said.anatomyIndex);
            const PreparedRegion* box = cases[sample]->box(said.anatomyIndex);
            if (box == nullptr || touchesFace(*box, window))
                continue;
            TrainingBatch::Region region;
            region.sample = static_cast<std::int64_t>(sample);
            region.tokens = regionTokens(study, window, said.anatomyIndex, options.patch);
            const bool reorder = !said.normal && options.sentenceDropout > 0;
            const Caption caption = makeCaption(
                options.anatomyIds[anatomy],
                reorder ? shuffleSentences(said.text, options.sentenceDropout, random) : said.text,
                said.normal);
            region.caption = caption.whole;
            region.captionIds = words.encode(caption.spoken, maxTokens);
            region.normal = caption.normal;
            batch.regions[anatomy].push_back(std::move(region));
        }
    }
    return batch;
}

TrainingLoss trainingLoss(const Fvlm& network, const TrainingBatch& batch)
{
    TrainingLoss loss;
    const std::vector<at::Tensor> imageVectors = poolBatch(network, batch);
    for (std::size_t anatomy = 0; anatomy < batch.regions.size(); ++anatomy) {
        const std::vector<TrainingBatch::Region>& regions = batch.regions[anatomy];
        if (std::ranges::all_of(regions, &TrainingBatch::Region::normal))
            continue;
        CaptionTargets targets;
        // The same words are encoded once.
        std::map<std::vector<std::int64_t>, std::int64_t> rows;
        std::vector<std::vector<std::int64_t>> distinct;
        at::Tensor row = at::empty({static_cast<std::int64_t>(regions.size())}, at::kLong);
        std::int64_t* rowOf = row.mutable_data_ptr<std::int64_t>();
        for (const TrainingBatch::Region& region : regions) {
            targets.captions.push_back(region.caption);
            targets.normal.push_back(region.normal);
            const auto [known, fresh] =
                rows.try_emplace(region.captionIds, static_cast<std::int64_t>(distinct.size()));
            if (fresh)
                distinct.push_back(region.captionIds);
            *rowOf++ = known->second;
        }
        const at::Tensor textVectors = network.textVectors(distinct).index_select(0, row);
        const at::Tensor value = contrastiveLoss(imageVectors[anatomy], textVectors,
                                                 network.temperature(), softTargets(targets));
        loss.perAnatomy.emplace_back(static_cast<int>(anatomy), value.item<double>());
        loss.total = loss.total.defined() ? loss.total + value : value;
    }
    return loss;
}

} // namespace fovea
