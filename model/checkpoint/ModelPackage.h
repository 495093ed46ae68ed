#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/network/Parameters.h"

#include <filesystem>
#include <string>

namespace fovea {

/// A model package in memory: model.json, weights.safetensors, vocab.txt.
struct ModelPackage {
    ModelManifest manifest;
    ParameterMap parameters; ///< fp32 on the CPU, mapped from the file where it holds fp32.
    std::string vocabulary;  ///< Contents of vocab.txt.
    std::string fingerprint; ///< Hex SHA-256 over the three files; empty before it was written.
};

/// Reads and checks a package (ModelNotFound, ModelBroken, Tensor… errors).
Result<ModelPackage> readModelPackage(const std::filesystem::path& folder);

/// Writes a package beside its place and renames it, so that a failure leaves nothing behind.
/// `folder` must not exist, or must be a model package, which is then replaced (FileNotWritable
/// otherwise). Returns the fingerprint that reading it will give.
Result<std::string> writeModelPackage(const std::filesystem::path& folder,
                                      const ModelPackage& package);

} // namespace fovea
