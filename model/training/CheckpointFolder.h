#pragma once

#include "model/checkpoint/TensorFile.h"
#include "model/network/Parameters.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Checkpoints of a training on disk, whatever it trains.

namespace fovea {

/// All that training depends on, so that a checkpoint goes on in no other. Names and values.
using TrainingIdentity = std::vector<std::pair<std::string, std::string>>;

/// Writes `folder`/step-<step>: state.json of `state` with the identity, and tensors.safetensors
/// in fp32. It is there whole or not at all (StagedFolder), on the disk when this returns; of those
/// before, the latest is kept. Errors of writing.
Status writeCheckpointFolder(const std::filesystem::path& folder, const TrainingIdentity& identity,
                             std::int64_t step, nlohmann::json state, const ParameterMap& tensors);

/// The latest checkpoint of a folder; empty where there is none or no folder.
std::optional<std::filesystem::path> latestCheckpoint(const std::filesystem::path& folder);

/// A checkpoint as it was written.
struct StoredCheckpoint {
    nlohmann::json state;
    TensorFile tensors;

    /// Copies of the tensors whose names begin so, by the rest of their names.
    ParameterMap startingWith(const std::string& prefix) const;
};

/// Opens one. BadOption ("resume", of what other it is) where it is not of this identity;
/// CheckpointBroken; FileNotFound, FileNotReadable.
Result<StoredCheckpoint> openCheckpoint(const std::filesystem::path& checkpoint,
                                        const TrainingIdentity& identity);

/// Where training begins: the latest checkpoint of `folder`, empty where there is none (or no
/// folder is named). BadOption ("checkpoint") where there is one and `resume` was not asked for.
Result<std::optional<std::filesystem::path>> checkpointToResume(const std::filesystem::path& folder,
                                                                bool resume);

/// FNV-1a over 64-bit words, the last of a part filled up with zeros: fast, and enough to tell data
/// sets apart by accident.
class DataHash {
public:
    void add(const void* data, std::size_t size);
    void add(const std::string& text) { add(text.data(), text.size()); }
    void word(std::uint64_t value) { m_state = (m_state ^ value) * 0x100000001b3ULL; }
    /// Sixteen hexadecimal digits.
    std::string text() const;

private:
    std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

} // namespace fovea
