#include "model/training/segment/SegmenterTrainer.h"

#include "model/checkpoint/StagedFolder.h"
#include "model/engine/CpuSetup.h"
#include "model/segment/segmentPatch.h"
#include "model/training/AdamW.h"
#include "model/training/LearningRate.h"
#include "model/training/segment/SegmenterBatch.h"
#include "model/training/segment/SegmenterLoss.h"
#include "model/training/segment/firstSegmenterParameters.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <new>
#include <stdexcept>

namespace fovea {

namespace {

namespace fs = std::filesystem;

constexpr double loadedShare = 0.1; ///< Of the time, for progress.
constexpr std::int64_t stepsPerLine = 50;

class Training {
public:
    Training(const SegmenterRecipe& recipe, const std::vector<SegmenterCase>& cases,
             const SegmenterTrainOptions& options, const Progress& progress)
        : m_recipe(recipe)
        , m_cases(cases)
        , m_options(options)
        , m_progress(progress)
        , m_parameters(firstSegmenterParameters(recipe.config, options.seed))
        , m_optimizer(m_parameters, {.weightDecay = recipe.weightDecay, .decayVectors = false})
        , m_rate{recipe.learningRate, recipe.learningRate / 100, recipe.learningRate / 100,
                 recipe.warmupSteps, recipe.steps}
    {
        for (auto& [name, tensor] : m_parameters)
            tensor.requires_grad_(true);
    }

    Result<ParameterMap> run()
    {
        if (Status status = resume(); !status)
            return status.error();
        while (m_step < m_recipe.steps) {
            if (m_progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            const double loss = step();
            if (!std::isfinite(loss))
                return makeError(ErrorCode::TrainingDiverged, {std::to_string(m_step)});
            ++m_step;
            say(loss);
            if (Status status = keep(); !status)
                return status.error();
            m_progress.report(static_cast<double>(m_step) / static_cast<double>(m_recipe.steps));
        }
        ParameterMap trained;
        for (const auto& [name, tensor] : m_parameters)
            trained.emplace(name, tensor.detach());
        return trained;
    }

private:
    double step()
    {
        const SegmenterBatch batch = segmenterBatch(m_recipe, m_cases, m_options.seed, m_step);
        const ParameterMap parameters = computed();
        const at::ScalarType type = m_recipe.bfloat16 ? at::kBFloat16 : at::kFloat;
        std::vector<at::Tensor> logits =
            decodeEveryStep(m_recipe.config, parameters,
                            encodePatch(m_recipe.config, parameters, batch.images.to(type)));
        for (at::Tensor& one : logits)
            one = one.to(at::kFloat);
        const at::Tensor loss = segmenterLoss(logits, batch.labels);
        const double value = loss.item<double>();
        if (!std::isfinite(value))
            return value;
        loss.backward();
        m_optimizer.clipGradients(m_recipe.gradientClip);
        m_optimizer.step(m_rate.at(m_step));
        return value;
    }

    /// The parameters as a step computes with them; their gradients go to the fp32 ones. Norms stay
    /// in fp32.
    ParameterMap computed() const
    {
        ParameterMap parameters = m_parameters;
        for (auto& [name, tensor] : parameters) {
            if (m_recipe.bfloat16 && name.find(".norm.") == std::string::npos)
                tensor = tensor.to(at::kBFloat16);
        }
        return parameters;
    }

    TrainingIdentity identity() const
    {
        DataHash data;
        addCases(data, m_cases);
        return {{"recipe", m_recipe.source + " steps " + std::to_string(m_recipe.steps)},
                {"seed", std::to_string(m_options.seed)},
                {"threads", std::to_string(at::get_num_threads())},
                {"data", data.text()}};
    }

    Status resume()
    {
        if (m_options.checkpointFolder.empty())
            return Done{};
        m_identity = identity();
        const auto found = checkpointToResume(m_options.checkpointFolder, m_options.resume);
        if (!found)
            return found.error();
        if (!*found)
            return Done{};
        const Result<StoredCheckpoint> stored = openCheckpoint(**found, m_identity);
        if (!stored)
            return stored.error();
        try {
            return restore(*stored);
        } catch (const nlohmann::json::exception& e) {
            return makeError(ErrorCode::CheckpointBroken, {e.what()});
        } catch (const std::out_of_range&) {
            return makeError(ErrorCode::CheckpointBroken, {"a tensor is missing"});
        }
    }

    Status restore(const StoredCheckpoint& stored)
    {
        const at::NoGradGuard noGradient;
        const ParameterMap parameters = stored.startingWith("parameter.");
        const ParameterMap first = stored.startingWith("first.");
        const ParameterMap second = stored.startingWith("second.");
        AdamW::MomentsMap moments;
        m_step = stored.state.at("step").get<std::int64_t>();
        for (auto& [name, tensor] : m_parameters) {
            if (parameters.at(name).sizes() != tensor.sizes())
                return makeError(ErrorCode::CheckpointBroken, {"its network is not the recipe's"});
            tensor.copy_(parameters.at(name));
            // The coarsest head, which the loss leaves out, never had a gradient.
            if (!first.contains(name))
                continue;
            if (first.at(name).sizes() != tensor.sizes() ||
                second.at(name).sizes() != tensor.sizes())
                return makeError(ErrorCode::CheckpointBroken, {"its network is not the recipe's"});
            moments[name] = {first.at(name), second.at(name), m_step};
        }
        m_optimizer.restore(std::move(moments));
        return Done{};
    }

    Status keep() const
    {
        const std::int64_t every =
            m_options.checkpointEvery > 0 ? m_options.checkpointEvery : m_recipe.checkpointEvery;
        const bool due = m_step % every == 0 || m_step == m_recipe.steps;
        if (m_options.checkpointFolder.empty() || !due)
            return Done{};
        ParameterMap tensors;
        for (const auto& [name, tensor] : m_parameters)
            tensors.emplace("parameter." + name, tensor.detach());
        for (const auto& [name, moments] : m_optimizer.moments()) {
            tensors.emplace("first." + name, moments.first);
            tensors.emplace("second." + name, moments.second);
        }
        return writeCheckpointFolder(m_options.checkpointFolder, m_identity, m_step,
                                     {{"step", m_step}}, tensors);
    }

    void say(double loss)
    {
        m_loss += loss;
        if (++m_steps < stepsPerLine && m_step < m_recipe.steps)
            return;
        const auto now = std::chrono::steady_clock::now();
        const double seconds = std::chrono::duration<double>(now - m_since).count();
        char line[160];
        std::snprintf(line, sizeof line, "step %lld of %lld: loss %.4f, %.2f s per step",
                      static_cast<long long>(m_step), static_cast<long long>(m_recipe.steps),
                      m_loss / m_steps, seconds / m_steps);
        if (m_options.log)
            m_options.log(line);
        m_since = now;
        m_loss = 0;
        m_steps = 0;
    }

    const SegmenterRecipe& m_recipe;
    const std::vector<SegmenterCase>& m_cases;
    const SegmenterTrainOptions& m_options;
    const Progress& m_progress;
    ParameterMap m_parameters;
    AdamW m_optimizer; ///< Of the same tensors.
    LearningRate m_rate;
    TrainingIdentity m_identity;
    std::int64_t m_step = 0; ///< Done.
    // For what is said.
    double m_loss = 0;
    int m_steps = 0;
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

Result<SegmenterRecipe> recipeOf(const SegmenterTrainOptions& options)
{
    if (options.outputFolder.empty())
        return makeError(ErrorCode::BadOption, {"outputFolder", "empty"});
    if (options.resume && options.checkpointFolder.empty())
        return makeError(ErrorCode::BadOption, {"resume", "needs a folder of checkpoints"});
    Result<SegmenterRecipe> recipe = readSegmenterRecipe(options.recipe);
    if (recipe && options.steps) {
        if (*options.steps < 1)
            return makeError(ErrorCode::BadOption, {"steps", std::to_string(*options.steps)});
        recipe->steps = *options.steps;
    }
    return recipe;
}

} // namespace

Status trainSegmenter(const StudySource& training, const SegmenterTrainOptions& options,
                      const Progress& progress)
{
    prepareCpuForInference();
    Result<SegmenterRecipe> recipe = recipeOf(options);
    if (!recipe)
        return recipe.error();
    try {
        const auto cases = loadSegmenterCases(training, *recipe, progress.part(0, loadedShare));
        if (!cases)
            return cases.error();
        const Result<ParameterMap> trained =
            Training(*recipe, *cases, options, progress.part(loadedShare, 1)).run();
        if (!trained)
            return trained.error();
        recipe->notes.trainingCases = static_cast<int>(training.count);
        recipe->notes.description += " Trained on " + std::to_string(training.count) +
                                     " studies, " + std::to_string(recipe->steps) +
                                     " steps, seed " + std::to_string(options.seed) + ".";
        Result<StagedFolder> staged = StagedFolder::create(options.outputFolder);
        if (!staged)
            return staged.error();
        if (Status status =
                writeSegmentationModel(staged->path(), recipe->config, *trained, recipe->notes);
            !status)
            return status;
        return staged->commit();
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"training"});
    } catch (const std::exception& e) { // c10::Error is one
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace fovea
