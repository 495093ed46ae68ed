#pragma once

#include "model/network/Parameters.h"

#include <filesystem>
#include <string>

namespace fovea::testing {

/// Writes fp32 tensors as torch.save({"model": OrderedDict(...)}) does: a zip of stored files with
/// a protocol 2 pickle. Reads back in PyTorch.
void writeTorchFile(const std::filesystem::path& path, const ParameterMap& parameters);

/// The pickle alone, {"model": {...}}, storages numbered from 0.
std::string pickledModel(const ParameterMap& parameters);

/// A stored zip archive with the pickle as data.pkl and the tensors as its storages.
std::string zippedModel(const std::string& pickle, const ParameterMap& parameters);

} // namespace fovea::testing
