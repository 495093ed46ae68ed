#pragma once

#include "model/domain/Result.h"
#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>

namespace fovea {

/// What a trained network's folder says of itself beside its configuration, in dataset.json.
struct SegmentationModelNotes {
    std::string description; ///< What it knows and is for, one paragraph.
    std::string licence;
    int trainingCases = 0;
};

/// Trainer that files name: nnU-Net's own that neither mirrors when it learns nor when it infers,
/// so that the reference implementation builds the same network from them.
inline constexpr const char* SegmentationTrainer = "nnUNetTrainerNoMirroring";

/// plans.json in the newer form (architecture), which readSegmentationConfig() reads back to the
/// same configuration.
nlohmann::json segmentationPlans(const SegmentationConfig& config);
/// dataset.json.
nlohmann::json segmentationDataset(const SegmentationConfig& config,
                                   const SegmentationModelNotes& notes);

/// Writes a network as nnU-Net's trainer leaves it and TotalSegmentator releases it:
/// `folder`/<trainer>__<plans>__<configuration> with plans.json, dataset.json and
/// fold_0/checkpoint_final.pth, in which every tensor has all the names that a state dict gives it.
/// `folder` exists; stage it (StagedFolder) to have all or nothing. Parameters are fp32 on the CPU.
/// FileNotWritable, DiskFull. May throw c10::Error.
Status writeSegmentationModel(const std::filesystem::path& folder, const SegmentationConfig& config,
                              const ParameterMap& parameters, const SegmentationModelNotes& notes);

/// All names of a parameter in a state dict, its first name first (see firstParameterName()).
std::vector<std::string> allParameterNames(const std::string& first);

} // namespace fovea
