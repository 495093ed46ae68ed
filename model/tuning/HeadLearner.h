#pragma once

#include "model/tuning/FrozenTexts.h"
#include "model/tuning/StudyTokens.h"
#include "model/tuning/TuneLearner.h"
#include "model/tuning/TuningStudies.h"

#include <memory>

namespace fovea {

/// TuneWay::Heads and Queries: learns from encoded studies. Pooling attention and temperature stay
/// as they are: every anatomy, old or new, shares them.
class HeadLearner final : public TuneLearner {
public:
    /// `training` and `validation` hold tokens (TokenEncoder), and their cases are setup's.
    /// `parameters`: grownParameters(); those that learn are copied, the others shared. Errors of
    /// Fvlm::create() and of loading a study. Throws c10::Error.
    static Result<std::unique_ptr<HeadLearner>>
    create(const Setup& setup, const TuningStudies& training, const TuningStudies& validation,
           ParameterMap parameters, const Progress& progress);

    Result<std::vector<CaseVectors>> validationVectors(const Progress& progress) override;
    Fvlm network() const override { return m_network; }

protected:
    Result<TrainingBatch> take(BatchStream& stream, const Progress& progress) override;
    Result<SeenBatch> look(const TrainingBatch& batch, const Progress& progress) override;

private:
    HeadLearner(const Setup& setup, const TuningStudies& training, const TuningStudies& validation,
                Fvlm network, ParameterMap trainable);

    const TuningStudies& m_training;
    const TuningStudies& m_validation;
    Fvlm m_network; ///< trainable() are its own tensors.
    FrozenTexts m_texts;
};

} // namespace fovea
