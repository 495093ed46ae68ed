#pragma once

#include "model/checkpoint/TensorFile.h"
#include "model/domain/Progress.h"
#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// What nnU-Net's trainer saved of one fold, read without running anything in it. Optimizer state
/// and logs are passed over; tensors stay in the mapped file until they are asked for.
struct SegmentationCheckpoint {
    std::string configuration;   ///< init_args.configuration; empty where it does not say.
    std::string trainer;         ///< trainer_name; empty where it does not say.
    std::vector<int> mirrorAxes; ///< Along which training mirrored: 0, 1, 2 of the patch.
    TensorFile weights;          ///< By first names: twins (all_modules, decoder.encoder) are gone.
};

/// FileNotFound, FileNotReadable, CheckpointRefused (the global that the pickle names),
/// CheckpointBroken (what is wrong: no network_weights, twins of a tensor that differ).
Result<SegmentationCheckpoint> openSegmentationCheckpoint(const std::filesystem::path& path);

/// The network's parameters, fp32 on the CPU, mapped from the file where it holds fp32. Each must
/// be there, of its shape, whole and finite (TensorsUnusable names all that are not); a tensor that
/// the network does not have is CheckpointBroken. Cancelled between two tensors.
Result<ParameterMap> segmentationWeights(const SegmentationCheckpoint& checkpoint,
                                         const SegmentationConfig& config,
                                         const Progress& progress);

/// The first name of a tensor that a state dict lists several times: "decoder.encoder.…" is
/// "encoder.…", "….all_modules.0.…" is "….conv.…", "….all_modules.1.…" is "….norm.…". Prefixes of
/// parallel and compiled training (module., _orig_mod.) are dropped.
std::string firstParameterName(std::string name);

} // namespace fovea
