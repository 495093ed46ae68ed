#include "model/training/FitNetwork.h"

#include "model/training/AdamW.h"
#include "model/training/LearningRate.h"
#include "model/training/TrainingStep.h"
#include "model/training/ZeroShot.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <cmath>
#include <cstdio>
#include <numeric>

namespace fovea {

namespace {

ParameterMap copyOf(const ParameterMap& parameters)
{
    ParameterMap copy;
    for (const auto& [name, tensor] : parameters)
        copy.emplace(name, tensor.detach().clone());
    return copy;
}

class Fitting {
public:
    Fitting(const Recipe& recipe, const FitOptions& options, const WordPiece& words,
            const Progress& progress)
        : m_recipe(recipe)
        , m_options(options)
        , m_words(words)
        , m_progress(progress)
        , m_random(options.seed)
    {
    }

    Result<ParameterMap> run(const std::vector<TrainingCase>& training,
                             const std::vector<TrainingCase>& validation)
    {
        ParameterMap parameters = initialParameters(m_recipe.network, m_options.seed);
        for (auto& [name, tensor] : parameters)
            tensor.requires_grad_(true);
        const Result<Fvlm> network = Fvlm::create(m_recipe.network, parameters);
        if (!network)
            return network.error();
        AdamW::Options adam;
        adam.weightDecay = m_recipe.weightDecay;
        adam.decayVectors = m_recipe.decayVectors;
        AdamW optimizer(parameters, adam);

        const auto batch = static_cast<std::size_t>(m_recipe.batch);
        const std::size_t steps = (training.size() + batch - 1) / batch;
        m_rate = {m_recipe.learningRate, m_recipe.firstLearningRate, m_recipe.lastLearningRate,
                  m_recipe.warmupSteps, static_cast<std::int64_t>(steps) * m_recipe.epochs};
        ParameterMap best;
        double bestAuc = -1;
        for (int epoch = 0; epoch < m_recipe.epochs; ++epoch) {
            const Result<double> loss =
                oneEpoch(*network, optimizer, parameters, training, steps, epoch);
            if (!loss)
                return loss.error();
            const bool last = epoch + 1 == m_recipe.epochs;
            if (!last && (epoch + 1) % m_recipe.validateEvery != 0)
                continue;
            const Result<std::vector<CaseVectors>> vectors =
                embedCases(*network, validation, m_recipe.preprocess, m_progress.part(1, 1));
            if (!vectors)
                return vectors.error();
            const Evaluation evaluation =
                evaluatePrompts(*network, m_words, m_recipe.findings, validation, *vectors);
            log(epoch, *loss, network->temperature().item<double>(), evaluation.meanAuc);
            if (evaluation.meanAuc >= bestAuc) {
                bestAuc = evaluation.meanAuc;
                best = copyOf(parameters);
            }
        }
        return best;
    }

private:
    Result<double> oneEpoch(const Fvlm& network, AdamW& optimizer, ParameterMap& parameters,
                            const std::vector<TrainingCase>& training, std::size_t steps, int epoch)
    {
        BatchOptions options;
        options.crop = m_recipe.preprocess.minimumSize;
        options.patch = m_recipe.network.patch;
        options.sentenceDropout = m_recipe.sentenceDropout;
        options.anatomyIds = m_recipe.network.anatomies;
        std::vector<std::size_t> order(training.size());
        std::iota(order.begin(), order.end(), 0);
        for (std::size_t n = order.size(); n > 1; --n)
            std::swap(order[n - 1], order[m_random() % n]);

        double sum = 0;
        int counted = 0;
        for (std::size_t step = 0; step < steps; ++step) {
            if (m_progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            // Batches of nearly equal size: a last one of one study would have nothing to contrast.
            const std::size_t from = step * order.size() / steps;
            const std::size_t to = (step + 1) * order.size() / steps;
            std::vector<const TrainingCase*> cases;
            for (std::size_t n = from; n < to; ++n)
                cases.push_back(&training[order[n]]);
            const TrainingBatch batch =
                makeBatch(cases, options, m_words,
                          static_cast<std::size_t>(m_recipe.network.maxPositions), m_random);
            const std::int64_t global =
                static_cast<std::int64_t>(steps) * epoch + static_cast<std::int64_t>(step);
            clampTemperature(parameters);
            const TrainingLoss loss = trainingLoss(network, batch);
            if (loss.total.defined()) {
                const double value = loss.total.item<double>();
                if (!std::isfinite(value))
                    return makeError(ErrorCode::TrainingDiverged, {std::to_string(global)});
                loss.total.backward();
                if (m_recipe.gradientClip > 0)
                    optimizer.clipGradients(m_recipe.gradientClip);
                optimizer.step(m_rate.at(global));
                sum += value;
                ++counted;
            }
            m_progress.report(static_cast<double>(global + 1) /
                              static_cast<double>(m_rate.totalSteps));
        }
        clampTemperature(parameters);
        return counted > 0 ? sum / counted : 0.0;
    }

    static void clampTemperature(ParameterMap& parameters)
    {
        const at::NoGradGuard noGradient;
        parameters.at("temp").clamp_(0.001, 0.5);
    }

    void log(int epoch, double loss, double temperature, double auc) const
    {
        if (!m_options.log)
            return;
        char line[160];
        std::snprintf(line, sizeof line,
                      "epoch %d of %d: loss %.4f, temperature %.4f, validation mean AUC %.4f",
                      epoch + 1, m_recipe.epochs, loss, temperature, auc);
        m_options.log(line);
    }

    const Recipe& m_recipe;
    const FitOptions& m_options;
    const WordPiece& m_words;
    const Progress& m_progress;
    std::mt19937_64 m_random;
    LearningRate m_rate;
};

} // namespace

Result<ParameterMap> fitNetwork(const Recipe& recipe, const WordPiece& words,
                                const std::vector<TrainingCase>& training,
                                const std::vector<TrainingCase>& validation,
                                const FitOptions& options, const Progress& progress)
{
    return Fitting(recipe, options, words, progress).run(training, validation);
}

} // namespace fovea
