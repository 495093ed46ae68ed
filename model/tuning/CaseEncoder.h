#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/training/TrainingCase.h"
#include "model/tuning/StudyEncoder.h"

namespace fovea {

/// Prepares studies for training on their voxels: image and labels, a byte per voxel each. They are
/// kept two bytes to an fp16 number, whose value means nothing.
class CaseEncoder final : public StudyEncoder {
public:
    explicit CaseEncoder(const ModelManifest& manifest);

    Result<ParameterMap> encode(const LabelledStudy& study, const Progress& progress) override;
    bool fits(const ParameterMap& tensors) const override;
    bool shows(const ParameterMap& tensors, int anatomyIndex) const override;
};

/// The case that tensors of a CaseEncoder hold; nothing is said of it. Throws c10::Error.
TrainingCase caseOf(const ParameterMap& tensors);

} // namespace fovea
