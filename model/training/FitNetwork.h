#pragma once

#include "model/engine/TrainStatus.h"
#include "model/network/Parameters.h"
#include "model/text/WordPiece.h"
#include "model/training/Recipe.h"
#include "model/training/TrainedNetwork.h"
#include "model/training/TrainingCase.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace fovea {

struct FitOptions {
    std::uint64_t seed = 1; ///< Of the first parameters, the order of studies and their crops.
    std::function<void(const std::string& line)> log;
    std::function<void(const TrainStatus& status)> status; ///< After every step.
    std::filesystem::path logFile;                         ///< TrainingLog; empty: none.
    /// Where checkpoints go; empty: none are written.
    std::filesystem::path checkpointFolder;
    std::int64_t checkpointEvery = 0; ///< Steps; 0: once per epoch.
    /// Goes on from the folder's latest checkpoint; from the beginning where it has none. Without
    /// it a folder that has one is refused (BadOption).
    bool resume = false;
};

/// Trains a network from nothing with the recipe's objective: the parameters, at the validation
/// with the highest mean AUC on `validation` (the recipe's own prompts, or the logits).
/// recipe.network.vocabulary is the words' size. With FalseNegatives::NormalsAndAbnormals two
/// networks learn in turns, and the better one is returned.
///
/// Stopped and resumed from a checkpoint, it gives the same parameters to the last bit as without
/// the stop, with the same number of threads.
///
/// Cancelled, TrainingDiverged (step), and errors of the log and of checkpoints. Throws c10::Error.
Result<TrainedNetwork> fitNetwork(const Recipe& recipe, const WordPiece& words,
                                  const std::vector<TrainingCase>& training,
                                  const std::vector<TrainingCase>& validation,
                                  const FitOptions& options, const Progress& progress);

} // namespace fovea
