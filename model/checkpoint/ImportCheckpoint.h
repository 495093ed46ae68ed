#pragma once

#include "model/checkpoint/ModelPackage.h"
#include "model/domain/Progress.h"

#include <filesystem>

namespace fovea {

/// The released network's numbers with those of the text encoder's config.json (Hugging Face names)
/// in place of the text encoder's. FileNotFound, or ModelBroken ("config.json", what).
Result<NetworkConfig> networkForTextEncoder(const std::filesystem::path& textEncoderFolder);

/// Makes a package out of an fVLM checkpoint and vocab.txt of the text encoder's folder. Every
/// parameter of `network` must be there, of its shape and finite; leftovers of training (language
/// model head, token types, position ids, queues) are left out. A failure leaves nothing behind.
Result<ModelPackage> importFvlmCheckpoint(const std::filesystem::path& checkpoint,
                                          const std::filesystem::path& textEncoderFolder,
                                          const std::filesystem::path& outputPackage,
                                          const NetworkConfig& network, const Progress& progress);

} // namespace fovea
