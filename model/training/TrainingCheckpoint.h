#pragma once

#include "model/domain/Result.h"
#include "model/training/AdamW.h"
#include "model/training/BatchStream.h"
#include "model/training/CheckpointFolder.h"
#include "model/training/Recipe.h"
#include "model/training/TrainedNetwork.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// "recipe" (its JSON, epochs and steps), "seed", "threads" (sums of floats depend on their number)
/// and "data" (a hash of all prepared training and validation studies and their texts).
TrainingIdentity identityOf(const Recipe& recipe, std::uint64_t seed,
                            const std::vector<TrainingCase>& training,
                            const std::vector<TrainingCase>& validation);

/// Training between two steps, whole: from it training goes on as if it had never stopped, to the
/// last bit.
struct TrainingState {
    struct Network {
        ParameterMap parameters;
        AdamW::MomentsMap moments;
        BatchStream::Position position;
    };
    std::int64_t step = 0; ///< Done.
    std::vector<Network> networks;
    std::optional<TrainedNetwork> best; ///< Its objective, config and anatomies are the recipe's.
    int validationsWithoutBetter = 0;
    bool stopped = false; ///< Ended early: nothing is left to train.
    double epochLoss = 0; ///< Sum over the epoch's steps so far.
    int epochCounted = 0; ///< Those that had a loss.
    std::string logRows;  ///< TrainingLog::rows().
};

/// Writes it into `folder`: see writeCheckpointFolder().
Status writeCheckpoint(const std::filesystem::path& folder, const TrainingIdentity& identity,
                       const TrainingState& state);

/// Reads one. Errors of openCheckpoint().
Result<TrainingState> readCheckpoint(const std::filesystem::path& checkpoint,
                                     const TrainingIdentity& identity);

/// Where training begins: checkpointToResume(), read.
Result<std::optional<TrainingState>> stateToResume(const std::filesystem::path& folder, bool resume,
                                                   const TrainingIdentity& identity);

} // namespace fovea
