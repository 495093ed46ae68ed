#include "model/training/FitNetwork.h"

#include "model/training/CoTeaching.h"
#include "model/training/Learner.h"
#include "model/training/LearningRate.h"
#include "model/training/Speed.h"
#include "model/training/TrainingCheckpoint.h"
#include "model/training/TrainingLog.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace fovea {

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

class Fitting {
public:
    Fitting(const Recipe& recipe, const WordPiece& words, const std::vector<TrainingCase>& training,
            const std::vector<TrainingCase>& validation, const FitOptions& options,
            const Progress& progress)
        : m_recipe(recipe)
        , m_words(words)
        , m_training(training)
        , m_validation(validation)
        , m_options(options)
        , m_progress(progress)
    {
    }

    Result<TrainedNetwork> run()
    {
        if (Status status = begin(); !status)
            return status.error();
        while (m_state.step < m_rate.totalSteps && !m_state.stopped) {
            const auto started = std::chrono::steady_clock::now();
            if (m_progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            if (Status status = learn(); !status)
                return status.error();
            ++m_state.step;
            if (Status status = endEpoch(); !status)
                return status.error();
            if (Status status = keep(); !status)
                return status.error();
            m_speed.step(secondsSince(started));
            report();
        }
        return *m_state.best;
    }

private:
    Status begin()
    {
        const bool pair = m_recipe.objective == Objective::Fvlm &&
                          m_recipe.falseNegatives == FalseNegatives::NormalsAndAbnormals;
        for (int n = 0; n < (pair ? 2 : 1); ++n) {
            Result<Learner> learner = Learner::create(m_recipe, m_words, m_training,
                                                      m_options.seed + PeerSeed * std::uint64_t(n));
            if (!learner)
                return learner.error();
            m_learners.push_back(*std::move(learner));
        }
        m_epochSteps = m_learners.front().stepsPerEpoch();
        m_rate = {m_recipe.learningRate, m_recipe.firstLearningRate, m_recipe.lastLearningRate,
                  m_recipe.warmupSteps,
                  m_recipe.steps > 0 ? m_recipe.steps : m_epochSteps * m_recipe.epochs};
        m_coTeachingFrom = firstTaughtStep(m_recipe.coTeachingStart, m_rate.totalSteps);
        if (!m_options.checkpointFolder.empty()) {
            m_identity = identityOf(m_recipe, m_options.seed, m_training, m_validation);
            if (Status status = resume(); !status)
                return status;
        }
        if (m_state.step == 0 && m_recipe.textSteps > 0 &&
            m_recipe.objective != Objective::Supervised)
        {
            for (std::size_t n = 0; n < m_learners.size(); ++n) {
                const std::uint64_t seed = m_options.seed + PeerSeed * std::uint64_t(n);
                if (Status status =
                        m_learners[n].learnToRead(m_training, m_words, seed, m_progress.part(0, 0));
                    !status)
                    return status;
            }
        }
        Result<TrainingLog> log = TrainingLog::create(m_options.logFile, m_recipe, m_state.logRows);
        if (!log)
            return log.error();
        m_log.emplace(*std::move(log));
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
        if (state->networks.size() != m_learners.size())
            return makeError(ErrorCode::CheckpointBroken, {"another number of networks"});
        for (std::size_t n = 0; n < m_learners.size(); ++n) {
            TrainingState::Network& own = state->networks[n];
            if (!m_learners[n].restore(own.parameters, std::move(own.moments), own.position))
                return makeError(ErrorCode::CheckpointBroken,
                                 {"its networks are not the recipe's"});
        }
        state->networks.clear();
        if (state->best) {
            const ParameterMap& known = m_learners.front().parameters();
            if (!std::ranges::equal(
                    state->best->parameters, known, [](const auto& a, const auto& b) {
                        return a.first == b.first && a.second.sizes() == b.second.sizes();
                    }))
                return makeError(ErrorCode::CheckpointBroken, {"its best is not the recipe's"});
            state->best->objective = m_recipe.objective;
            state->best->config = networkOf(m_recipe);
            state->best->anatomies = m_recipe.network.anatomies;
        } else if (state->stopped || state->step >= m_rate.totalSteps) {
            return makeError(ErrorCode::CheckpointBroken, {"it ended without a validation"});
        }
        m_state = *std::move(state);
        return Done{};
    }

    /// Every network makes a step, in turns.
    Status learn()
    {
        const double rate = m_rate.at(m_state.step);
        const bool coTeaching = m_learners.size() > 1 && m_state.step >= m_coTeachingFrom;
        for (std::size_t n = 0; n < m_learners.size(); ++n) {
            const auto started = std::chrono::steady_clock::now();
            const Learner::Step step =
                m_learners[n].step(rate, coTeaching ? &m_learners[1 - n] : nullptr);
            if (step.counted && !std::isfinite(step.loss))
                return makeError(ErrorCode::TrainingDiverged, {std::to_string(m_state.step)});
            const double seconds = secondsSince(started);
            m_speed.samples(step.samples, seconds);
            TrainingLog::Moment moment = momentOf(n);
            ++moment.step;
            m_log->addStep(moment, step, seconds);
            if (n == 0 && step.counted) {
                m_lastLoss = step.loss;
                m_state.epochLoss += step.loss;
                ++m_state.epochCounted;
            }
        }
        return Done{};
    }

    Status endEpoch()
    {
        const bool last = m_state.step == m_rate.totalSteps;
        if (m_state.step % m_epochSteps != 0 && !last)
            return Done{};
        const std::int64_t epoch = (m_state.step + m_epochSteps - 1) / m_epochSteps;
        if (last || epoch % m_recipe.validateEvery == 0) {
            if (Status status = validate(); !status)
                return status;
        }
        m_state.epochLoss = 0;
        m_state.epochCounted = 0;
        return Done{};
    }

    Status validate()
    {
        bool better = false;
        double highest = -1;
        for (std::size_t n = 0; n < m_learners.size(); ++n) {
            TrainedNetwork network = m_learners[n].snapshot();
            network.step = m_state.step;
            Result<std::vector<FindingScores>> scores =
                scoreCases(network, m_words, m_recipe.findings, m_validation, m_recipe.preprocess,
                           m_progress.part(fraction(), fraction()));
            if (!scores)
                return scores.error();
            const Evaluation evaluation =
                evaluateScores(m_recipe.findings, *std::move(scores), m_validation.size());
            network.validationAuc = evaluation.meanAuc;
            m_log->addValidation(momentOf(n), evaluation);
            highest = std::max(highest, network.validationAuc);
            better = better || !m_state.best || network.validationAuc > m_state.best->validationAuc;
            // Of equals the later one has learnt more.
            if (!m_state.best || network.validationAuc >= m_state.best->validationAuc)
                m_state.best = std::move(network);
        }
        m_state.validationsWithoutBetter = better ? 0 : m_state.validationsWithoutBetter + 1;
        m_state.stopped =
            m_recipe.patience > 0 && m_state.validationsWithoutBetter >= m_recipe.patience;
        say(highest);
        return Done{};
    }

    Status keep()
    {
        if (m_options.checkpointFolder.empty())
            return Done{};
        const std::int64_t every = m_options.checkpointEvery > 0  ? m_options.checkpointEvery
                                   : m_recipe.checkpointEvery > 0 ? m_recipe.checkpointEvery
                                                                  : m_epochSteps;
        const bool last = m_state.step == m_rate.totalSteps || m_state.stopped;
        if (m_state.step % every != 0 && !last)
            return Done{};
        m_state.logRows = m_log->rows();
        for (const Learner& learner : m_learners)
            m_state.networks.push_back(
                {learner.parameters(), learner.moments(), learner.position()});
        const Status status = writeCheckpoint(m_options.checkpointFolder, m_identity, m_state);
        m_state.networks.clear();
        return status;
    }

    TrainingLog::Moment momentOf(std::size_t network) const
    {
        TrainingLog::Moment moment;
        moment.network = static_cast<int>(network);
        moment.step = m_state.step;
        moment.epoch = epoch();
        moment.learningRate = m_rate.at(m_state.step);
        moment.temperature = m_learners[network].temperature();
        return moment;
    }

    /// From 1; the one that the last step done was in.
    int epoch() const
    {
        return static_cast<int>(std::max<std::int64_t>(0, m_state.step - 1) / m_epochSteps + 1);
    }
    int epochs() const
    {
        return static_cast<int>((m_rate.totalSteps + m_epochSteps - 1) / m_epochSteps);
    }

    double fraction() const
    {
        return static_cast<double>(m_state.step) / static_cast<double>(m_rate.totalSteps);
    }

    void report() const
    {
        m_progress.report(fraction());
        if (!m_options.status)
            return;
        TrainStatus status;
        status.epoch = epoch();
        status.epochs = epochs();
        status.step = m_state.step;
        status.steps = m_rate.totalSteps;
        status.loss = m_lastLoss;
        status.samplesPerSecond = m_speed.samplesPerSecond();
        status.secondsLeft = m_speed.secondsFor(m_rate.totalSteps - m_state.step);
        m_options.status(status);
    }

    void say(double auc) const
    {
        if (!m_options.log)
            return;
        const double loss = m_state.epochCounted > 0 ? m_state.epochLoss / m_state.epochCounted : 0;
        char line[200];
        std::snprintf(line, sizeof line,
                      "epoch %d of %d: loss %.4f, temperature %.4f, validation mean AUC %.4f",
                      epoch(), epochs(), loss, m_learners.front().temperature(), auc);
        m_options.log(line);
        if (m_state.stopped && m_state.step < m_rate.totalSteps)
            m_options.log("stopped early: validations without improvement");
    }

    const Recipe& m_recipe;
    const WordPiece& m_words;
    const std::vector<TrainingCase>& m_training;
    const std::vector<TrainingCase>& m_validation;
    const FitOptions& m_options;
    const Progress& m_progress;
    std::vector<Learner> m_learners;
    LearningRate m_rate;
    std::int64_t m_epochSteps = 1;
    std::int64_t m_coTeachingFrom = 0;
    TrainingIdentity m_identity;
    TrainingState m_state; ///< Its networks are filled for writing only.
    std::optional<TrainingLog> m_log;
    Speed m_speed;
    double m_lastLoss = 0;
};

} // namespace

Result<TrainedNetwork> fitNetwork(const Recipe& recipe, const WordPiece& words,
                                  const std::vector<TrainingCase>& training,
                                  const std::vector<TrainingCase>& validation,
                                  const FitOptions& options, const Progress& progress)
{
    return Fitting(recipe, words, training, validation, options, progress).run();
}

} // namespace fovea
