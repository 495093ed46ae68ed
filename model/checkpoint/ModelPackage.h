#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/checkpoint/TensorFile.h"
#include "model/domain/Progress.h"
#include "model/network/Parameters.h"

#include <filesystem>
#include <functional>
#include <string>

namespace fovea {

/// A model package in memory: model.json, weights.safetensors, vocab.txt.
struct ModelPackage {
    ModelManifest manifest;
    ParameterMap parameters; ///< fp32 on the CPU, mapped from the file where it holds fp32.
    std::string vocabulary;  ///< Contents of vocab.txt.
    std::string fingerprint; ///< packageFingerprint() of the files; empty before it was written.
};

/// Reads and checks a package: ModelNotFound, ModelBroken, TensorsUnusable. Everything is read once
/// (fingerprint, finiteness); the weights stay mapped.
Result<ModelPackage> readModelPackage(const std::filesystem::path& folder);

/// Writes a package beside its place and renames it, so that a failure leaves nothing behind.
/// `folder` must not exist, or must be a model package, which is then replaced (FileNotWritable
/// otherwise). Returns the fingerprint that reading it will give. `beforeCommit` hears it, with the
/// folder that is about to take its place and into which it may put files of its own; a failure
/// there leaves nothing behind, too.
using BeforeCommit =
    std::function<Status(const std::filesystem::path& staged, const std::string& fingerprint)>;
Result<std::string> writeModelPackage(const std::filesystem::path& folder,
                                      const ModelPackage& package,
                                      const BeforeCommit& beforeCommit = {});

/// The same with the weights of a file that checkTensorFile() found good, tensor by tensor, so that
/// they are never in memory all at once. Cancelled between two tensors.
Result<std::string> writeModelPackage(const std::filesystem::path& folder,
                                      const ModelManifest& manifest, const std::string& vocabulary,
                                      const TensorFile& weights, const Progress& progress);

} // namespace fovea
