#include "model/tuning/TuneLearner.h"

#include "model/tuning/trainableParts.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr std::string_view Queries = "query_tokens";
constexpr std::string_view Temperature = "temp";

AdamW::Options optimizerOptions(const Recipe& recipe)
{
    AdamW::Options options;
    options.weightDecay = recipe.weightDecay;
    return options;
}

std::size_t maxTokens(const Recipe& recipe)
{
    return static_cast<std::size_t>(recipe.network.maxPositions);
}

} // namespace

TuneLearner::TuneLearner(const Setup& setup, ParameterMap trainable, BatchOptions batches)
    : m_setup(setup)
    , m_trainable(std::move(trainable))
    , m_optimizer(m_trainable, optimizerOptions(setup.recipe))
    , m_stream(setup.training, std::move(batches), setup.words, maxTokens(setup.recipe),
               static_cast<std::size_t>(setup.recipe.batch), setup.seed)
    , m_pairs(setup.recipe.findings, setup.recipe.network.anatomies, setup.training, setup.words,
              maxTokens(setup.recipe))
{
    for (const auto& [name, tensor] : m_trainable)
        m_start.emplace(name, tensor.detach().clone());
}

std::int64_t TuneLearner::stepsPerEpoch() const
{
    return static_cast<std::int64_t>(m_stream.batchesPerEpoch());
}

Result<Learner::Step> TuneLearner::step(double learningRate, TuneLearner* peer,
                                        const Progress& progress)
{
    const Result<TrainingBatch> taken = take(m_stream, progress);
    if (!taken)
        return taken.error();
    const TrainingBatch& batch = *taken;
    std::optional<SeenBatch> told;
    if (peer != nullptr) {
        const at::NoGradGuard noGradient;
        Result<SeenBatch> seen = peer->look(batch, progress);
        if (!seen)
            return seen.error();
        told = *std::move(seen);
    }
    const Result<SeenBatch> seen = look(batch, progress);
    if (!seen)
        return seen.error();
    LossOptions options;
    options.falseNegatives = m_setup.recipe.falseNegatives;
    options.coTeachingWeight = m_setup.recipe.coTeachingWeight;
    options.sideContrast = batch.topics.empty() ? 0 : m_setup.recipe.sideContrast;
    const TrainingLoss contrast = contrastOf(batch, *seen, options, told ? &*told : nullptr);
    at::Tensor pairs;
    if (m_setup.options.promptPairs > 0)
        pairs = m_pairs(batch, seen->regions, seen->texts, seen->temperature);

    Learner::Step step;
    step.samples = batch.cases.size();
    at::Tensor total;
    if (contrast.total.defined()) {
        total = contrast.total / contrast.contests;
        step.perAnatomy.insert(contrast.perAnatomy.begin(), contrast.perAnatomy.end());
    }
    if (pairs.defined()) {
        const at::Tensor weighted = pairs * m_setup.options.promptPairs;
        total = total.defined() ? total + weighted : weighted;
    }
    if (!total.defined() || !total.requires_grad())
        return step;
    step.counted = true;
    step.loss = total.item<double>();
    if (!std::isfinite(step.loss))
        return step;
    total.backward();
    step.gradientNorm = m_optimizer.clipGradients(m_setup.recipe.gradientClip);
    if (!std::isfinite(step.gradientNorm)) {
        step.loss = step.gradientNorm;
        return step;
    }
    m_optimizer.step(learningRate);
    keepOld(learningRate);
    return step;
}

void TuneLearner::keepOld(double learningRate)
{
    const at::NoGradGuard noGradient;
    const double share = std::min(1.0, learningRate * m_setup.options.keepOld);
    const auto known = static_cast<std::int64_t>(m_setup.knownAnatomies);
    for (auto& [name, tensor] : m_trainable) {
        if (anatomyOfParameter(name) >= static_cast<int>(known))
            continue;
        const bool rows = name == Queries;
        at::Tensor old = rows ? tensor.slice(0, 0, known) : tensor;
        const at::Tensor& whole = m_start.at(name);
        const at::Tensor start = rows ? whole.slice(0, 0, known) : whole;
        if (rows && m_setup.options.way == TuneWay::Queries)
            old.copy_(start);
        else
            old.add_(start - old, share);
        if (name == Temperature)
            tensor.clamp_(0.001, 0.5); // as training does
    }
}

Result<Evaluation> TuneLearner::evaluate(const Progress& progress)
{
    const Result<std::vector<CaseVectors>> vectors = validationVectors(progress);
    if (!vectors)
        return vectors.error();
    return evaluatePrompts(network(), m_setup.words, m_setup.recipe.findings, m_setup.validation,
                           *vectors);
}

bool TuneLearner::assign(const ParameterMap& values)
{
    const at::NoGradGuard noGradient;
    const bool fit = std::ranges::equal(values, m_trainable, [](const auto& a, const auto& b) {
        return a.first == b.first && a.second.sizes() == b.second.sizes();
    });
    if (!fit)
        return false;
    for (auto& [name, tensor] : m_trainable)
        tensor.copy_(values.at(name));
    return true;
}

bool TuneLearner::restore(const ParameterMap& values, AdamW::MomentsMap moments,
                          const BatchStream::Position& position)
{
    for (const auto& [name, own] : moments) {
        const auto known = m_trainable.find(name);
        if (known == m_trainable.end() || own.first.sizes() != known->second.sizes() ||
            own.second.sizes() != known->second.sizes())
            return false;
    }
    if (!m_stream.restore(position) || !assign(values))
        return false;
    m_optimizer.restore(std::move(moments));
    return true;
}

} // namespace fovea
