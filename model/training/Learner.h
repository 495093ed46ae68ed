#pragma once

#include "model/training/AdamW.h"
#include "model/training/BatchStream.h"
#include "model/training/Recipe.h"
#include "model/training/TrainedNetwork.h"
#include "model/training/TrainingStep.h"

#include <map>
#include <optional>
#include <vector>

namespace fovea {

/// One network that learns: its parameters, its optimiser and its own stream of batches.
class Learner {
public:
    struct Step {
        double loss = 0; ///< Mean over the batches that had one.
        std::map<int, double> perAnatomy;
        double gradientNorm = 0; ///< Before clipping.
        std::size_t samples = 0;
        bool counted = false; ///< Some batch had a loss; otherwise nothing was learnt.
    };

    /// `recipe`, `cases` and `words` outlive it. Errors of Fvlm::create(). Throws c10::Error, as
    /// all below.
    static Result<Learner> create(const Recipe& recipe, const WordPiece& words,
                                  const std::vector<TrainingCase>& cases, std::uint64_t seed);

    /// Optimiser's steps in an epoch.
    std::int64_t stepsPerEpoch() const;

    /// One step of the optimiser: recipe.accumulate batches, fewer at an epoch's end. `peer`
    /// co-teaches. Where the loss is not finite nothing is changed and the loss says so.
    Step step(double learningRate, const Learner* peer);

    /// fitTexts() of its own text encoder, before the first step.
    Status learnToRead(const std::vector<TrainingCase>& cases, const WordPiece& words,
                       std::uint64_t seed, const Progress& progress) const;

    double temperature() const { return m_network.temperature().item<double>(); }
    const ParameterMap& parameters() const { return m_parameters; }
    /// A copy of the network as it is now.
    TrainedNetwork snapshot() const;

    const AdamW::MomentsMap& moments() const { return m_optimizer.moments(); }
    BatchStream::Position position() const { return m_stream.position(); }
    /// Goes on from another's parameters (names and shapes as here), moments and position. False
    /// where they do not fit.
    bool restore(const ParameterMap& parameters, AdamW::MomentsMap moments,
                 const BatchStream::Position& position);

private:
    Learner(const Recipe& recipe, Fvlm network, ParameterMap parameters, BatchStream stream);
    void clampTemperature();

    const Recipe* m_recipe;
    ParameterMap m_parameters;
    Fvlm m_network; ///< Of the same tensors.
    AdamW m_optimizer;
    BatchStream m_stream;
};

} // namespace fovea
