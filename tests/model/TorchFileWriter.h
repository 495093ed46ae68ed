#pragma once

#include "model/network/Parameters.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace fovea::testing {

/// How torch.save is imitated.
struct TorchFileOptions {
    std::string key = "model"; ///< The state's; empty: the state itself is pickled.
    std::string prefix;        ///< Before every name, e.g. "module.".
    bool optimizer = false;    ///< With Adam's moments beside the state, as trainers save.
    bool legacy = false;       ///< The format before zip.
    bool checksums = true;     ///< Zip's CRC-32; torch can be told to write 0 instead.
};

/// A tensor to be written, made when it is its turn.
struct TensorToWrite {
    std::string name;
    std::vector<std::int64_t> shape;
    at::ScalarType type = at::kFloat;
    std::function<at::Tensor()> make;
};

/// Writes as torch.save({key: OrderedDict(...)}) does, one tensor in memory at a time. Reads back
/// in PyTorch.
void writeTorchFile(std::ostream& out, const std::vector<TensorToWrite>& tensors,
                    const TorchFileOptions& options = {});
void writeTorchFile(const std::filesystem::path& path, const ParameterMap& parameters,
                    const TorchFileOptions& options = {});
/// The file's bytes.
std::string torchFile(const ParameterMap& parameters, const TorchFileOptions& options = {});

/// The pickle alone, {"model": {...}}, storages numbered from 0.
std::string pickledModel(const ParameterMap& parameters);

/// A stored zip archive with the pickle as data.pkl and the tensors as its storages.
std::string zippedModel(const std::string& pickle, const ParameterMap& parameters);

/// Tensors as a safetensors file has them, row-major, of their dtype (F32, F64, F16, BF16, I64).
std::string safetensorsFile(const ParameterMap& parameters);

} // namespace fovea::testing
