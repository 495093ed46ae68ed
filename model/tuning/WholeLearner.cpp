#include "model/tuning/WholeLearner.h"

#include "model/network/PatchEmbedding.h"
#include "model/network/markInside.h"
#include "model/network/regionStatistics.h"
#include "model/preprocess/RegionWindow.h"
#include "model/training/FirstStatistics.h"
#include "model/tuning/Adapter.h"
#include "model/tuning/CaseEncoder.h"
#include "model/tuning/trainableParts.h"
#include "model/tuning/tuneRecipe.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace fovea {

namespace {

/// A low-rank A: normal with standard deviation 1 / sqrt(in).
at::Tensor firstHalf(std::int64_t rank, std::int64_t in, std::mt19937_64& random)
{
    // The standard's distributions differ between libraries; its engine does not.
    const auto uniform = [&random] {
        return (static_cast<double>(random() >> 11) + 0.5) * 0x1.0p-53;
    };
    at::Tensor a = at::empty({rank, in}, at::kFloat);
    float* value = a.mutable_data_ptr<float>();
    for (std::int64_t n = 0; n < a.numel(); ++n)
        value[n] = static_cast<float>(std::sqrt(-2 * std::log(uniform())) *
                                      std::cos(2 * std::numbers::pi * uniform()) /
                                      std::sqrt(static_cast<double>(in)));
    return a;
}

/// The cases of a batch, images and all.
Result<std::vector<TrainingCase>> loaded(const TuningStudies& studies,
                                         const std::vector<std::size_t>& indices,
                                         const Progress& progress)
{
    std::vector<TrainingCase> cases;
    for (const std::size_t index : indices) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<ParameterMap> tensors = studies.tensors(index, progress);
        if (!tensors)
            return tensors.error();
        cases.push_back(caseOf(*tensors));
        cases.back().regions = studies.cases()[index].regions;
    }
    return cases;
}

/// r of a region, as the engine's window shows it.
at::Tensor statisticsOf(const NetworkConfig& config, const ParameterMap& parameters,
                        const PreprocessSettings& settings, const PreparedStudy& study,
                        const PreparedRegion& box)
{
    const RegionWindow window = regionWindow(study, box, settings, config.patch);
    const std::vector<float> pixels = cutImage(study, window);
    at::Tensor image =
        at::empty({1, 1, window.padded[0], window.padded[1], window.padded[2]}, at::kFloat);
    std::ranges::copy(pixels, image.mutable_data_ptr<float>());
    ImageFeatures features;
    features.grid = tokenGrid(window, config.patch);
    features.statistics = patchInputs(config, parameters, image, features.grid).ofAnatomies;
    const std::vector<std::int64_t> tokens =
        regionTokens(study, window, box.anatomyIndex, config.patch);
    if (tokens.empty())
        return {};
    return regionStatistics(statisticsOfTokens(features, 0, box.anatomyIndex, tokens));
}

/// Of new anatomies, from the training studies.
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
        const Result<std::vector<TrainingCase>> one = loaded(training, {n}, progress);
        if (!one)
            return one.error();
        PreparedStudy study = one->front().restore();
        if (config.anatomyChannel)
            markInside(study.image, study.labels);
        for (const PreparedRegion& box : study.regions) {
            if (box.anatomyIndex < static_cast<int>(known))
                continue;
            const at::Tensor r =
                statisticsOf(config, parameters, setup.recipe.preprocess, study, box);
            if (r.defined())
                seen[static_cast<std::size_t>(box.anatomyIndex)].push_back(r);
        }
    }
    standardiseStatistics(seen, known, parameters);
    return Done{};
}

} // namespace

Result<std::unique_ptr<WholeLearner>> WholeLearner::create(const Setup& setup,
                                                           const TuningStudies& training,
                                                           const TuningStudies& validation,
                                                           ParameterMap parameters,
                                                           const Progress& progress)
{
    if (Status status = standardise(setup, training, parameters, progress); !status)
        return status.error();
    std::mt19937_64 random(setup.seed);
    ParameterMap trainable;
    for (auto& [name, tensor] : parameters) {
        if (learns(name, setup.options.way, setup.knownAnatomies)) {
            tensor = tensor.detach().clone().set_requires_grad(true);
            trainable.emplace(name, tensor);
        } else if (setup.options.way == TuneWay::Lora && hasAdapter(name)) {
            const std::int64_t rank = setup.options.loraRank;
            trainable.emplace(name + std::string(LowRankA),
                              firstHalf(rank, tensor.size(1), random).set_requires_grad(true));
            trainable.emplace(
                name + std::string(LowRankB),
                at::zeros({tensor.size(0), rank}, at::kFloat).set_requires_grad(true));
        }
    }
    Result<Fvlm> network = Fvlm::create(setup.recipe.network, std::move(parameters));
    if (!network)
        return network.error();
    return std::unique_ptr<WholeLearner>(
        new WholeLearner(setup, training, validation, *std::move(network), std::move(trainable)));
}

WholeLearner::WholeLearner(const Setup& setup, const TuningStudies& training,
                           const TuningStudies& validation, Fvlm network, ParameterMap trainable)
    : TuneLearner(setup, std::move(trainable), tuneBatches(setup.recipe, setup.training))
    , m_training(training)
    , m_validation(validation)
    , m_network(std::move(network))
{
}

Fvlm WholeLearner::network() const
{
    ParameterMap all = m_network.parameters();
    for (const auto& [name, a] : trainable()) {
        if (!name.ends_with(LowRankA))
            continue;
        const std::string whole = name.substr(0, name.size() - LowRankA.size());
        at::Tensor& weight = all.at(whole);
        weight = weight + at::matmul(trainable().at(whole + std::string(LowRankB)), a);
    }
    return m_network.with(std::move(all));
}

Result<TrainingBatch> WholeLearner::take(BatchStream& stream, const Progress& progress)
{
    const std::vector<std::size_t> indices = stream.take();
    const Result<std::vector<TrainingCase>> cases = loaded(m_training, indices, progress);
    if (!cases)
        return cases.error();
    std::vector<const TrainingCase*> pointers;
    for (const TrainingCase& one : *cases)
        pointers.push_back(&one);
    TrainingBatch batch = stream.make(pointers);
    // What is said outlives the images.
    for (std::size_t n = 0; n < indices.size(); ++n)
        batch.cases[n] = &setup().training[indices[n]];
    return batch;
}

Result<SeenBatch> WholeLearner::look(const TrainingBatch& batch, const Progress& /*progress*/)
{
    const Fvlm tuned = network();
    SeenBatch seen;
    EncoderArithmetic arithmetic;
    arithmetic.precision = setup().recipe.precision;
    seen.regions = regionVectors(tuned, batch, arithmetic);
    seen.texts = [tuned](const std::vector<std::vector<std::int64_t>>& sequences) {
        return tuned.textVectors(sequences);
    };
    seen.temperature = tuned.temperature();
    return seen;
}

Result<std::vector<CaseVectors>> WholeLearner::validationVectors(const Progress& progress)
{
    const at::NoGradGuard noGradient;
    const Fvlm tuned = network();
    std::vector<CaseVectors> all;
    for (std::size_t n = 0; n < m_validation.cases().size(); ++n) {
        const Result<std::vector<TrainingCase>> one = loaded(m_validation, {n}, progress);
        if (!one)
            return one.error();
        Result<std::vector<CaseVectors>> vectors =
            embedCases(tuned, *one, setup().recipe.preprocess, progress.part(0, 0));
        if (!vectors)
            return vectors.error();
        all.push_back(std::move(vectors->front()));
    }
    return all;
}

} // namespace fovea
