#pragma once

#include "model/domain/Result.h"
#include "model/segment/SegmentationConfig.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

// How nnU-Net lays out trained networks on disk, told without LibTorch:
// <data set>/<trainer>__<plans>__<configuration>/{plans.json, dataset.json,
// fold_N/checkpoint_final.pth}.

namespace fovea {

constexpr int foldAll = -1; ///< "fold_all".

/// Trainings (folders with a plans.json) in the folder itself, else one level below, else two.
std::vector<std::filesystem::path> trainingsIn(const std::filesystem::path& folder);

/// The training of that name; without a name the only one, or among several the only one whose
/// plans are called nnUNetPlans. ModelNotFound, AmbiguousRequest, BadOption.
Result<std::filesystem::path> chooseTraining(const std::filesystem::path& folder,
                                             const std::string& name);

/// Checkpoints of the wanted folds, all where none is named, by rising fold. BadOption, ModelBroken
/// where there is none.
Result<std::map<int, std::filesystem::path>> chooseFolds(const std::filesystem::path& training,
                                                         const std::vector<int>& wanted);

/// The nth part of "<trainer>__<plans>__<configuration>"; empty where the folder is not called so.
std::string partOfName(const std::filesystem::path& training, int part);

/// readSegmentationConfig() of a training's files. Empty `configuration`: as the folder's name
/// says. FileNotFound, FileNotReadable, ModelBroken.
Result<SegmentationConfig> configOfTraining(const std::filesystem::path& training,
                                            const std::string& configuration);

} // namespace fovea
