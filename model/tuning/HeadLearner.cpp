#include "model/tuning/HeadLearner.h"

#include "model/network/RegionPooling.h"
#include "model/network/toVector.h"
#include "model/training/FirstStatistics.h"
#include "model/tuning/TokenPooling.h"
#include "model/tuning/trainableParts.h"
#include "model/tuning/tuneRecipe.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>

namespace fovea {

namespace {

Result<StudyTokens> tokensIn(const TuningStudies& studies, std::size_t index,
                             const Progress& progress)
{
    const Result<ParameterMap> tensors = studies.tensors(index, progress);
    if (!tensors)
        return tensors.error();
    std::optional<StudyTokens> tokens = tokensOf(*tensors, studies.manifest().network);
    if (!tokens) // Cannot be: studies hold what their encoder makes.
        return makeError(ErrorCode::Internal, {}, "no tokens");
    return *std::move(tokens);
}

BatchOptions textBatches(const TuneLearner::Setup& setup)
{
    BatchOptions options = tuneBatches(setup.recipe, setup.training);
    options.withoutImages = true;
    return options;
}

/// By what the region statistics of new anatomies are standardised, as FirstStatistics.h does for
/// all: from the training studies, in place.
Status standardise(const TuneLearner::Setup& setup, const TuningStudies& training,
                   const ParameterMap& parameters, const Progress& progress)
{
    const NetworkConfig& config = setup.recipe.network;
    const std::size_t known = setup.knownAnatomies;
    if (!config.regionStatistics || known == config.anatomies.size())
        return Done{};
    const at::NoGradGuard noGradient;
    SeenStatistics seen(config.anatomies.size());
    for (std::size_t n = 0; n < training.cases().size(); ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<StudyTokens> study = tokensIn(training, n, progress);
        if (!study)
            return study.error();
        for (const RegionTokens& region : *study) {
            if (region.anatomyIndex >= static_cast<int>(known))
                seen[static_cast<std::size_t>(region.anatomyIndex)].push_back(
                    region.statistics.clone());
        }
    }
    standardiseStatistics(seen, known, parameters);
    return Done{};
}

} // namespace

Result<std::unique_ptr<HeadLearner>> HeadLearner::create(const Setup& setup,
                                                         const TuningStudies& training,
                                                         const TuningStudies& validation,
                                                         ParameterMap parameters,
                                                         const Progress& progress)
{
    if (Status status = standardise(setup, training, parameters, progress); !status)
        return status.error();
    ParameterMap trainable;
    for (auto& [name, tensor] : parameters) {
        if (!learns(name, setup.options.way, setup.knownAnatomies))
            continue;
        tensor = tensor.detach().clone().set_requires_grad(true);
        trainable.emplace(name, tensor);
    }
    Result<Fvlm> network = Fvlm::create(setup.recipe.network, std::move(parameters));
    if (!network)
        return network.error();
    return std::unique_ptr<HeadLearner>(
        new HeadLearner(setup, training, validation, *std::move(network), std::move(trainable)));
}

HeadLearner::HeadLearner(const Setup& setup, const TuningStudies& training,
                         const TuningStudies& validation, Fvlm network, ParameterMap trainable)
    : TuneLearner(setup, std::move(trainable), textBatches(setup))
    , m_training(training)
    , m_validation(validation)
    , m_network(std::move(network))
    , m_texts(m_network)
{
}

Result<TrainingBatch> HeadLearner::take(BatchStream& stream, const Progress& /*progress*/)
{
    return stream.next();
}

Result<SeenBatch> HeadLearner::look(const TrainingBatch& batch, const Progress& progress)
{
    std::vector<StudyTokens> studies;
    for (const TrainingCase* one : batch.cases) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const auto index = static_cast<std::size_t>(one - setup().training.data());
        Result<StudyTokens> study = tokensIn(m_training, index, progress);
        if (!study)
            return study.error();
        studies.push_back(*std::move(study));
    }
    SeenBatch seen;
    for (std::size_t a = 0; a < batch.regions.size(); ++a) {
        std::vector<const RegionTokens*> regions;
        for (const TrainingBatch::Region& region : batch.regions[a]) {
            const StudyTokens& study = studies[static_cast<std::size_t>(region.sample)];
            regions.push_back(
                &*std::ranges::find(study, static_cast<int>(a), &RegionTokens::anatomyIndex));
        }
        seen.regions.push_back(
            poolTokens(m_network.config(), m_network.parameters(), static_cast<int>(a), regions));
    }
    seen.texts = [this](const std::vector<std::vector<std::int64_t>>& sequences) {
        return m_texts(sequences);
    };
    seen.temperature = m_network.temperature();
    return seen;
}

Result<std::vector<CaseVectors>> HeadLearner::validationVectors(const Progress& progress)
{
    const at::NoGradGuard noGradient;
    std::vector<CaseVectors> all;
    for (std::size_t n = 0; n < m_validation.cases().size(); ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<StudyTokens> study = tokensIn(m_validation, n, progress);
        if (!study)
            return study.error();
        CaseVectors& own = all.emplace_back(m_network.config().anatomies.size());
        for (const RegionTokens& region : *study) {
            const RegionTokens* regions[]{&region};
            own[static_cast<std::size_t>(region.anatomyIndex)] = toVector(unitVectors(poolTokens(
                m_network.config(), m_network.parameters(), region.anatomyIndex, regions))[0]);
        }
    }
    return all;
}

} // namespace fovea
