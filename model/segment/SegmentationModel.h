#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// Which of what a folder holds is wanted.
struct SegmentationModelChoice {
    /// Name of the training folder, e.g. "nnUNetTrainer__nnUNetPlans__3d_fullres". Empty: the only
    /// one, or among several the only one whose plans are called nnUNetPlans.
    std::string trainingFolder;
    /// Numbers of folds; empty: every fold that is there.
    std::vector<int> folds;
};

/// A trained nnU-Net with the weights of its folds, whose logits are averaged.
struct SegmentationModel {
    SegmentationConfig config;
    std::string trainer;               ///< E.g. "nnUNetTrainerNoMirroring".
    std::vector<int> mirrorAxes;       ///< Along which training mirrored; none: no mirroring.
    std::vector<int> folds;            ///< By rising number; -1 is fold_all.
    std::vector<ParameterMap> weights; ///< Of each fold, fp32 on the CPU, mapped from its file.
};

/// Reads a model folder as it is downloaded and unpacked: the folder of a training (plans.json,
/// dataset.json, fold_N/checkpoint_final.pth), a data set's folder with one or more of those, or a
/// folder with one data set's folder in it. Nothing in a checkpoint is run.
///
/// ModelNotFound (folder), AmbiguousRequest (folder: several trainings, none named), ModelBroken
/// and what else readSegmentationConfig(), openSegmentationCheckpoint() and segmentationWeights()
/// say; BadOption where a fold or training that was asked for is not there.
Result<SegmentationModel> readSegmentationModel(const std::filesystem::path& folder,
                                                const SegmentationModelChoice& choice,
                                                const Progress& progress);

} // namespace fovea
