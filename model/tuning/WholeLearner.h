#pragma once

#include "model/tuning/TuneLearner.h"
#include "model/tuning/TuningStudies.h"

#include <memory>

namespace fovea {

/// TuneWay::Lora and All: learns from whole studies, in random windows as training does.
///
/// Lora keeps every adapted weight [out, in] as it is and adds B A to it, A [rank, in] and B [out,
/// rank], which are what learns; B starts with zeros, so that the first step starts from the
/// parent. (The usual factor alpha / rank is left to the learning rate.)
class WholeLearner final : public TuneLearner {
public:
    /// `training` and `validation` hold prepared studies (CaseEncoder). `parameters`:
    /// grownParameters(). Errors of Fvlm::create() and of loading a study. Throws c10::Error.
    static Result<std::unique_ptr<WholeLearner>>
    create(const Setup& setup, const TuningStudies& training, const TuningStudies& validation,
           ParameterMap parameters, const Progress& progress);

    Result<std::vector<CaseVectors>> validationVectors(const Progress& progress) override;
    Fvlm network() const override;

protected:
    Result<TrainingBatch> take(BatchStream& stream, const Progress& progress) override;
    Result<SeenBatch> look(const TrainingBatch& batch, const Progress& progress) override;

private:
    WholeLearner(const Setup& setup, const TuningStudies& training, const TuningStudies& validation,
                 Fvlm network, ParameterMap trainable);

    const TuningStudies& m_training;
    const TuningStudies& m_validation;
    Fvlm m_network; ///< What learns whole is its own; adapted weights are the parent's.
};

} // namespace fovea
