#include "model/training/Learner.h"

#include "model/training/FirstPatches.h"
#include "model/training/FirstPositions.h"
#include "model/training/FirstProjections.h"
#include "model/training/FirstStatistics.h"
#include "model/training/FitTexts.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

AdamW::Options optimizerOptions(const Recipe& recipe)
{
    AdamW::Options options;
    options.weightDecay = recipe.weightDecay;
    options.decayVectors = recipe.decayVectors;
    return options;
}

} // namespace

Learner::Learner(const Recipe& recipe, Fvlm network, ParameterMap parameters, BatchStream stream)
    : m_recipe(&recipe)
    , m_parameters(std::move(parameters))
    , m_network(std::move(network))
    , m_optimizer(m_parameters, optimizerOptions(recipe))
    , m_stream(std::move(stream))
{
}

Result<Learner> Learner::create(const Recipe& recipe, const WordPiece& words,
                                const std::vector<TrainingCase>& cases, std::uint64_t seed)
{
    ParameterMap parameters = firstParameters(recipe, seed);
    if (recipe.startFromData)
        startFromPatches(recipe, cases, seed, parameters);
    for (auto& [name, tensor] : parameters)
        tensor.requires_grad_(true);
    Result<Fvlm> network = Fvlm::create(networkOf(recipe), parameters);
    if (!network)
        return network.error();
    BatchOptions options;
    options.crop = recipe.preprocess.minimumSize;
    options.patch = recipe.network.patch;
    options.anatomyChannel = recipe.network.anatomyChannel;
    options.sentenceDropout = recipe.sentenceDropout;
    options.anatomyIds = recipe.network.anatomies;
    options.augmentation = recipe.augmentation;
    options.wholeStudy = recipe.objective == Objective::Clip;
    if (recipe.objective == Objective::Fvlm && recipe.contrast == Contrast::Findings) {
        for (std::size_t a = 0; a < options.anatomyIds.size(); ++a) {
            for (const FindingDefinition& finding : recipe.findings) {
                if (finding.anatomyId == options.anatomyIds[a])
                    options.topics.push_back({a, finding.id});
            }
        }
        options.sentences = FindingSentences(cases);
        const bool said = std::ranges::any_of(cases, [](const TrainingCase& one) {
            return std::ranges::any_of(one.regions, [](const TrainingCase::Region& region) {
                return std::ranges::any_of(region.statements, &FindingStatement::present);
            });
        });
        if (!said)
            return makeError(ErrorCode::BadOption,
                             {"training.contrast", "of findings, but no study has a sentence on a "
                                                   "finding that is there"});
    }
    const auto streamOf = [&](std::uint64_t own) {
        return BatchStream(cases, options, words,
                           static_cast<std::size_t>(recipe.network.maxPositions),
                           static_cast<std::size_t>(recipe.batch), own);
    };
    startStatistics(recipe, *network, streamOf(~seed));
    if (recipe.startFromData) {
        startPositions(*network, streamOf(~seed));
        startProjections(recipe, *network, streamOf(~seed));
    }
    BatchStream stream = streamOf(seed);
    return Learner(recipe, *std::move(network), std::move(parameters), std::move(stream));
}

std::int64_t Learner::stepsPerEpoch() const
{
    const auto batches = static_cast<std::int64_t>(m_stream.batchesPerEpoch());
    return (batches + m_recipe->accumulate - 1) / m_recipe->accumulate;
}

Learner::Step Learner::step(double learningRate, const Learner* peer)
{
    LossOptions options;
    options.objective = m_recipe->objective;
    options.falseNegatives = m_recipe->falseNegatives;
    options.findings = m_recipe->findings;
    options.arithmetic.precision = m_recipe->precision;
    options.arithmetic.dropout = m_recipe->dropout;
    options.sideContrast = m_recipe->sideContrast;
    options.coTeachingWeight = m_recipe->coTeachingWeight;
    options.peer = peer == nullptr ? nullptr : &peer->m_network;

    Step step;
    int counted = 0;
    clampTemperature();
    for (int n = 0; n < m_recipe->accumulate; ++n) {
        const TrainingBatch batch = m_stream.next();
        if (m_recipe->dropout > 0)
            options.arithmetic.generator = at::detail::createCPUGenerator(m_stream.draw());
        const TrainingLoss loss = trainingLoss(m_network, batch, options);
        step.samples += static_cast<std::size_t>(batch.images.size(0));
        if (loss.total.defined()) {
            const double value = loss.total.item<double>();
            step.loss += value;
            if (!std::isfinite(value)) {
                step.counted = true;
                return step;
            }
            loss.total.backward();
            for (const auto& [anatomy, own] : loss.perAnatomy)
                step.perAnatomy[anatomy] += own;
            ++counted;
        }
        if (m_stream.epochDone())
            break;
    }
    step.counted = counted > 0;
    if (!step.counted)
        return step;
    step.loss /= counted;
    for (auto& [anatomy, own] : step.perAnatomy)
        own /= counted;
    step.gradientNorm = m_recipe->gradientClip > 0
                            ? m_optimizer.clipGradients(m_recipe->gradientClip)
                            : m_optimizer.gradientNorm();
    m_optimizer.step(learningRate);
    clampTemperature();
    return step;
}

Status Learner::learnToRead(const std::vector<TrainingCase>& cases, const WordPiece& words,
                            std::uint64_t seed, const Progress& progress) const
{
    return fitTexts(*m_recipe, m_network, cases, words, seed, progress);
}

TrainedNetwork Learner::snapshot() const
{
    TrainedNetwork network;
    network.objective = m_recipe->objective;
    network.config = m_network.config();
    network.anatomies = m_recipe->network.anatomies;
    for (const auto& [name, tensor] : m_parameters)
        network.parameters.emplace(name, tensor.detach().clone());
    return network;
}

bool Learner::restore(const ParameterMap& parameters, AdamW::MomentsMap moments,
                      const BatchStream::Position& position)
{
    const at::NoGradGuard noGradient;
    for (const auto& [name, own] : m_parameters) {
        const auto other = parameters.find(name);
        if (other == parameters.end() || other->second.sizes() != own.sizes())
            return false;
    }
    for (const auto& [name, own] : moments) {
        const auto known = m_parameters.find(name);
        if (known == m_parameters.end() || own.first.sizes() != known->second.sizes() ||
            own.second.sizes() != known->second.sizes())
            return false;
    }
    if (!m_stream.restore(position))
        return false;
    for (auto& [name, own] : m_parameters)
        own.copy_(parameters.at(name));
    m_optimizer.restore(std::move(moments));
    return true;
}

void Learner::clampTemperature()
{
    const at::NoGradGuard noGradient;
    m_parameters.at("temp").clamp_(0.001, 0.5);
}

} // namespace fovea
