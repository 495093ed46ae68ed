#pragma once

#include "model/text/WordPiece.h"
#include "model/training/AdamW.h"
#include "model/training/BatchStream.h"
#include "model/training/Learner.h"
#include "model/training/TrainingStep.h"
#include "model/training/ZeroShot.h"
#include "model/tuning/PromptPairLoss.h"

namespace fovea {

/// A network that is being tuned: what learns of it, its optimiser and its stream of batches.
///
/// The loss is the contrast of training, finding by finding or anatomy by anatomy (TrainingStep.h),
/// divided by how many contests it is a sum over, plus TuneOptions::promptPairs times
/// PromptPairLoss. After every step parameters are drawn back to where they started
/// (TuneOptions::keepOld), but for those of new anatomies.
///
/// One thread at a time. Methods throw c10::Error.
class TuneLearner {
public:
    /// What it refers to outlives the learner.
    struct Setup {
        const Recipe& recipe; ///< tuneRecipe()
        const TuneOptions& options;
        std::uint64_t seed; ///< Of the order of studies, of what is drawn and of first values.
        const WordPiece& words;
        std::size_t knownAnatomies;                ///< The parent's; those after them are new.
        const std::vector<TrainingCase>& training; ///< What is said of them; images are not read.
        const std::vector<TrainingCase>& validation;
    };

    virtual ~TuneLearner() = default;
    TuneLearner(const TuneLearner&) = delete;
    TuneLearner& operator=(const TuneLearner&) = delete;

    std::int64_t stepsPerEpoch() const;
    /// One step of the optimiser. Where the loss is not finite nothing is changed and the loss says
    /// so. A `peer` of the same studies softens the targets (CoTeaching.h) and is not changed.
    /// Cancelled, errors of loading a study.
    Result<Learner::Step> step(double learningRate, TuneLearner* peer, const Progress& progress);
    /// AUC of every finding on the validation studies, as it is now. Errors as step().
    Result<Evaluation> evaluate(const Progress& progress);
    /// Unit vectors of the validation studies' regions, as fitFindings() wants them.
    virtual Result<std::vector<CaseVectors>> validationVectors(const Progress& progress) = 0;
    /// As it is now.
    virtual Fvlm network() const = 0;

    /// What learns, under the names that an Adapter has them; the tensors themselves.
    const ParameterMap& trainable() const { return m_trainable; }
    const AdamW::MomentsMap& moments() const { return m_optimizer.moments(); }
    BatchStream::Position position() const { return m_stream.position(); }
    const PromptPairLoss& pairs() const { return m_pairs; }
    /// Takes over values of trainable(). False where names or shapes are others; it is then as it
    /// was.
    bool assign(const ParameterMap& values);
    /// The same, and goes on from there.
    bool restore(const ParameterMap& values, AdamW::MomentsMap moments,
                 const BatchStream::Position& position);

protected:
    /// `trainable` with gradients asked for.
    TuneLearner(const Setup& setup, ParameterMap trainable, BatchOptions batches);
    /// The next batch; its cases are those of setup().training.
    virtual Result<TrainingBatch> take(BatchStream& stream, const Progress& progress) = 0;
    /// It as the network sees it, differentiable.
    virtual Result<SeenBatch> look(const TrainingBatch& batch, const Progress& progress) = 0;
    const Setup& setup() const { return m_setup; }

private:
    void keepOld(double learningRate);

    Setup m_setup;
    ParameterMap m_trainable;
    ParameterMap m_start; ///< Copies of m_trainable as they were.
    AdamW m_optimizer;
    BatchStream m_stream;
    PromptPairLoss m_pairs;
};

} // namespace fovea
