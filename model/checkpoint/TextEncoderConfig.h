#pragma once

#include "model/domain/Result.h"
#include "model/network/NetworkConfig.h"

#include <filesystem>
#include <set>
#include <string>

namespace fovea {

/// Puts the numbers of a text encoder's config.json (Hugging Face's names) into the text encoder's
/// part of `network`, but for members that are `stated` otherwise. FileNotFound, or ModelBroken
/// ("config.json", what).
Status readTextEncoderConfig(const std::filesystem::path& textEncoderFolder,
                             const std::set<std::string>& stated, NetworkConfig& network);

/// Whether the text encoder's sizes are the same in both; ModelBroken ("config.json", every size
/// that differs).
Status checkTextEncoder(const NetworkConfig& configured, const NetworkConfig& found);

} // namespace fovea
