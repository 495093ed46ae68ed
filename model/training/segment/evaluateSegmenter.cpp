#include "model/training/segment/evaluateSegmenter.h"

#include "model/engine/CpuSetup.h"
#include "model/engine/torchErrors.h"
#include "model/evaluate/LabelOverlap.h"
#include "model/segment/SegmentationModel.h"
#include "model/segment/segmentVolume.h"
#include "model/training/segment/SegmenterRecipe.h"

#include <algorithm>
#include <chrono>

namespace fovea {

namespace {

LabelMapPtr mapOf(const ImageGeometry& geometry, std::vector<std::uint16_t> labels)
{
    return LabelMap::create(geometry, std::move(labels), {});
}

/// What the network should have said.
LabelMapPtr truthOf(const LabelledStudy& study, const SegmenterRecipe& recipe)
{
    const std::vector<std::uint8_t> learnt = learntLabels(recipe, *study.labels);
    std::vector<std::uint16_t> labels(study.labels->labels().size());
    std::ranges::transform(study.labels->labels(), labels.begin(),
                           [&](std::uint16_t label) { return learnt[label]; });
    return mapOf(study.labels->geometry(), std::move(labels));
}

void count(const LabelOverlap& overlap, SegmenterEvaluation& evaluation)
{
    SegmenterEvaluation::OfStructure& one = evaluation.structures[overlap.label - 1U];
    one.lowest = one.studies == 0 ? overlap.dice() : std::min(one.lowest, overlap.dice());
    one.dice += overlap.dice();
    ++one.studies;
}

void average(SegmenterEvaluation& evaluation)
{
    double sum = 0;
    std::size_t counted = 0;
    for (SegmenterEvaluation::OfStructure& one : evaluation.structures) {
        if (one.studies == 0)
            continue;
        one.dice /= static_cast<double>(one.studies);
        sum += one.dice;
        ++counted;
    }
    evaluation.meanDice = counted > 0 ? sum / static_cast<double>(counted) : 0;
}

} // namespace

Result<SegmenterEvaluation> evaluateSegmenter(const std::filesystem::path& modelFolder,
                                              const std::filesystem::path& recipePath,
                                              const StudySource& studies, const Progress& progress)
{
    prepareCpuForInference();
    const Result<SegmenterRecipe> recipe = readSegmenterRecipe(recipePath);
    if (!recipe)
        return recipe.error();
    return guarded<SegmenterEvaluation>([&]() -> Result<SegmenterEvaluation> {
        const Result<SegmentationModel> model = readSegmentationModel(modelFolder, {}, {});
        if (!model)
            return model.error();
        if (model->config.labels != recipe->config.labels)
            return makeError(ErrorCode::BadOption,
                             {"recipe", "the network's structures are others"});
        SegmenterEvaluation evaluation;
        for (const SegmentationLabel& label : model->config.labels)
            evaluation.structures.push_back({label.name, 0, 0, 0});
        for (std::size_t n = 0; n < studies.count; ++n) {
            const Result<LabelledStudy> study = studies.load(n);
            if (!study)
                return study.error();
            const auto total = static_cast<double>(studies.count);
            const auto begin = std::chrono::steady_clock::now();
            Result<std::vector<std::uint16_t>> labels = segmentVolume(
                *model, *study->volume, {},
                progress.part(static_cast<double>(n) / total, static_cast<double>(n + 1) / total));
            if (!labels)
                return labels.error();
            evaluation.seconds +=
                std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            const LabelMapPtr found = mapOf(study->volume->geometry(), std::move(*labels));
            for (const LabelOverlap& overlap : labelOverlaps(*found, *truthOf(*study, *recipe)))
                count(overlap, evaluation);
            ++evaluation.studies;
        }
        average(evaluation);
        return evaluation;
    });
}

} // namespace fovea
