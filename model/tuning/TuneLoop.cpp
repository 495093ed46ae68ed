#include "model/tuning/TuneLoop.h"

#include "model/network/ParameterCheck.h"
#include "model/training/CoTeaching.h"
#include "model/training/LearningRate.h"
#include "model/training/Speed.h"
#include "model/training/TrainingLog.h"

#include <chrono>
#include <cmath>
#include <cstdio>

namespace fovea {

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

ParameterMap copyOf(const ParameterMap& parameters)
{
    ParameterMap copies;
    for (const auto& [name, tensor] : parameters)
        copies.emplace(name, tensor.detach().clone());
    return copies;
}

class Tuning {
public:
    Tuning(TuneLearner& learner, TuneLearner* peer, const Recipe& recipe,
           const TrainingIdentity& identity, const TuneOptions& options, const Progress& progress)
        : m_learner(learner)
        , m_peer(peer)
        , m_recipe(recipe)
        , m_identity(identity)
        , m_options(options)
        , m_progress(progress)
        , m_epochSteps(learner.stepsPerEpoch())
    {
        m_rate = {recipe.learningRate, recipe.firstLearningRate, recipe.lastLearningRate,
                  recipe.warmupSteps, m_epochSteps * recipe.epochs};
        m_coTeachingFrom = firstTaughtStep(recipe.coTeachingStart, m_rate.totalSteps);
    }

    Result<TuneOutcome> run()
    {
        if (Status status = begin(); !status)
            return status.error();
        while (m_state.step < m_rate.totalSteps && !m_state.stopped) {
            if (Status status = advance(); !status)
                return status.error();
        }
        TuneOutcome outcome;
        outcome.steps = m_state.step;
        outcome.step = m_state.best->step;
        outcome.first = m_first;
        m_learner.assign(m_state.best->parameters);
        Result<Evaluation> last = m_learner.evaluate(m_progress.part(1, 1));
        if (!last)
            return last.error();
        outcome.last = *std::move(last);
        outcome.best = std::move(m_state.best->parameters);
        return outcome;
    }

private:
    /// What there is before the first step is judged like all else, also after a resumption.
    Status begin()
    {
        Result<Evaluation> first = m_learner.evaluate(m_progress.part(0, 0));
        if (!first)
            return first.error();
        m_first = *std::move(first);
        TrainedNetwork& start = m_state.best.emplace();
        start.parameters = copyOf(m_learner.trainable());
        start.validationAuc = m_first.meanAuc;
        if (Status status = resume(); !status)
            return status;
        Result<TrainingLog> log = TrainingLog::create(m_options.logFile, m_recipe, m_state.logRows);
        if (!log)
            return log.error();
        m_log.emplace(*std::move(log));
        if (m_state.step == 0) {
            m_log->addValidation(moment(), m_first);
            heard(m_first);
        }
        return Done{};
    }

    Status resume()
    {
        Result<std::optional<TrainingState>> found =
            stateToResume(m_options.checkpointFolder, m_options.resume, m_identity);
        if (!found)
            return found.error();
        std::optional<TrainingState>& state = *found;
        if (!state)
            return Done{};
        const ParameterMap start = copyOf(m_learner.trainable());
        const auto restored = [&state](TuneLearner& learner, std::size_t n) {
            TrainingState::Network& own = state->networks[n];
            return learner.restore(own.parameters, std::move(own.moments), own.position);
        };
        if (state->networks.size() != (m_peer == nullptr ? 1 : 2) || !state->best ||
            !m_learner.assign(state->best->parameters) || !restored(m_learner, 0) ||
            (m_peer != nullptr && !restored(*m_peer, 1)))
        {
            m_learner.assign(start);
            return makeError(ErrorCode::CheckpointBroken, {"it is not of this tuning"});
        }
        state->networks.clear();
        m_state = *std::move(state);
        return Done{};
    }

    Status advance()
    {
        const auto started = std::chrono::steady_clock::now();
        if (m_progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<Learner::Step> step = learn(m_learner, m_peer);
        if (!step)
            return step.error();
        if (m_peer != nullptr) {
            if (const Result<Learner::Step> peers = learn(*m_peer, &m_learner); !peers)
                return peers.error();
        }
        const double seconds = secondsSince(started);
        m_speed.samples(step->samples, seconds);
        ++m_state.step;
        m_log->addStep(moment(), *step, seconds);
        if (step->counted) {
            m_lastLoss = step->loss;
            m_state.epochLoss += step->loss;
            ++m_state.epochCounted;
        }
        if (Status status = endEpoch(); !status)
            return status;
        if (Status status = keep(); !status)
            return status;
        m_speed.step(secondsSince(started));
        report();
        return Done{};
    }

    Result<Learner::Step> learn(TuneLearner& learner, TuneLearner* peer)
    {
        Result<Learner::Step> step =
            learner.step(m_rate.at(m_state.step), m_state.step >= m_coTeachingFrom ? peer : nullptr,
                         m_progress.part(fraction(), fraction()));
        if (step && step->counted && !std::isfinite(step->loss))
            return makeError(ErrorCode::TrainingDiverged, {std::to_string(m_state.step)});
        return step;
    }

    Status endEpoch()
    {
        const bool last = m_state.step == m_rate.totalSteps;
        if (m_state.step % m_epochSteps != 0 && !last)
            return Done{};
        if (last || m_state.step / m_epochSteps % m_recipe.validateEvery == 0) {
            if (Status status = validate(); !status)
                return status;
            m_state.epochLoss = 0;
            m_state.epochCounted = 0;
        }
        return Done{};
    }

    Status validate()
    {
        // What is not finite has no order, and might seem the best.
        for (const auto& [name, tensor] : m_learner.trainable()) {
            if (!allFinite(tensor.detach()))
                return makeError(ErrorCode::TrainingDiverged, {std::to_string(m_state.step)});
        }
        const Result<Evaluation> evaluation =
            m_learner.evaluate(m_progress.part(fraction(), fraction()));
        if (!evaluation)
            return evaluation.error();
        m_log->addValidation(moment(), *evaluation);
        if (evaluation->meanAuc > m_state.best->validationAuc) {
            m_state.best->parameters = copyOf(m_learner.trainable());
            m_state.best->validationAuc = evaluation->meanAuc;
            m_state.best->step = m_state.step;
            m_state.validationsWithoutBetter = 0;
        } else {
            ++m_state.validationsWithoutBetter;
        }
        m_state.stopped =
            m_recipe.patience > 0 && m_state.validationsWithoutBetter >= m_recipe.patience;
        heard(*evaluation);
        say(*evaluation);
        return Done{};
    }

    Status keep()
    {
        if (m_options.checkpointFolder.empty())
            return Done{};
        const std::int64_t every =
            m_options.checkpointEvery > 0 ? m_options.checkpointEvery : m_epochSteps;
        const bool last = m_state.step == m_rate.totalSteps || m_state.stopped;
        if (m_state.step % every != 0 && !last)
            return Done{};
        m_state.logRows = m_log->rows();
        m_state.networks.push_back(
            {m_learner.trainable(), m_learner.moments(), m_learner.position()});
        if (m_peer != nullptr)
            m_state.networks.push_back(
                {m_peer->trainable(), m_peer->moments(), m_peer->position()});
        const Status status = writeCheckpoint(m_options.checkpointFolder, m_identity, m_state);
        m_state.networks.clear();
        return status;
    }

    TrainingLog::Moment moment() const
    {
        TrainingLog::Moment moment;
        moment.step = m_state.step;
        moment.epoch = epoch();
        moment.learningRate = m_rate.at(m_state.step);
        moment.temperature = m_learner.network().temperature().item<double>();
        return moment;
    }

    /// From 1; the one that the last step done was in.
    int epoch() const
    {
        return static_cast<int>(std::max<std::int64_t>(0, m_state.step - 1) / m_epochSteps + 1);
    }

    double fraction() const
    {
        return static_cast<double>(m_state.step) / static_cast<double>(m_rate.totalSteps);
    }

    void heard(const Evaluation& evaluation) const
    {
        if (m_options.validated)
            m_options.validated(m_state.step, evaluation);
    }

    void report() const
    {
        m_progress.report(fraction());
        if (!m_options.status)
            return;
        TrainStatus status;
        status.epoch = epoch();
        status.epochs = m_recipe.epochs;
        status.step = m_state.step;
        status.steps = m_rate.totalSteps;
        status.loss = m_lastLoss;
        status.samplesPerSecond = m_speed.samplesPerSecond();
        status.secondsLeft = m_speed.secondsFor(m_rate.totalSteps - m_state.step);
        m_options.status(status);
    }

    void say(const Evaluation& evaluation) const
    {
        if (!m_options.log)
            return;
        const double loss = m_state.epochCounted > 0 ? m_state.epochLoss / m_state.epochCounted : 0;
        char line[200];
        std::snprintf(line, sizeof line, "epoch %d of %d: loss %.4f, validation mean AUC %.4f",
                      epoch(), m_recipe.epochs, loss, evaluation.meanAuc);
        m_options.log(line);
        if (m_state.stopped && m_state.step < m_rate.totalSteps)
            m_options.log("stopped early: validations without improvement");
    }

    TuneLearner& m_learner;
    TuneLearner* m_peer; ///< Null: alone.
    const Recipe& m_recipe;
    const TrainingIdentity& m_identity;
    const TuneOptions& m_options;
    const Progress& m_progress;
    std::int64_t m_epochSteps;
    LearningRate m_rate;
    std::int64_t m_coTeachingFrom = 0;
    TrainingState m_state; ///< Its network is filled for writing only.
    Evaluation m_first;
    std::optional<TrainingLog> m_log;
    Speed m_speed;
    double m_lastLoss = 0;
};

} // namespace

Result<TuneOutcome> runTuning(TuneLearner& learner, TuneLearner* peer, const Recipe& recipe,
                              const TrainingIdentity& identity, const TuneOptions& options,
                              const Progress& progress)
{
    return Tuning(learner, peer, recipe, identity, options, progress).run();
}

} // namespace fovea
