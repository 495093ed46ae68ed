#include "model/training/TrainingStep.h"

#include "model/preprocess/RegionWindow.h"
#include "model/training/Captions.h"
#include "model/training/ContrastiveLoss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/split.h>
#include <ATen/ops/stack.h>

#include <algorithm>
#include <map>

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

// One split for all: pooling each sample out of the whole batch would make the backward pass write
// a batch of zeros for every region.
std::vector<ImageFeatures> perSample(const ImageFeatures& features)
{
    std::vector<ImageFeatures> samples(static_cast<std::size_t>(features.levels.front().size(0)));
    for (const at::Tensor& level : features.levels) {
        const std::vector<at::Tensor> rows = at::split(level, 1, 0);
        for (std::size_t n = 0; n < rows.size(); ++n)
            samples[n].levels.push_back(rows[n]);
    }
    for (ImageFeatures& sample : samples)
        sample.grid = features.grid;
    return samples;
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
    const std::vector<ImageFeatures> samples = perSample(network.encodeImage(batch.images));
    for (std::size_t anatomy = 0; anatomy < batch.regions.size(); ++anatomy) {
        const std::vector<TrainingBatch::Region>& regions = batch.regions[anatomy];
        if (std::ranges::all_of(regions, &TrainingBatch::Region::normal))
            continue;
        std::vector<at::Tensor> imageVectors;
        CaptionTargets targets;
        // The same words are encoded once.
        std::map<std::vector<std::int64_t>, std::int64_t> rows;
        std::vector<std::vector<std::int64_t>> distinct;
        at::Tensor row = at::empty({static_cast<std::int64_t>(regions.size())}, at::kLong);
        std::int64_t* rowOf = row.mutable_data_ptr<std::int64_t>();
        for (const TrainingBatch::Region& region : regions) {
            const ImageFeatures& features = samples[static_cast<std::size_t>(region.sample)];
            imageVectors.push_back(
                network.pool(features, 0, static_cast<int>(anatomy), region.tokens).vector);
            targets.captions.push_back(region.caption);
            targets.normal.push_back(region.normal);
            const auto [known, fresh] =
                rows.try_emplace(region.captionIds, static_cast<std::int64_t>(distinct.size()));
            if (fresh)
                distinct.push_back(region.captionIds);
            *rowOf++ = known->second;
        }
        const at::Tensor textVectors = network.textVectors(distinct).index_select(0, row);
        const at::Tensor value = contrastiveLoss(at::stack(imageVectors), textVectors,
                                                 network.temperature(), softTargets(targets));
        loss.perAnatomy.emplace_back(static_cast<int>(anatomy), value.item<double>());
        loss.total = loss.total.defined() ? loss.total + value : value;
    }
    return loss;
}

} // namespace fovea
