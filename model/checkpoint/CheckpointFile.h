#pragma once

#include "model/domain/Result.h"
#include "model/network/Parameters.h"

#include <filesystem>

namespace fovea {

/// The tensors of a PyTorch checkpoint (.pth), zip or legacy format: those under the key `model` of
/// the trainer's dictionary, or of the dictionary itself where it has no such key. A `module.`
/// prefix (DataParallel) is dropped from their names. Nothing in the file is executed; tensors are
/// mapped, of whatever dtype the file has, and keep the mapping alive.
///
/// FileNotFound, FileNotReadable, CheckpointRefused (the global that the pickle names),
/// CheckpointBroken (what is wrong).
Result<ParameterMap> readCheckpoint(const std::filesystem::path& path);

} // namespace fovea
