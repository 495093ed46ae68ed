#pragma once

#include "model/checkpoint/TensorFile.h"

#include <string_view>

namespace fovea {

struct PickleValue;
struct TorchArchive;

/// The tensors in a dictionary of an archive, by their keys; what else is in it is passed over.
/// They look at the archive's bytes.
TensorFile::Entries torchEntries(const TorchArchive& archive, const PickleValue& dictionary);

/// The tensors of a PyTorch checkpoint (.pth), zip or legacy format: those of the dictionary under
/// the key `model`, else `state_dict`, else of the dictionary itself. Optimizer state and what else
/// trainers save is passed over. Nothing in the file is executed. The checksum of the pickle is
/// checked here, those of the tensors when they are read (TensorFile::intact).
///
/// CheckpointRefused (the global that the pickle names), CheckpointBroken (what is wrong).
Result<TensorFile::Entries> readTorchEntries(std::string_view bytes);

} // namespace fovea
