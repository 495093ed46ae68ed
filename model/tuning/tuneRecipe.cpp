#include "model/tuning/tuneRecipe.h"

#include <algorithm>

namespace fovea {

namespace {

/// Rules of thumb for 20 to 200 studies; `fovea-cli tune compare` shows what they are worth.
struct WayNumbers {
    std::int64_t steps;
    std::int64_t leastEpochs;
    int batch;
    double learningRate;
    int validations; ///< In a whole tuning, about.
};

WayNumbers numbersOf(TuneWay way)
{
    switch (way) {
    case TuneWay::Lora:
        return {200, 4, 12, 1e-3, 10};
    case TuneWay::All:
        return {200, 4, 12, 2e-4, 10};
    default:
        return {600, 10, 32, 2e-3, 40};
    }
}

bool saysFindings(const std::vector<TrainingCase>& cases)
{
    return std::ranges::any_of(cases, [](const TrainingCase& one) {
        return std::ranges::any_of(one.regions, [](const TrainingCase::Region& region) {
            return std::ranges::any_of(region.statements, &FindingStatement::present);
        });
    });
}

} // namespace

Recipe tuneRecipe(const ModelManifest& manifest, const TuneOptions& options,
                  std::size_t trainingStudies)
{
    const WayNumbers numbers = numbersOf(options.way);
    Recipe recipe;
    recipe.name = manifest.name;
    recipe.licence = manifest.licence;
    recipe.provenance = manifest.provenance;
    recipe.demo = manifest.demo;
    recipe.network = manifest.network;
    recipe.preprocess = manifest.preprocess;
    recipe.findings = manifest.findings;
    recipe.batch = options.batch.value_or(numbers.batch);
    const std::int64_t perEpoch = std::max<std::int64_t>(
        1, (static_cast<std::int64_t>(trainingStudies) + recipe.batch - 1) / recipe.batch);
    recipe.epochs = options.epochs.value_or(
        static_cast<int>(std::max(numbers.leastEpochs, (numbers.steps + perEpoch - 1) / perEpoch)));
    recipe.validateEvery = std::max(1, recipe.epochs / numbers.validations);
    recipe.patience = options.patience;
    recipe.learningRate = options.learningRate.value_or(numbers.learningRate);
    recipe.firstLearningRate = recipe.learningRate / 20;
    recipe.lastLearningRate = recipe.learningRate / 20;
    recipe.warmupSteps = std::max<std::int64_t>(1, perEpoch * recipe.epochs / 10);
    recipe.weightDecay = 0; // TuneOptions::keepOld instead
    recipe.gradientClip = 1;
    recipe.sentenceDropout = 0.3;
    recipe.sideContrast = 1;
    recipe.falseNegatives =
        options.coTeaching ? FalseNegatives::NormalsAndAbnormals : FalseNegatives::Normals;
    return recipe;
}

BatchOptions tuneBatches(const Recipe& recipe, const std::vector<TrainingCase>& training)
{
    BatchOptions options;
    options.crop = recipe.preprocess.minimumSize;
    options.patch = recipe.network.patch;
    options.anatomyChannel = recipe.network.anatomyChannel;
    options.sentenceDropout = recipe.sentenceDropout;
    options.anatomyIds = recipe.network.anatomies;
    if (!saysFindings(training))
        return options;
    options.sentences = FindingSentences(training);
    for (const FindingDefinition& finding : recipe.findings) {
        const int anatomy = recipe.network.anatomyIndex(finding.anatomyId);
        options.topics.push_back({static_cast<std::size_t>(anatomy), finding.id});
    }
    return options;
}

} // namespace fovea
