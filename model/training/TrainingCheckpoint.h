#pragma once

#include "model/domain/Result.h"
#include "model/training/AdamW.h"
#include "model/training/BatchStream.h"
#include "model/training/Recipe.h"
#include "model/training/TrainedNetwork.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fovea {

/// All that training depends on, so that a checkpoint goes on in no other. Names and values.
using TrainingIdentity = std::vector<std::pair<std::string, std::string>>;

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

/// Writes `folder`/step-<step>: state.json, and tensors.safetensors in fp32. It is there whole or
/// not at all (StagedFolder), on the disk when this returns; of those before, the latest is kept.
/// Errors of writing.
Status writeCheckpoint(const std::filesystem::path& folder, const TrainingIdentity& identity,
                       const TrainingState& state);

/// The latest checkpoint of a folder; empty where there is none or no folder.
std::optional<std::filesystem::path> latestCheckpoint(const std::filesystem::path& folder);

/// Reads one. BadOption ("resume", of what other it is) where it is not of this identity;
/// CheckpointBroken; FileNotFound, FileNotReadable.
Result<TrainingState> readCheckpoint(const std::filesystem::path& checkpoint,
                                     const TrainingIdentity& identity);

/// Where training begins: the latest checkpoint of `folder`, empty where there is none (or no
/// folder is named). BadOption ("checkpoint") where there is one and `resume` was not asked for;
/// errors of readCheckpoint().
Result<std::optional<TrainingState>> stateToResume(const std::filesystem::path& folder, bool resume,
                                                   const TrainingIdentity& identity);

} // namespace fovea
